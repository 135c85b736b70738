// The commands under 'goal', and what they share.
#pragma once

#include "terms_edit.hpp"

namespace perfplan {

Command goal_add_command();
Command goal_set_command();
Command goal_drop_command();
Command goal_record_command();
Command goal_list_command();

/// The goals that were named, each known to the plan.
Result<std::vector<Slug>> named_goals(const Arguments& arguments, const Plan& plan);

}  // namespace perfplan
