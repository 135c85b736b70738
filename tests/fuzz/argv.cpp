// Any words as a command line, over the tree of a story: the exit code is one of those that are
// documented, what is printed can be shown on a terminal, and nothing of the tree changes. The
// input: words with NUL between them; behind a word `<` the standard input. Commands that write are
// tried with --dry-run, those that run something not at all.
#include "cli/command_line.hpp"
#include "cli/find_command.hpp"
#include "cli/program.hpp"
#include "target.hpp"

#include <sanitizer/common_interface_defs.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <filesystem>
#include <set>
#include <tuple>
#include <vector>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// Where reports of sanitizers go; there in programs that were built with them.
#pragma weak __sanitizer_set_report_fd

using namespace perfplan;
using namespace perfplan::cli;

namespace {

namespace fs = std::filesystem;

using RecordText = std::vector<std::string>;

// The tree.

/// Name, inode, size and the time of the last change of every file; another state of the tree has
/// others.
using State = std::set<std::tuple<std::string, ino_t, off_t, time_t, long>>;

State state_of(const fs::path& directory) {
    State state;
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
        struct stat status {};
        ::lstat(entry.path().c_str(), &status);
        state.emplace(entry.path().string(), status.st_ino, status.st_size, status.st_ctim.tv_sec,
                      status.st_ctim.tv_nsec);
    }
    return state;
}

fs::path ensured_directory() {
    std::string path = fs::temp_directory_path() / "perfplan-fuzz-XXXXXX";
    fuzz::require(::mkdtemp(path.data()) != nullptr, "there is room for a tree");
    return path;
}

/// A copy of a tree, which the program is run in; gone at the end.
class MemoryTree {
public:
    explicit MemoryTree(const fs::path& original) : directory_(ensured_directory()) {
        fs::copy(original, path(), fs::copy_options::recursive);
        state_ = state_of(directory_);
    }
    ~MemoryTree() {
        std::error_code ignored;
        fs::remove_all(directory_, ignored);
    }
    MemoryTree(const MemoryTree&) = delete;
    MemoryTree& operator=(const MemoryTree&) = delete;

    [[nodiscard]] fs::path path() const { return directory_ / "tree"; }
    [[nodiscard]] bool is_untouched() const { return state_of(directory_) == state_; }

private:
    fs::path directory_;
    State state_;
};

// The streams.

