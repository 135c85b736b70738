// The commands under 'skill', and what they share.
#pragma once

#include "commands/common/listing.hpp"
#include "commands/terms/entries.hpp"

namespace perfplan::commands {

Command skill_add_command();
Command skill_set_command();
Command skill_drop_command();
Command skill_assess_command();
Command skill_list_command();

const SectionCommands& skill_commands();

/// What values of a skill depend on: the levels of the competency with its id.
ValueContext skill_context(const OpenPlan& open, const Slug& skill);

/// The skills and activities of a plan in any format.
std::string development_text(const PlanStatus& plan, const Output& output, Date date, Io& io);
Listed development_listing();

}  // namespace perfplan::commands
