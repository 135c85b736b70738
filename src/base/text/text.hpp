// Texts: how messages show and name them, wrapping, comparing, and classes of ASCII characters.
#pragma once

#include "base/text/unicode.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::base {

/// How the character at the start of `text` would be named in a message: "U+202E".
std::string name_of_character(std::string_view text);

/// `text` as it may be shown anywhere: unsafe characters, line breaks and tabs as visible escapes
/// (\n, \t, \e, \x07, \u{202e}), invalid bytes as \xff. Plain text comes back unchanged.
std::string visible(std::string_view text);
/// The same, but line breaks (LF) stay.
std::string visible_lines(std::string_view text);

/// Broken at spaces into lines of at most `width` columns (a longer word stands alone); existing LF
/// are kept. Spaces inside a line stay, those at its end go; an empty text is one empty line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// Unicode NFC. Valid UTF-8 is required.
std::string normalize(std::string_view text);

/// Without spaces, tabs, CR and LF at both ends.
std::string_view trim(std::string_view text);

/// ASCII letters in lower case, all else unchanged.
std::string lower(std::string_view text);

/// The candidate that was most likely meant by `word`: the nearest by edits (a swap of neighbors
/// is one edit; case costs nothing), or the only one that `word` is a start of (3 characters at
/// least). Nothing when all are too far.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

/// A hint for a word that is none of the candidates: "did you mean 'pipeline'?" if one is near,
/// else what `otherwise` says.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         std::string otherwise = {});

/// The same, else all of them: "it can be weekly, monthly or quarterly".
std::string choose_from(std::string_view word, const std::vector<std::string>& choices);

/// A name as people would type it: accents composed, every kind of space, apostrophe and hyphen as
/// that of ASCII, single spaces, nothing invisible. For comparing; valid UTF-8 is required.
std::string plain_name(std::string_view text);

/// What two spellings of one name have in common: plain_name in any case.
std::string folded(std::string_view text);

/// The same text with every kind of space as U+0020, single, and none at its ends.
std::string with_plain_spaces(std::string_view text);

/// "a", "a and b", "a, b and c"
std::string listing(const std::vector<std::string>& items, std::string_view conjunction = "and");

/// "1 goal", "2 goals"
std::string count(std::size_t n, std::string_view noun, std::string_view plural = {});

/// The text in single quotes, its unsafe characters as visible escapes, cut when very long: an
/// error about a megabyte is one line too.
std::string quoted(std::string_view text);

constexpr bool is_digit(char byte) {
    return '0' <= byte && byte <= '9';
}

constexpr bool is_capital(char byte) {
    return 'A' <= byte && byte <= 'Z';
}

constexpr char to_lower(char byte) {
    return is_capital(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
}

constexpr bool is_letter(char byte) {
    return 'a' <= to_lower(byte) && to_lower(byte) <= 'z';
}

/// One digit at least, and nothing else.
constexpr bool are_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace perfplan::base
