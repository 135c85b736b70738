// The commands under 'goal', and what they share.
#pragma once

#include "commands/terms/entries.hpp"

namespace perfplan::commands {

Command goal_add_command();
Command goal_set_command();
Command goal_drop_command();
Command goal_record_command();
Command goal_list_command();

const SectionCommands& goal_commands();

}  // namespace perfplan::commands
