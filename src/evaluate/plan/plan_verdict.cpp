#include "evaluate/plan/plan_verdict.hpp"

#include "evaluate/plan/score.hpp"

#include <algorithm>

namespace perfplan::evaluate {

namespace {

Verdict worse(Verdict a, Verdict b) {
    return severity(a) < severity(b) ? b : a;
}

}  // namespace

std::vector<const ActivityStatus*> late_support(const PlanStatus& plan) {
    std::vector<const ActivityStatus*> late;
    for (const ActivityStatus& activity : plan.activities) {
        if (activity.owed_by == OwedBy::company && activity.verdict == ActivityVerdict::late) {
            late.push_back(&activity);
        }
    }
    return late;
}

namespace {

/// What of the plan is gone, 0 … 1; of one without days that count nothing, until its last day.
Fraction share_gone(const PlanStatus& plan) {
    const bool is_over = plan.figures_on >= plan.timeline.ends;
    return quotient(plan.days.elapsed, plan.days.total).value_or(is_over ? 1 : 0);
}

}  // namespace

std::optional<Verdict> verdict_of_score(const PlanStatus& plan, const Policy& policy) {
    if (!plan.score) {
        return std::nullopt;
    }
    const bool nothing_to_tell =
        std::all_of(plan.goals.begin(), plan.goals.end(), [](const GoalStatus& goal) {
            return !goal.is_scored() || goal.verdict == Verdict::early ||
                   goal.verdict == Verdict::met;
        });
    if (nothing_to_tell || share_gone(plan) * 100 <= policy.grace) {
        return Verdict::early;
    }
    return plan.ratio ? verdict_of_ratio(*plan.ratio, policy) : Verdict::on_track;
}

Verdict verdict_of(const PlanStatus& plan, const Policy& policy) {
    if (success_holds(plan.terms, plan.goals, plan.score, plan.timeline.ends, plan.figures_on)) {
        return Verdict::met;
    }
    Verdict verdict = verdict_of_score(plan, policy).value_or(Verdict::early);
    for (const GoalStatus& goal : plan.goals) {
        verdict = worse(verdict, said_by(goal.verdict));
    }
    if (!late_support(plan).empty() || plan.reviews.overdue_since) {
        verdict = worse(verdict, Verdict::at_risk);
    }
    return verdict;
}

}  // namespace perfplan::evaluate
