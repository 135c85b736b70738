// The verdict of a plan, derived from its figures.
#pragma once

#include "evaluate/plan/plan_status.hpp"
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

}  // namespace perfplan::evaluate
