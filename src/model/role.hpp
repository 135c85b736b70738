// The roles in a plan.
#pragma once

#include "base/diagnostics/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::model {

enum class Role { rep, manager, hr, witness };

std::string_view to_string(Role role);
Parsed<Role> parse_role(std::string_view text);
/// The names of all roles, for help and completion.
std::vector<std::string> roles();

}  // namespace perfplan::model