/// A file in memory, as standard input, output or error of a run.
class Stream {
public:
    explicit Stream(int descriptor)
        : descriptor_(descriptor), original_(::dup(descriptor)), file_(::memfd_create("fuzz", 0)) {
        fuzz::require(original_ >= 0 && file_ >= 0, "there are descriptors");
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    void begin(std::string_view text) const {
        fuzz::require(
            ::ftruncate(file_, 0) == 0 &&
                ::pwrite(file_, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()) &&
                ::lseek(file_, 0, SEEK_SET) == 0 && ::dup2(file_, descriptor_) >= 0,
            "a stream begins");
    }
    /// What was written to it.
    [[nodiscard]] std::string end() const {
        ::dup2(original_, descriptor_);
        std::string text(static_cast<std::size_t>(::lseek(file_, 0, SEEK_END)), '\0');
        fuzz::require(
            ::pread(file_, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()),
            "a stream can be read");
        return text;
    }

private:
    int descriptor_;
    int original_;
    int file_;
};

struct Outcome {
    int code = 0;
    std::string output;
    std::string errors;
};

Outcome outcome_of(const RecordText& words, std::string_view input, const fs::path& directory) {
    static const fs::path home = fs::current_path();
    static const Stream in(STDIN_FILENO);
    static const Stream out(STDOUT_FILENO);
    static const Stream error(STDERR_FILENO);
    in.begin(input);
    out.begin({});
    error.begin({});
    fs::current_path(directory);
    Outcome outcome;
    outcome.code = run_program(words);
    fs::current_path(home);
    static_cast<void>(in.end());
    outcome.output = out.end();
    outcome.errors = error.end();
    return outcome;
}

// The words.

RecordText words_of(std::string_view& input) {
    RecordText words;
    while (!input.empty()) {
        const std::size_t end = input.find('\0');
        const std::string_view word = input.substr(0, end);
        input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
        if (word == "<") {
            break;
        }
        words.emplace_back(word);
    }
    return words;
}

bool has_option(const Command& command, std::string_view name) {
    return std::any_of(command.options.begin(), command.options.end(),
                       [&](const Option& option) { return option.name == name; });
}

/// True if a value leads out of the directory of the tree.
bool leads_out(const std::string& value) {
    return value.starts_with('/') || value.find("..") != std::string::npos;
}

bool uses_other_places(const Command& command, const Arguments& arguments) {
    const auto names_place = [&](const Option& option) {
        const RecordText values = arguments.values(option.name);
        return (option.completes == Completes::file || option.completes == Completes::directory) &&
               std::any_of(values.begin(), values.end(), leads_out);
    };
    const RecordText& positionals = arguments.positionals();
    return std::any_of(command.options.begin(), command.options.end(), names_place) ||
           std::any_of(global_options().begin(), global_options().end(), names_place) ||
           std::any_of(positionals.begin(), positionals.end(), leads_out);
}

/// The same words, but so that they write nothing; no words if there is no way to say so.
RecordText harmless(RecordText words) {
    const Split split = split_global_options(words);
    if (split.command.empty()) {
        return words;
    }
    const auto found = find_command(split.command);
    if (!found) {
        return words;
    }
    if (has_option(found->command, "dry-run")) {
        words.insert(words.end() - static_cast<std::ptrdiff_t>(found->rest.size()), "--dry-run");
    }
    RecordText rest = found->rest;
    rest.insert(rest.begin(), split.global.begin(), split.global.end());
    const auto arguments = parse_command_line(found->command, rest);
    const bool may_run = !arguments || (!arguments->has("output") && !arguments->has("edit") &&
                                        !uses_other_places(found->command, *arguments));
    return may_run ? words : RecordText();
}

// What must hold.

std::string shown(const RecordText& words, const Outcome& outcome) {
    std::string text = "perfplan";
    for (const std::string& word : words) {
        text += " '" + visible(word) + "'";
    }
    return text + "\nexit code " + std::to_string(outcome.code) + "\n" + outcome.output +
           outcome.errors;
}

/// Our own colors are the only escapes, and -0 ends paths with NUL.
std::string without_our_own(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text.find('m', i);
        if (text.compare(i, 2, "\x1b[") == 0 &&
            text.find_first_not_of("0123456789;", i + 2) == end) {
            i = end;
        } else if (text[i] != '\0') {
            plain += text[i];
        }
    }
    return plain;
}

void require_sound(const RecordText& words, const Outcome& outcome) {
    constexpr std::array documented{0, 1, 2, 3, 4, 6};  // nothing is saved, so never 5
    fuzz::require(std::find(documented.begin(), documented.end(), outcome.code) != documented.end(),
                  "an exit code is one that is documented", shown(words, outcome));
    fuzz::require(fuzz::is_safe(without_our_own(outcome.output)) &&
                      fuzz::is_safe(without_our_own(outcome.errors)),
                  "what is printed can be shown on a terminal", shown(words, outcome));
    fuzz::require(outcome.code < 2 || !outcome.errors.empty(), "a failure says why",
                  shown(words, outcome));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    if (__sanitizer_set_report_fd != nullptr) {
        const auto stays = static_cast<std::uintptr_t>(::dup(STDERR_FILENO));
        // NOLINTNEXTLINE(performance-no-int-to-ptr): their interface wants a pointer
        __sanitizer_set_report_fd(reinterpret_cast<void*>(stays));
    }
    ::setenv("PERFPLAN_TODAY", "2026-11-23", 1);
    ::setenv("PERFPLAN_AUTHOR", "Mia Chen", 1);
    ::setenv("COLUMNS", "80", 1);
    for (const char* name : {"PERFPLAN_TREE", "NO_COLOR", "VISUAL", "EDITOR", "PAGER"}) {
        ::unsetenv(name);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const MemoryTree tree(PERFPLAN_FUZZ_TREE);
    std::string_view input = fuzz::text_of(data, size);
    const RecordText words = harmless(words_of(input));
    if (words.empty()) {
        return 0;
    }
    const Outcome outcome = outcome_of(words, input, tree.path());
    fuzz::require(tree.is_untouched(), "nothing of the tree changes", shown(words, outcome));
    require_sound(words, outcome);
    return 0;
}
