// The course of a plan: its score as it was recorded, and as it should have been.
#pragma once

#include "evaluate/plan/status.hpp"

#include <vector>

namespace perfplan::evaluate {

/// A score at the end of a day, as a fraction.
struct ScorePoint {
    Date on;
    Fraction score;
};

struct ScoreSeries {
    /// On the days on which anything that counts in the score was recorded, up to that of the
    /// figures; by date.
    std::vector<ScorePoint> scores;
    /// From the day before the first to the last one, on the days between which it is a straight
    /// line as far as all days count; by date. Empty without a goal that counts in the score.
    std::vector<ScorePoint> expected;
};

ScoreSeries score_course(const Settings& settings, const PlanStatus& plan);

}  // namespace perfplan::evaluate
