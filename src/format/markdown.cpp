#include "format/markdown.hpp"

#include "base/text/text.hpp"

#include <algorithm>

namespace perfplan::format {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "&amp;", "&#60;": what Markdown would show as another character.
bool begins_entity(std::string_view text) {
    if (text.front() != '&') {
        return false;
    }
    const std::size_t end = text.find_first_not_of(
        "#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 1);
    return end != std::string_view::npos && end > 1 && text[end] == ';';
}

/// Spaces that would make a line a block of code, as no-break ones.
std::string without_indentation(std::string line) {
    constexpr std::size_t of_code = 4;
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    if (spaces < of_code) {
        return line;
    }
    std::string kept;
    for (std::size_t i = 0; i < spaces; ++i) {
        kept += "\u00a0";
    }
    return kept + line.substr(spaces);
}

/// Where a line that would start a heading, a list, a quotation or a rule wants its backslash; npos
/// if nowhere.
std::size_t start_of_block(std::string_view line) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos) {
        return start;
    }
    if (std::string_view("#>+-=").find(line[start]) != std::string_view::npos) {
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

/// "<a", "</a", "<!--", "<?": what HTML may begin with.
bool may_begin_tag(std::string_view text) {
    return text.size() > 1 && text.front() == '<' &&
           std::string_view(" \t\n0123456789=<>-").find(text[1]) == std::string_view::npos;
}

/// How much of a text is a web address that begins here: up to a space or an angle bracket, without
/// the punctuation of the sentence it stands in. 0: none, or one that a table or a link can't hold.
std::size_t length_of_url(std::string_view text) {
    if (!text.starts_with("https://") && !text.starts_with("http://")) {
        return 0;
    }
    std::size_t end = std::min(text.find_first_of(" \t\n<>`"), text.size());
    while (end > 0 &&
           std::string_view(".,;:!?'\")]}").find(text[end - 1]) != std::string_view::npos) {
        --end;
    }
    const bool is_plain = text.substr(0, end).find_first_of("|\\") == std::string_view::npos;
    return is_plain && end > text.find("//") + 2 ? end : 0;
}

}  // namespace

std::string markdown_text(std::string_view text) {
    const std::string shown = visible(text);
    std::string escaped;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (const std::size_t url = length_of_url(std::string_view(shown).substr(i)); url > 0) {
            // an autolink, inside of which nothing is escaped
            escaped += '<' + shown.substr(i, url) + '>';
            i += url - 1;
            continue;
        }
        if (may_begin_tag(std::string_view(shown).substr(i))) {
            // GitHub takes a backslash before it for a part of an address
            escaped += "&lt;";
            continue;
        }
        const bool is_sign = std::string_view("|\\<`*_[~").find(shown[i]) != std::string_view::npos;
        if (is_sign || begins_entity(std::string_view(shown).substr(i))) {
            escaped += '\\';
        }
        escaped += shown[i];
    }
    return escaped;
}

std::string markdown_line(std::string_view text) {
    std::string line = markdown_text(text);
    if (const std::size_t block = start_of_block(line); block != std::string_view::npos) {
        line.insert(block, 1, '\\');
    }
    return without_indentation(std::move(line));
}

}  // namespace perfplan::format
