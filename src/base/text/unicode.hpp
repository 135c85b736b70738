// One character or one grapheme cluster at a time out of UTF-8, as utf8proc reads them.
#pragma once

#include "base/layers.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace perfplan::base {

inline constexpr std::string_view ellipsis = "…";

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

/// Has no place in a text of ours; see find_unsafe in text.hpp.
bool is_unsafe(char32_t code);

/// What a reader takes for one character: its bytes, and the columns it fills on a terminal.
struct Cluster {
    std::size_t length = 0;
    std::size_t width = 0;
};

/// The cluster at the start of `text`; of length 0 if there is none. An invalid byte is one of its
/// own, of one column.
Cluster first_cluster(std::string_view text);

}  // namespace perfplan::base
