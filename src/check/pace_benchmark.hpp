// How fast figures moved so far: the yardstick for what a goal asks.
#pragma once

#include "evaluate/plan/status.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::check {

/// The fastest that a figure moved towards its target between two readings (or the baseline on the
/// first day) that lie a week or more apart.
struct BestPace {
    Window days;    ///< from the day after the first reading to the day of the second
    Fraction pace;  ///< a day that counts, in the direction of the target; positive
};
std::optional<BestPace> best_stretch(const GoalStatus& goal, const DayCounter& days);

/// The best stretch of one rep, for others to be compared with.
struct Pace {
    PlanRef plan;
    std::string metric;  ///< with unit and direction, as they compare
    Fraction pace;       ///< a day that counts
};
std::vector<Pace> paces_of(const Settings& settings, const PlanStatus& plan);

/// The fastest of a tree, by what they measure.
class Peers {
public:
    Peers() = default;
    explicit Peers(std::vector<Pace> paces);

    /// The fastest that another rep was with the goal's metric, unit and direction; or null.
    [[nodiscard]] const Pace* fastest(const Slug& except, const GoalStatus& goal) const;

private:
    std::vector<Pace> paces_;  ///< of each metric the fastest, and the fastest of another rep
};

}  // namespace perfplan::check
