// The commands under 'goal', and what they share.
#pragma once

#include "terms_edit.hpp"

namespace perfplan {

Command goal_add_command();
Command goal_set_command();
Command goal_drop_command();
Command goal_record_command();
Command goal_list_command();

const SectionCommands& goal_commands();

}  // namespace perfplan
