#include "markdown.hpp"

#include <perfplan/base/text.hpp>

namespace perfplan {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Where a line that would start a heading, a list, a quotation or a rule wants its backslash; npos
/// if nowhere.
std::size_t start_of_block(std::string_view line) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos) {
        return start;
    }
    if (std::string_view("#>+-=~").find(line[start]) != std::string_view::npos) {
        return start;
    }
    std::size_t end = start;
    while (end < line.size() && is_digit(line[end])) {
        ++end;
    }
    const bool is_numbered = end > start && end < line.size() &&
                             (line[end] == '.' || line[end] == ')') &&
                             (end + 1 == line.size() || line[end + 1] == ' ');
    return is_numbered ? end : std::string_view::npos;
}

}  // namespace

std::string markdown_line(std::string_view text) {
    const std::string shown = visible(text);
    const std::size_t block = start_of_block(shown);
    std::string line;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i == block || std::string_view("|\\<`*_[").find(shown[i]) != std::string_view::npos) {
            line += '\\';
        }
        line += shown[i];
    }
    return line;
}

}  // namespace perfplan
