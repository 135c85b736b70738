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

std::string markdown_text(std::string_view text) {
    std::string escaped;
    for (const char c : visible(text)) {
        if (std::string_view("|\\<`*_[").find(c) != std::string_view::npos) {
            escaped += '\\';
        }
        escaped += c;
    }
    return escaped;
}

std::string markdown_line(std::string_view text) {
    std::string line = markdown_text(text);
    if (const std::size_t block = start_of_block(line); block != std::string_view::npos) {
        line.insert(block, 1, '\\');
    }
    return line;
}

}  // namespace perfplan
