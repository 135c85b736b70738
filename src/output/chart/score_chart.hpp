// The course of a plan's score, small enough to stand among many.
#pragma once

#include "evaluate/plan/status.hpp"
#include "output/chart/chart.hpp"

#include <string>
#include <vector>

namespace perfplan::output {

/// Its score in percent against what is expected, from the first day to the last, or to the last
/// thing recorded. `id` tells it from the other charts of a page. Nothing for a plan without a goal
/// that counts in the score.
Markup score_chart(const Settings& settings, const PlanStatus& plan, std::string id);

/// What the lines of such a chart mean.
std::vector<LegendEntry> score_legend();

/// A bar of `share` (0 … 1) of the room there is.
Markup share_bar(double share);

}  // namespace perfplan::output
