// The commands under 'skill', and what they share.
#pragma once

#include "terms_edit.hpp"

namespace perfplan {

Command skill_add_command();
Command skill_set_command();
Command skill_drop_command();
Command skill_assess_command();
Command skill_plan_command();
Command skill_done_command();
Command skill_list_command();

/// The skills that were named, each known to the plan.
Result<std::vector<Slug>> named_skills(const Arguments& arguments, const Plan& plan);

/// What values of a skill depend on: the levels of the competency with its id.
ValueContext skill_context(const OpenPlan& open, const Slug& skill);

/// "perfplan skill list dana-reyes/2026-q4"
std::string skill_list_of(const OpenPlan& open);

}  // namespace perfplan
