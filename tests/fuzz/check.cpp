// Files cut short anywhere, and with single bytes changed: `check` neither fails nor hangs, and
// what is missing or changed does not pass unnoticed.
//
//     check_fuzz [--all] TREE...      --all: every prefix and many bytes, not a sample of them
#include "base/digest.hpp"
#include "commands/check/scan.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace perfplan;
using namespace perfplan::cli;
namespace fs = std::filesystem;

const Date today(2026, 11, 23);

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// Everything that is found, without the lines: these move.
std::multiset<std::string> findings_of(const fs::path& tree) {
    std::multiset<std::string> all;
    const auto checked = check_tree({tree.string(), TreeLocation::Search::here}, today, today);
    if (!checked) {
        return {"no tree"};
    }
    for (const Diagnostic& finding : checked->findings) {
        all.insert(finding.rule + finding.file + finding.message);
    }
    for (const CheckedPlan& plan : checked->plans) {
        for (const Diagnostic& finding : plan.findings) {
            all.insert(finding.rule + finding.file + finding.message);
        }
    }
    return all;
}

/// The fields without which a file says nothing, with what they hold.
std::string required_in(const std::string& bytes) {
    const auto document = yaml::Document::read("x", bytes, yaml::CrossCheck::left_for_later);
    if (!document) {
        return "unreadable";
    }
    std::string required;
    const yaml::Node root = document->root();
    for (const char* field : {"rep", "starts", "ends", "kind", "date", "by", "format"}) {
        if (const yaml::Node node = root.find(field)) {
            required += std::string(field) + "=" + std::string(node.text()) + "\n";
        }
    }
    return required;
}

/// True if nobody but the rep could know that a byte was changed: terms that are not sealed, a
/// record that a person named, the settings.
bool is_unsealed(const fs::path& file) {
    const std::string stem = file.stem().string();
    const std::string suffix = stem.substr(stem.rfind('-') + 1);
    return file.filename() == "perfplan.yaml" || file.filename() == "plan.yaml" ||
           !may_be_short_digest(suffix);
}

class Fuzz {
public:
    Fuzz(fs::path tree, std::size_t stride) : tree_(std::move(tree)), stride_(stride) {
        before_ = findings_of(tree_);
    }

    int run() {
        for (const auto& entry : fs::recursive_directory_iterator(tree_)) {
            if (entry.is_regular_file()) {
                files_.push_back(entry.path());
            }
        }
        std::sort(files_.begin(), files_.end());
        for (const fs::path& file : files_) {
            const std::string original = bytes_of(file);
            cut(file, original);
            change(file, original);
            write(file, original);
        }
        return wrong_;
    }

    [[nodiscard]] std::size_t tried() const { return tried_; }

private:
    void cut(const fs::path& file, const std::string& original) {
        for (std::size_t length = offset_ % stride_; length < original.size(); length += stride_) {
            try_one(file, original, original.substr(0, length), "cut at", length, true);
        }
        offset_ += 7;
    }

    void change(const fs::path& file, const std::string& original) {
        constexpr std::string_view others = "x0 :\n\"#\xff{";
        for (std::size_t at = offset_ % stride_; at < original.size(); at += stride_) {
            std::string changed = original;
            changed[at] = others[(at + offset_) % others.size()];
            if (changed != original) {
                try_one(file, original, changed, "changed at", at, !is_unsealed(file));
            }
        }
        offset_ += 3;
    }

    void try_one(const fs::path& file, const std::string& original, const std::string& now,
                 const char* what, std::size_t at, bool must_be_noticed) {
        ++tried_;
        write(file, now);
        const bool is_noticed = findings_of(tree_) != before_;
        if (!is_noticed && must_be_noticed && required_in(now) != required_in(original)) {
            ++wrong_;
            std::printf("%s %s byte %zu: passes unnoticed\n", file.c_str(), what, at);
        }
    }

    fs::path tree_;
    std::size_t stride_;
    std::size_t offset_ = 0;
    std::size_t tried_ = 0;
    std::multiset<std::string> before_;
    std::vector<fs::path> files_;
    int wrong_ = 0;
};

/// A tree with one of the plans only: looking at the others costs time and tells nothing.
std::vector<fs::path> trees_with_one_plan(const fs::path& source, const fs::path& scratch) {
    std::vector<fs::path> trees;
    for (const auto& rep : fs::directory_iterator(source / "plans")) {
        for (const auto& plan : fs::directory_iterator(rep.path())) {
            if (!plan.is_directory()) {
                continue;
            }
            const fs::path tree = scratch / std::to_string(trees.size());
            const fs::path target = tree / "plans" / rep.path().filename() / plan.path().filename();
            fs::create_directories(target);
            fs::copy(plan.path(), target, fs::copy_options::recursive);
            fs::copy(source / "perfplan.yaml", tree / "perfplan.yaml");
            trees.push_back(tree);
        }
    }
    return trees;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    const bool all = std::erase(words, "--all") > 0;
    const std::size_t stride = all ? 1 : 79;
    char scratch[] = "/tmp/perfplan-fuzz-XXXXXX";
    if (words.empty() || ::mkdtemp(scratch) == nullptr) {
        std::puts("usage: check_fuzz [--all] TREE...");
        return 2;
    }
    int wrong = 0;
    std::size_t tried = 0;
    for (const std::string& word : words) {
        const fs::path place = fs::path(scratch) / fs::path(word).filename();
        for (const fs::path& tree : trees_with_one_plan(fs::canonical(word), place)) {
            Fuzz fuzz(tree, stride);
            wrong += fuzz.run();
            tried += fuzz.tried();
        }
    }
    fs::remove_all(scratch);
    std::printf("%zu damaged files, %d passed unnoticed\n", tried, wrong);
    return wrong == 0 ? 0 : 1;
}
