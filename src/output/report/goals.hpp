// The shortfall and the goals in a report.
#pragma once

#include "evaluate/plan/status.hpp"
#include "format/template_view.hpp"

#include <vector>

namespace perfplan::output {

/// A goal, with what its figures in a report need.
struct ReportedGoal {
    const Settings& settings;
    const PlanStatus& plan;
    const GoalStatus& goal;
};

std::vector<ReportedGoal> reported_goals(const Settings& settings, const PlanStatus& plan);
const ViewShape<ReportedGoal>& goal_shape();

/// A plan whose terms state a shortfall.
struct ReportedShortfall {
    const Shortfall& shortfall;
    const std::optional<Decimal>& attainment;  ///< as a fraction
};

std::optional<ReportedShortfall> reported_shortfall(const PlanStatus& plan);
const ViewShape<ReportedShortfall>& shortfall_shape();

}  // namespace perfplan::output
