#include "format/diff.hpp"

#include "base/text/text.hpp"

#include <dtl/dtl.hpp>
#include <fmt/format.h>

#include <vector>

namespace perfplan::format {

namespace {

constexpr long long context = 3;

/// Lines with their endings, so that a changed or missing one shows.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::string line(char mark, std::string_view text) {
    if (text.ends_with('\n')) {
        return fmt::format("{}{}", mark, text);
    }
    return fmt::format("{}{}\n\\ No newline at end of file\n", mark, text);
}

/// "12,3", "12", or "11,0" for an empty range, as diff writes them.
std::string range(long long first, long long length) {
    return length == 1 ? fmt::format("{}", first)
                       : fmt::format("{},{}", length == 0 ? first - 1 : first, length);
}

struct Edit {
    char mark;
    std::string text;
};

/// The whole sequence of kept, removed and added lines.
std::vector<Edit> edits(const std::vector<std::string>& before,
                        const std::vector<std::string>& after) {
    dtl::Diff<std::string> diff(before, after);
    diff.compose();
    std::vector<Edit> result;
    for (const auto& [text, info] : diff.getSes().getSequence()) {
        const char mark = info.type == dtl::SES_ADD      ? '+'
                          : info.type == dtl::SES_DELETE ? '-'
                                                         : ' ';
        result.push_back({mark, text});
    }
    return result;
}

/// True if a change is at most `context` lines away from line i.
bool is_near_change(const std::vector<Edit>& all, long long i) {
    const long long last = std::min<long long>(static_cast<long long>(all.size()) - 1, i + context);
    for (long long k = std::max(0LL, i - context); k <= last; ++k) {
        if (all[static_cast<std::size_t>(k)].mark != ' ') {
            return true;
        }
    }
    return false;
}

/// A path as git writes it, from the top of the tree wherever the command was run.
std::string header_name(std::string_view side, std::string_view name) {
    if (name.empty()) {
        return "/dev/null";
    }
    while (name.starts_with("../")) {
        name.remove_prefix(3);
    }
    return fmt::format("{}/{}", side, visible(name));
}

}  // namespace

std::string unified_diff(std::string_view old_name, std::string_view new_name,
                         std::string_view before, std::string_view after) {
    if (before == after) {
        return {};
    }
    std::string result =
        fmt::format("--- {}\n+++ {}\n", header_name("a", old_name), header_name("b", new_name));
    const std::vector<Edit> all = edits(lines_of(before), lines_of(after));
    long long old_line = 1;
    long long new_line = 1;
    for (std::size_t i = 0; i < all.size();) {
        if (!is_near_change(all, static_cast<long long>(i))) {
            ++old_line;
            ++new_line;
            ++i;
            continue;
        }
        std::string body;
        long long removed = 0;
        long long added = 0;
        for (; i < all.size() && is_near_change(all, static_cast<long long>(i)); ++i) {
            removed += all[i].mark != '+' ? 1 : 0;
            added += all[i].mark != '-' ? 1 : 0;
            body += line(all[i].mark, all[i].text);
        }
        result += fmt::format("@@ -{} +{} @@\n{}", range(old_line, removed), range(new_line, added),
                              body);
        old_line += removed;
        new_line += added;
    }
    return result;
}

}  // namespace perfplan::format
