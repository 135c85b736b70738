// How a message names the text it complains about.
#pragma once

#include <string>
#include <string_view>

namespace perfplan {

/// The text in single quotes, its unsafe characters as visible escapes, cut when very long: an
/// error about a megabyte is one line too.
std::string quoted(std::string_view text);

}  // namespace perfplan
