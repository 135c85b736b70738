// Progress drawn in text.
#pragma once

#include "evaluate/plan/status.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// Progress as a bar of `width` cells, with a mark where it should be: "███··│····". Progress below
/// 0 is drawn as 0, above 1 as 1; nothing of it known: no bar, the mark alone.
std::string progress_bar(const std::optional<Fraction>& progress,
                         const std::optional<Fraction>& expected, int width);

/// A line of blocks, one a value of 0 … 1, from ▁ to █; what lies outside is drawn as the nearest.
/// A cell for each period, the newest that have begun if there are more: held, missed, without
/// data, running, to come: "█x?▒·".
std::string period_strip(const GoalPeriods& periods, int width);

std::string sparkline(const std::vector<double>& values);

/// The progress of a goal on the last `most` days of which it has a reading, the latest last.
std::vector<double> goal_trend(const GoalStatus& goal, std::size_t most);

/// The score of a plan on the last `most` days on which anything of it was recorded, the latest
/// last. For drawing: in floating point.
std::vector<double> score_trend(const PlanStatus& plan, std::size_t most);

}  // namespace perfplan::output
