// The verdict of a plan from everything else that is known about it.
#pragma once

#include "evaluate/plan/status.hpp"
#include "evaluate/plan/verdict.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// Support that the company promised and that is late.
std::vector<const ActivityStatus*> late_support(const PlanStatus& plan);

/// What the score says against what is expected of it: early while no more than the grace of the
/// plan is gone, or every scored goal is early or met; on_track where nothing is expected yet;
/// nothing without a score.
std::optional<Verdict> verdict_of_score(const PlanStatus& plan, const Policy& policy);

/// met when success holds, else the worst of: the verdict of the score; off_track for a breached
/// guardrail or a missed goal; at_risk for a goal that is off track, an overdue review or support
/// by the company that is late; stale for a goal that is stale or without a reading; early.
Verdict verdict_of(const PlanStatus& plan, const Policy& policy);

/// The reasons of the verdict in words, the gravest first.
std::vector<std::string> reasons_of(const PlanStatus& plan, const Policy& policy);

/// All that is to come from `figures_on` on and what is overdue, by date; nothing of a closed plan.
/// While a plan is paused no review is overdue.
std::vector<NextStep> agenda(const PlanStatus& plan);
/// What of that comes next: of a row of dates the overdue one and the first to come.
std::vector<NextStep> next_steps(const std::vector<NextStep>& agenda);

}  // namespace perfplan::evaluate
