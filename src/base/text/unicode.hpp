// UTF-8 as characters, as grapheme clusters and as columns of a terminal.
#pragma once

#include "base/layers.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace perfplan::base {

inline constexpr std::string_view ellipsis = "…";

constexpr bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

constexpr bool is_printable_ascii(char byte) {
    return byte >= ' ' && byte <= '~';
}

/// A code point and the bytes it takes.
struct Character {
    char32_t code = 0;
    std::size_t length = 0;
};

/// The character at the start of `text`; nothing if there is none or its bytes are not valid.
std::optional<Character> first_character(std::string_view text);

/// Not allowed in any text; see find_unsafe.
bool is_unsafe(char32_t code);

/// True for characters without a width that no name needs: zero-width spaces and marks, soft
/// hyphens, tags. Joiners are none, since some scripts and emoji need them.
bool is_invisible(char32_t code);

/// The offset of the first invisible character, or nothing.
std::optional<std::size_t> find_invisible(std::string_view text);

/// What a reader takes for one character: its bytes, and the columns it fills on a terminal.
struct Cluster {
    std::size_t length = 0;
    std::size_t width = 0;
};

/// The cluster at the start of `text`; of length 0 if there is none. An invalid byte is one of its
/// own, of one column.
Cluster first_cluster(std::string_view text);

/// The offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and code points
/// over U+10FFFF count as invalid), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The offset of the first character that has no place in a text of ours, or nothing: C0 and C1
/// controls but tab, LF and CR; DEL; bidi embeddings, overrides and isolates (U+202A-202E,
/// U+2066-2069); U+2028, U+2029; U+FEFF; non-characters. Valid UTF-8 is required.
std::optional<std::size_t> find_unsafe(std::string_view text);

/// Columns on a terminal: wide CJK and emoji 2, combining marks 0, by grapheme cluster. Valid UTF-8
/// is required.
std::size_t display_width(std::string_view text);

/// True for letters, digits, signs and spaces of ASCII alone: it is as wide as it is long.
bool is_printable_ascii(std::string_view text);

/// The longest start of `text` that fits in `width` columns, its last column "…" if something was
/// cut off. Never cuts a grapheme cluster.
std::string truncate(std::string_view text, std::size_t width);

enum class Align { left, right };
/// Padded with spaces to `width` columns; text that is wider stays as it is.
std::string pad(std::string_view text, std::size_t width, Align align = Align::left);

}  // namespace perfplan::base
