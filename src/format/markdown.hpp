// Text in Markdown.
#pragma once

#include "base/layers.hpp"

#include <string>
#include <string_view>

namespace perfplan::format {

/// Text within a line, or in a cell of a table, so that Markdown shows it as it is.
std::string markdown_text(std::string_view text);

/// One line of text so that Markdown shows it as it is, wherever it stands.
std::string markdown_line(std::string_view text);

}  // namespace perfplan::format
