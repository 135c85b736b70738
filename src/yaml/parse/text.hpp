// Characters and lines of a YAML text. All offsets are bytes; lines end in LF or CRLF, as
// check_bytes() sees to.
// Something that keeps a text from being read, before it is told to people.
#pragma once

#include "base/diagnostics/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace perfplan::yaml {

constexpr bool is_break(char c) {
    return c == '\n' || c == '\r';
}

constexpr bool is_flow_indicator(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

/// The character at `pos`; NUL, which no checked text has, after the end.
constexpr char char_at(std::string_view text, std::size_t pos) {
    return pos < text.size() ? text[pos] : '\0';
}

/// Space, tab, line break or the end of the text.
constexpr bool ends_word(std::string_view text, std::size_t pos) {
    const char c = char_at(text, pos);
    return c == ' ' || c == '\t' || c == '\0' || is_break(c);
}

/// The plain scalars that stand for nothing.
constexpr bool is_null_word(std::string_view text) {
    return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

constexpr std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

/// Where the line of `pos` begins.
std::size_t line_begin(std::string_view text, std::size_t pos);

/// Where the line of `pos` ends: before its CR or LF.
std::size_t line_end(std::string_view text, std::size_t pos);

/// Where the line above the one that begins at `begin` (not 0) ends.
std::size_t end_of_line_above(std::string_view text, std::size_t begin);

/// Behind the line break at `pos`; `pos` itself if there is none.
std::size_t after_break(std::string_view text, std::size_t pos);

/// Behind the spaces at `pos`.
std::size_t skip_spaces(std::string_view text, std::size_t pos);

/// Behind the empty lines at `begin`, a line's begin.
std::size_t after_empty_lines(std::string_view text, std::size_t begin);

/// The first byte at or after `pos` that is no space, line break or part of a comment.
std::size_t skip_to_token(std::string_view text, std::size_t pos);

/// Bytes from the beginning of its line to `pos`.
std::size_t column_of(std::string_view text, std::size_t pos);

/// True if nothing but spaces stands before `pos` in its line.
bool is_first_on_line(std::string_view text, std::size_t pos);

/// The word at `pos`, up to a space or line break, for a message.
std::string word_at(std::string_view text, std::size_t pos);

/// `text` in single quotes for a message, its end left out if it is long.
std::string in_quotes(std::string_view text);

}  // namespace perfplan::yaml

namespace perfplan::yaml {

struct SyntaxError {
    Span span;
    std::string message;
    std::string hint;
};

/// More problems than this of one file help nobody.
inline constexpr std::size_t max_problems = 20;

}  // namespace perfplan::yaml
