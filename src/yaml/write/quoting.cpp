#include "yaml/write/quoting.hpp"

#include "base/text/text.hpp"
#include "yaml/parse/escape.hpp"
#include "yaml/parse/text.hpp"

#include <algorithm>
#include <array>

namespace perfplan::yaml {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// What some reader or other takes for a null, a truth or a number.
bool is_reserved_word(std::string_view text) {
    constexpr std::array<std::string_view, 9> words{"null", "true", "false", "yes", "no",
                                                    "on",   "off",  "y",     "n"};
    constexpr std::size_t longest = 5;
    return text.size() <= longest &&
           std::find(words.begin(), words.end(), lower(text)) != words.end();
}

/// Numbers of all bases, sexagesimals, dates and times: they start with a digit and consist of
/// these.
bool may_be_number(std::string_view text) {
    constexpr std::string_view letters = "0123456789abcdefxoABCDEFXO_+-.,: tTzZ";
    return is_digit(text[0]) && text.find_first_not_of(letters) == std::string_view::npos;
}

/// A sign or dot: the start of a number, or of what some reader takes for one.
bool starts_like_number(char c) {
    constexpr std::string_view starts = "-+.=<~";
    return starts.find(c) != std::string_view::npos;
}

bool starts_with_indicator(std::string_view text) {
    constexpr std::string_view leading = "?:,[]{}#&*!|>'\"%@`";
    return leading.find(text[0]) != std::string_view::npos ||
           (text[0] == '-' && ends_word(text, 1));
}

bool has_inner_indicator(std::string_view text, Value::Layout inside) {
    if (inside == Value::Layout::flow && text.find_first_of(",[]{}?") != std::string_view::npos) {
        return true;
    }
    return text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
           text.back() == ':';
}

/// Characters that are not written as they are, but in double quotes.
bool needs_escapes(std::string_view text) {
    return text.find_first_of("\t\r\n") != std::string_view::npos || find_invalid_utf8(text) ||
           find_unsafe(text);
}

bool is_date(std::string_view text) {
    constexpr std::string_view form = "0000-00-00";
    return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                      [](char c, char f) { return f == '0' ? is_digit(c) : c == f; });
}

bool is_whole_number(std::string_view text) {
    constexpr std::size_t longest = 15;
    return !text.empty() && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), is_digit) && (text[0] != '0' || text.size() == 1);
}

}  // namespace

bool is_plain(std::string_view text, Value::Layout inside) {
    return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
           !starts_with_indicator(text) && !has_inner_indicator(text, inside) &&
           !needs_escapes(text);
}

bool is_plain_string(std::string_view text, Value::Layout inside) {
    // Within brackets, readers differ about colons.
    const bool has_colon =
        inside == Value::Layout::flow && text.find(':') != std::string_view::npos;
    return is_plain(text, inside) && !starts_like_number(text[0]) && !is_reserved_word(text) &&
           !may_be_number(text) && !has_colon;
}

// libfyaml 0.7 reads two doubled quotes in a row as three quotes.
bool fits_single_quotes(std::string_view text) {
    return !needs_escapes(text) && text.find("''") == std::string_view::npos;
}

std::string single_quoted(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        quoted.append(c == '\'' ? 2 : 1, c);
    }
    return quoted += '\'';
}

std::string quoted(std::string_view text, Value::Layout inside) {
    if (is_plain_string(text, inside)) {
        return std::string(text);
    }
    return fits_single_quotes(text) ? single_quoted(text) : double_quoted(text);
}

std::string key_text(std::string_view key, Value::Layout inside) {
    return is_date(key) || is_whole_number(key) ? std::string(key) : quoted(key, inside);
}

bool fits_literal(std::string_view text) {
    if (text.find('\n') == std::string_view::npos || text[0] == '\n' ||
        text.find('\r') != std::string_view::npos || find_invalid_utf8(text) || find_unsafe(text)) {
        return false;
    }
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        // Spaces alone could be indentation as well, and tabs are taken for it by some.
        if (!line.empty() &&
            (line[0] == '\t' || line.find_first_not_of(" \t") == std::string_view::npos)) {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

}  // namespace perfplan::yaml
