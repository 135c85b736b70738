#include "cli/program.hpp"

#include "base/libraries.hpp"
#include "base/text/text.hpp"
#include "base/version.hpp"
#include "cli/command_line.hpp"
#include "cli/commit.hpp"
#include "cli/completion.hpp"
#include "cli/find_command.hpp"
#include "cli/help.hpp"
#include "cli/system_io.hpp"
#include "commands/common/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <exception>
#include <memory>
#include <new>

#include <unistd.h>

namespace perfplan::cli {

namespace {

/// Words that a person typed hold no bytes that could harm a terminal or a file.
Diagnostics check_words(const std::vector<std::string>& words) {
    Diagnostics errors;
    for (const std::string& word : words) {
        if (find_invalid_utf8(word)) {
            errors.push_back(usage_error(fmt::format("'{}' is not valid UTF-8", visible(word))));
        } else if (const auto bad = find_unsafe(word)) {
            errors.push_back(usage_error(
                fmt::format("'{}' contains {}, which has no place in a text", visible(word),
                            name_of_character(std::string_view(word).substr(*bad))),
                "take it out"));
        }
    }
    return errors;
}

Result<ColorWhen> color_when(const Arguments& arguments) {
    const std::string when = arguments.value("color").value_or("auto");
    if (when == "auto") {
        return ColorWhen::automatic;
    }
    if (when == "always" || when == "never") {
        return when == "always" ? ColorWhen::always : ColorWhen::never;
    }
    return fail(usage_error(fmt::format("--color: it can't be '{}'", visible(when)),
                            "it can be auto, always or never"));
}

/// What --diagnostics says, before anything else is looked at: how errors in the rest are written
/// hangs on it. No value may start with --, so the word can't be one.
Result<DiagnosticsForm> diagnostics_form(const std::vector<std::string>& words) {
    constexpr std::string_view name = "--diagnostics";
    std::string wanted = "text";
    const auto end = std::find(words.begin(), words.end(), "--");
    for (auto word = words.begin(); word != end; ++word) {
        if (*word == name && word + 1 != end) {
            wanted = *(word + 1);
        } else if (word->starts_with(fmt::format("{}=", name))) {
            wanted = word->substr(name.size() + 1);
        }
    }
    if (const auto form = find_diagnostics_form(wanted)) {
        return *form;
    }
    return fail(usage_error(fmt::format("--diagnostics: there is no form '{}'", visible(wanted)),
                            choose_from(wanted, diagnostics_forms())));
}

std::string version_text() {
    std::string text = fmt::format("perfplan {}", version);
    if (!commit().empty()) {
        text += fmt::format(" ({})", commit());
    }
    text += "\n\nwith\n";
    for (const Library& library : libraries()) {
        text += fmt::format("  {:<15}{}\n", library.name, library.version);
    }
    return text;
}

bool is_command(std::string_view name) {
    const std::vector<std::string> names = command_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

Diagnostic unknown_topic(std::string_view name) {
    std::vector<std::string> names = command_names();
    for (const Topic& topic : topics()) {
        names.emplace_back(topic.name);
    }
    return unknown_name("command or topic", name, names);
}

Result<ExitCode> show_help(const std::vector<std::string>& words, Io& io) {
    const Style style(io.color(Stream::output));
    if (words.empty() || words.front() == "help" || words.front() == "--help" ||
        words.front() == "-h") {
        io.print(overview(style));
        return ExitCode::done;
    }
    for (const Topic& topic : topics()) {
        if (words.front() == topic.name) {
            io.print(topic_help(topic, style, io.width()));
            return ExitCode::done;
        }
    }
    PERFPLAN_TRY(auto found, is_command(words.front()) ? find_command(words)
                                                       : fail(unknown_topic(words.front())));
    io.print(command_help(found.command, style, io.width()));
    return ExitCode::done;
}

/// A group without one of its commands: its help, and a failure, since nothing was done.
Result<ExitCode> explain_group(const Command& group, SystemIo& io) {
    if (io.diagnostics_form() == DiagnosticsForm::text) {
        io.print_error(command_help(group, Style(io.color(Stream::error)), io.width()));
        return ExitCode::usage;
    }
    std::vector<std::string> names;
    for (const Command& subcommand : group.subcommands) {
        names.push_back(fmt::format("'perfplan {}'", subcommand.name));
    }
    return fail(usage_error(fmt::format("'perfplan {}' needs one of its commands", group.name),
                            fmt::format("there is {}", listing(names))));
}

Result<ExitCode> run_words(const std::vector<std::string>& words, SystemIo& io) {
    PERFPLAN_TRY(const auto form, diagnostics_form(words));
    io.set_diagnostics(form);
    if (Diagnostics errors = check_words(words); !errors.empty()) {
        return fail(std::move(errors));
    }
    Split split = split_global_options(words);
    PERFPLAN_TRY(const auto global, parse_command_line(Command{}, split.global));
    if (global.has("version")) {
        io.print(version_text());
        return ExitCode::done;
    }
    if (split.command.empty()) {
        if (global.has("help") || !is_in_tree(global, io)) {
            return show_help({}, io);
        }
        split.command.emplace_back("today");
    }
    if (split.command.front() == "help") {
        return show_help({split.command.begin() + 1, split.command.end()}, io);
    }
    if (global.has("help")) {
        return show_help(split.command, io);
    }
    PERFPLAN_TRY(auto found, find_command(split.command));
    found.rest.insert(found.rest.begin(), split.global.begin(), split.global.end());
    const auto arguments = parse_command_line(found.command, found.rest);
    PERFPLAN_TRY(const auto color, arguments.and_then(color_when));
    io.set_color(color);
    if (arguments->has("help")) {
        io.print(command_help(found.command, Style(io.color(Stream::output)), io.width()));
        return ExitCode::done;
    }
    if (!found.renamed.empty()) {
        Diagnostic note = warning(
            fmt::format("'perfplan {}' is now 'perfplan {}'", found.renamed, found.command.name),
            "the old name works for one more release");
        note.severity = Severity::note;
        io.report({note});
    }
    if (found.command.run == nullptr) {
        return explain_group(found.command, io);
    }
    return found.command.run(*arguments, io);
}

/// Whatever goes wrong, a shell that asks for candidates gets some or none, and no errors.
int complete(const std::vector<std::string>& words, SystemIo& io) {
    io.silence();
    if (check_words(words).empty()) {
        io.print(completion(words, io));
    }
    return static_cast<int>(io.flush(ExitCode::done));
}

/// Takes no memory itself.
void tell_no_memory() {
    constexpr std::string_view message =
        "error: there is not enough memory\n"
        "hint: what was saved before that is there; the same command again saves the rest\n";
    [[maybe_unused]] const ssize_t n = ::write(STDERR_FILENO, message.data(), message.size());
}

/// Gives back, once, what `set_memory_aside` took: what has begun when memory runs out can mostly
/// be finished and told.
std::atomic<char*> set_aside{nullptr};

void use_last_memory() {
    const std::unique_ptr<char[]> last(set_aside.exchange(nullptr));
    if (!last) {
        throw std::bad_alloc();
    }
}

void set_memory_aside() {
    constexpr std::size_t enough = std::size_t{1} << 20U;
    set_aside = std::make_unique_for_overwrite<char[]>(enough).release();
    std::set_new_handler(use_last_memory);
}

}  // namespace

int run_program(const std::vector<std::string>& words) {
    SystemIo io;
    try {
        if (!words.empty() && words.front() == completion_request) {
            return complete({words.begin() + 1, words.end()}, io);
        }
        const auto result = run_words(words, io);
        if (!result) {
            io.report(result.error());
        }
        return static_cast<int>(io.flush(result ? *result : worst(result.error())));
    } catch (const std::bad_alloc&) {
        tell_no_memory();
        return static_cast<int>(io.flush(ExitCode::io));  // what was saved before is told
    } catch (const std::exception& error) {
        Diagnostic bug;
        bug.code = ExitCode::bug;
        bug.message = fmt::format("this is a bug: {}", error.what());
        io.report({bug});
        return static_cast<int>(io.flush(ExitCode::bug));
    }
}

int run_program(int argc, char** argv) {
    open_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error, as a full disk is
    try {
        set_memory_aside();
        return run_program({argv + std::min(argc, 1), argv + argc});
    } catch (const std::bad_alloc&) {
        tell_no_memory();
        return static_cast<int>(ExitCode::io);
    }
}

}  // namespace perfplan::cli
