// What a command would change, as a unified diff.
#pragma once

#include "base/layers.hpp"

#include <string>
#include <string_view>

namespace perfplan::format {

/// The difference of two texts with three lines of context, as `git diff` and `patch` understand
/// it; empty if there is none. An empty name is /dev/null: the file is new.
std::string unified_diff(std::string_view old_name, std::string_view new_name,
                         std::string_view before, std::string_view after);

}  // namespace perfplan::format
