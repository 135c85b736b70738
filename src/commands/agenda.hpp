// What is due of many plans: what `agenda` and `review --due` have in common.
#pragma once

#include "commands/common/session.hpp"

#include <vector>

namespace perfplan::commands {

/// everything: all steps; reviews: of each plan the review that is due first.
enum class AgendaOf { everything, reviews };

/// --within, --as-of, the selection of plans, formats and --alarm.
std::vector<Option> agenda_options();

/// Prints what is overdue and what is to come of the plans that are selected.
Result<ExitCode> show_agenda(const Arguments& arguments, AgendaOf of, Io& io);

}  // namespace perfplan::commands
