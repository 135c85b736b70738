// Text in Markdown.
#pragma once

#include <string>
#include <string_view>

namespace perfplan {

/// One line of text so that Markdown shows it as it is, wherever it stands.
std::string markdown_line(std::string_view text);

}  // namespace perfplan
