// The commands there are. A new one is declared here and gets its line in registry.cpp.
#pragma once

#include "commands/command.hpp"

namespace perfplan::commands {

Command init_command();
Command create_command();
Command goal_command();
Command skill_command();
Command activity_command();
Command note_command();
Command review_command();
Command sign_command();
Command status_command();
Command log_command();
Command agenda_command();
Command today_command();
Command check_command();
Command report_command();
Command completion_command();

}  // namespace perfplan::commands
