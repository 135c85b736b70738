// A goal as a chart of it.
#pragma once

#include "evaluate/plan/status.hpp"
#include "output/chart/chart.hpp"

#include <string>

namespace perfplan::output {

/// Its readings against what is expected of it, or when it is due and was done, on the day of the
/// plan's figures. `id` tells it from the other charts of a page.
Markup goal_chart(const Settings& settings, const PlanStatus& plan, const GoalStatus& goal,
                  std::string id, ChartSize size = ChartSize::full);

}  // namespace perfplan::output
