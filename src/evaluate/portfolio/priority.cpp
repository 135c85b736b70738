#include "evaluate/portfolio/priority.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"

#include <fmt/format.h>

#include <tuple>

namespace perfplan::evaluate {

namespace {

int gravity(const PlanStatus& plan) {
    constexpr int scheduled = -1;
    constexpr int closed = -2;
    if (has_relapsed(plan)) {
        return severity(Verdict::at_risk);
    }
    return plan.verdict ? severity(*plan.verdict) : plan.outcome ? closed : scheduled;
}

/// "not signed by manager and rep since Oct 1"
std::string unsigned_in_words(const PlanStatus& plan) {
    std::vector<std::string> roles;
    for (const Role role : plan.agreed.missing) {
        roles.emplace_back(to_string(role));
    }
    return fmt::format("runs since {}, not signed by {}",
                       day(plan.timeline.starts, plan.figures_on), listing(roles));
}

}  // namespace

bool has_relapsed(const PlanStatus& plan) {
    return plan.monitoring && plan.monitoring->relapsed_on;
}

bool operator<(const PlanPriority& a, const PlanPriority& b) {
    return std::tie(b.gravity, a.ratio, a.ref) < std::tie(a.gravity, b.ratio, b.ref);
}

PlanPriority need_of(const PlanStatus& plan) {
    return {gravity(plan), plan.ratio.value_or(1), plan.ref};
}

std::vector<std::string> needs(const PlanStatus& plan) {
    if (has_relapsed(plan)) {
        return {fmt::format("relapsed after success: {}", plan.monitoring->why)};
    }
    if (plan.outcome) {
        return {};
    }
    std::vector<std::string> why;
    if (plan.verdict && severity(*plan.verdict) >= severity(Verdict::stale)) {
        why = plan.reasons;
    }
    if (plan.state == State::ended) {
        why.push_back(fmt::format("ended {}, the outcome is to be decided",
                                  day(plan.timeline.ends, plan.figures_on)));
    }
    if (plan.state == State::draft && plan.timeline.starts < plan.figures_on) {
        why.push_back(unsigned_in_words(plan));
    }
    return why;
}

PlanSummary summary_of(const PlanStatus& plan) {
    return {plan.terms.rep, plan.terms.team,        plan.terms.manager, plan.state,
            plan.verdict,   plan.timeline.window(), need_of(plan)};
}

}  // namespace perfplan::evaluate
