// Words of commands that people are to type or that scripts run.
#pragma once

#include "base/layers.hpp"

#include <string>
#include <string_view>

namespace perfplan::base {

/// In single quotes, as a POSIX shell reads it: "O'Brien" is 'O'\''Brien'
std::string in_shell_quotes(std::string_view text);

/// The same, but as it stands where a shell reads that as one word.
std::string shell_word(std::string_view text);

}  // namespace perfplan::base
