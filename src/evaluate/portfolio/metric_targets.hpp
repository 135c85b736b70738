// The targets that different plans set for the same metric.
#pragma once

#include "evaluate/portfolio/statistics.hpp"
#include "evaluate/portfolio/team.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// How a goal's figure is bounded.
enum class TargetSense { rise, fall, at_most, at_least };

/// "rise to", "fall to", "at most", "at least"
std::string_view to_string(TargetSense sense);

/// One goal's target, or limit.
struct ComparedTarget {
    std::size_t plan = 0;  ///< its place among the plans
    Slug goal;
    std::optional<Decimal> baseline;  ///< of a figure that is to rise or to fall
    Decimal target;
    Window window;
    /// By how much the figure is to change on each day that counts, without its sign; nothing for
    /// a limit and for a window without such days.
    std::optional<Fraction> a_day{};
};

/// The targets of one manager for one metric.
struct ManagerTargets {
    std::optional<std::string> manager;
    int goals = 0;
    Range targets;
};

/// All goals with one metric, unit and sense.
struct MetricTargets {
    std::string metric;
    std::optional<std::string> unit;
    TargetSense sense = TargetSense::rise;
    std::vector<ComparedTarget> goals;  ///< by role, then from the least target to the greatest
    Range targets;
    std::vector<ManagerTargets> managers;  ///< by name
};

/// The targets of every metric that goals of at least two plans share.
std::vector<MetricTargets> metric_targets(const std::vector<RecordedPlan>& plans);

}  // namespace perfplan::evaluate
