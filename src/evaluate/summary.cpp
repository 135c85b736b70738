#include <perfplan/evaluate/summary.hpp>

namespace perfplan {

PlanSummary summary_of(const PlanStatus& plan) {
    return {plan.terms.rep, plan.terms.team,        plan.terms.manager, plan.state,
            plan.verdict,   plan.timeline.window(), need_of(plan)};
}

}  // namespace perfplan
