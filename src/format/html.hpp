// HTML and SVG: what this program wrote itself, and what has to be escaped to stand in it.
#pragma once

#include "base/layers.hpp"

#include <string>
#include <string_view>

namespace perfplan::format {

/// A piece of HTML or SVG that this program made; never a person's words.
struct Markup {
    std::string text;
};

/// Text so that HTML and SVG show it as it is, between tags or in a quoted attribute: markup is
/// escaped, unsafe characters are visible escapes; line breaks stay, a tab is a
/// space.
std::string html_text(std::string_view text);

}  // namespace perfplan::format
