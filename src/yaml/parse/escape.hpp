// The escapes of double-quoted scalars.
#pragma once

#include "yaml/parse/text.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace perfplan::yaml {

struct Escape {
    std::string text;     ///< the character it stands for
    std::size_t end = 0;  ///< after the escape
};

/// The escape whose backslash is at `pos`. Refused: unknown ones, halves of surrogate pairs, and
/// those that yield a character which find_unsafe() refuses.
tl::expected<Escape, SyntaxError> read_escape(std::string_view text, std::size_t pos);

/// `text` between double quotes, on one line: what can't be written as it is becomes an escape, an
/// invalid byte becomes U+FFFD.
std::string double_quoted(std::string_view text);

std::string to_utf8(std::uint32_t code_point);

}  // namespace perfplan::yaml
