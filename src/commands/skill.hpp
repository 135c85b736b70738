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

const SectionCommands& skill_commands();

/// What values of a skill depend on: the levels of the competency with its id.
ValueContext skill_context(const OpenPlan& open, const Slug& skill);

}  // namespace perfplan
