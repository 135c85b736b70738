// The steps of a plan ahead, and those overdue.
#pragma once

#include "evaluate/plan/plan_status.hpp"

#include <vector>

namespace perfplan::evaluate {

/// The steps after `figures_on` and the overdue ones, by date; empty for a closed plan. Reviews are
/// not overdue while a plan is paused.
std::vector<NextStep> agenda(const PlanStatus& plan);

/// The next steps of an agenda: of each series, the overdue ones and the first one ahead.
std::vector<NextStep> next_steps(const std::vector<NextStep>& agenda);

}  // namespace perfplan::evaluate
