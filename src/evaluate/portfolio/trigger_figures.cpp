#include "evaluate/portfolio/trigger_figures.hpp"

#include "base/text/text.hpp"
#include "evaluate/portfolio/priority.hpp"
#include "evaluate/portfolio/stated_results.hpp"
#include "evaluate/portfolio/trigger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace perfplan::evaluate {

namespace {

/// The plans of every rep, by when they began.
using PlansByRep = std::map<Slug, std::vector<const PlanStatus*>>;

PlansByRep by_rep(const std::vector<RecordedPlan>& tree) {
    PlansByRep plans;
    for (const RecordedPlan& plan : tree) {
        plans[plan.status.ref.rep].push_back(&plan.status);
    }
    for (auto& [rep, of_rep] : plans) {
        std::stable_sort(of_rep.begin(), of_rep.end(), [](const auto* a, const auto* b) {
            return a->terms.starts < b->terms.starts;
        });
    }
    return plans;
}

std::optional<StatedResult> result_of(const PlanStatus& plan, const FiscalYear& fiscal) {
    return plan.terms.shortfall ? stated_result(*plan.terms.shortfall, fiscal) : std::nullopt;
}

bool is_before(const StatedResult& a, const StatedResult& b) {
    return a.periods.back() < b.periods.back();
}

/// What was known when a plan began of what came before its own result; the last one is its own.
std::vector<StatedResult> results_up_to(const PlanStatus& plan, StatedResult own,
                                        const std::vector<const PlanStatus*>& of_rep,
                                        const FiscalYear& fiscal) {
    std::vector<StatedResult> results;
    for (const PlanStatus* other : of_rep) {
        auto result =
            other->terms.starts <= plan.terms.starts ? result_of(*other, fiscal) : std::nullopt;
        if (result && is_before(*result, own)) {
            results.push_back(*std::move(result));
        }
    }
    std::stable_sort(results.begin(), results.end(), is_before);
    results.push_back(std::move(own));
    return results;
}

std::string why_not_known(const PlanStatus& plan) {
    const auto& shortfall = plan.terms.shortfall;
    return shortfall && shortfall->period && shortfall->quota && shortfall->attained
               ? fmt::format("'{}' names no period, or no quota applied",
                             visible(*shortfall->period))
               : "the plan states no period, quota and figure attained";
}

JudgedPlan judged(std::size_t place, const PlanStatus& plan, const Settings& settings,
                  const std::vector<const PlanStatus*>& of_rep) {
    const auto own = result_of(plan, settings.fiscal_year());
    if (!own) {
        return {place, TriggerMatch::not_known, std::nullopt, why_not_known(plan)};
    }
    const std::vector<Trigger>& rules = settings.policy.trigger;
    auto [match, why] = matched(rules, results_up_to(plan, *own, of_rep, settings.fiscal_year()));
    const bool is_below_one = std::any_of(rules.begin(), rules.end(), [&](const Trigger& rule) {
        return is_below(own->attainment(), rule);
    });
    return {place, match, is_below_one, std::move(why)};
}

void count_plan(TriggerFigures& figures, const JudgedPlan& plan) {
    if (plan.match == TriggerMatch::not_known) {
        ++figures.not_known;
    } else {
        figures.met.add(plan.match == TriggerMatch::met);
    }
    if (plan.below_a_limit) {
        figures.below_a_limit.add(*plan.below_a_limit);
    }
}

bool is_withdrawn(const PlanStatus& plan) {
    return plan.outcome && plan.outcome->result == Decision::withdraw;
}

/// The next plan of the rep once this one had its outcome, but for those that were withdrawn.
std::optional<PlanRef> plan_after(const PlanStatus& plan,
                                  const std::vector<const PlanStatus*>& of_rep) {
    for (const PlanStatus* other : of_rep) {
        if (other->ref != plan.ref && !is_withdrawn(*other) &&
            other->terms.starts >= plan.outcome->on) {
            return other->ref;
        }
    }
    return std::nullopt;
}

void add(TriggerFigures& figures, TriggerMet met) {
    figures.answered.add(met.answered_by.has_value());
    figures.triggers.push_back(std::move(met));
}

}  // namespace

std::string_view to_string(TriggerMatch match) {
    switch (match) {
        case TriggerMatch::met: return "met";
        case TriggerMatch::not_met: return "not-met";
        case TriggerMatch::not_known: return "not-known";
    }
    return "?";
}

TriggerFigures trigger_figures(const Settings& settings, const std::vector<RecordedPlan>& plans,
                               const std::vector<RecordedPlan>& tree) {
    const PlansByRep reps = by_rep(tree);
    TriggerFigures figures;
    figures.rules = settings.policy.trigger;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const PlanStatus& plan = plans[i].status;
        const auto& of_rep = reps.at(plan.ref.rep);
        JudgedPlan found = judged(i, plan, settings, of_rep);
        if (found.match == TriggerMatch::met) {
            add(figures, {i, found.why,
                          is_withdrawn(plan) ? plan_after(plan, of_rep) : std::optional(plan.ref)});
        }
        if (has_relapsed(plan)) {
            add(figures, {i, plan.monitoring->why, plan_after(plan, of_rep)});
        }
        count_plan(figures, found);
        figures.judged.push_back(std::move(found));
    }
    return figures;
}

}  // namespace perfplan::evaluate
