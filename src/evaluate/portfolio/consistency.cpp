#include "evaluate/portfolio/consistency.hpp"

#include "evaluate/portfolio/team.hpp"

#include <algorithm>

namespace perfplan::evaluate {

namespace {

/// The plans at some places.
using Places = std::vector<std::size_t>;

Places all_of(const std::vector<RecordedPlan>& plans) {
    Places places;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        places.push_back(i);
    }
    return places;
}

int days_to_outcome(const PlanStatus& plan) {
    return plan.outcome->on - plan.timeline.starts;
}

TimeToOutcome time_to(std::optional<Decision> result, const std::vector<RecordedPlan>& plans) {
    std::vector<Fraction> to_outcome;
    std::vector<Fraction> after_end;
    for (const RecordedPlan& recorded : plans) {
        const PlanStatus& plan = recorded.status;
        if (plan.outcome && (!result || plan.outcome->result == *result)) {
            to_outcome.emplace_back(days_to_outcome(plan));
            after_end.emplace_back(plan.outcome->on - plan.timeline.ends);
        }
    }
    const int count = static_cast<int>(to_outcome.size());
    return {result, count, range(std::move(to_outcome)), range(std::move(after_end))};
}

bool extends(const Record& record, Date as_of) {
    return record.kind == RecordKind::review && record.decision == Decision::extend &&
           record.until && is_known_on(record, as_of);
}

void sort_by_date(std::vector<PolicyException>& exceptions) {
    std::stable_sort(
        exceptions.begin(), exceptions.end(),
        [](const PolicyException& a, const PolicyException& b) { return a.on < b.on; });
}

std::vector<PolicyException> extensions(const std::vector<RecordedPlan>& plans, Date as_of) {
    std::vector<PolicyException> found;
    for (const std::size_t i : all_of(plans)) {
        for (const JournalEntry& entry : plans[i].journal) {
            const Record& record = entry.record;
            if (extends(record, as_of)) {
                found.push_back({i, record.date, record.by, Decision::extend, record.until,
                                 entry.privacy == Privacy::shared ? record.reason : std::nullopt});
            }
        }
        for (const AmendmentStatus* amendment : extending_amendments(plans[i].status.agreed)) {
            const auto& changes = amendment->changes;
            const auto ends = std::ranges::find(changes, "ends", &Change::field);
            found.push_back({i, amendment->on, amendment->by, Decision::extend,
                             parse_date(ends->to.value_or("")).value_or(plans[i].status.terms.ends),
                             amendment->reason});
        }
    }
    sort_by_date(found);
    return found;
}

/// True if the review that decided it is a private record.
bool is_private(const Outcome& outcome, const Journal& journal) {
    return std::any_of(journal.begin(), journal.end(), [&](const JournalEntry& entry) {
        return entry.privacy == Privacy::private_ && entry.record.date == outcome.on &&
               entry.record.decision == outcome.result && entry.record.recorded == outcome.recorded;
    });
}

std::vector<PolicyException> overrides(const std::vector<RecordedPlan>& plans) {
    std::vector<PolicyException> found;
    for (const std::size_t i : all_of(plans)) {
        const auto& outcome = plans[i].status.outcome;
        if (outcome && outcome->override_reason) {
            found.push_back(
                {i, outcome->on, outcome->by, outcome->result, std::nullopt,
                 is_private(*outcome, plans[i].journal) ? std::nullopt : outcome->override_reason});
        }
    }
    sort_by_date(found);
    return found;
}

int extensions_of(const RecordedPlan& plan, Date as_of) {
    const auto by_review =
        std::count_if(plan.journal.begin(), plan.journal.end(),
                      [&](const JournalEntry& entry) { return extends(entry.record, as_of); });
    return static_cast<int>(by_review) +
           static_cast<int>(extending_amendments(plan.status.agreed).size());
}

void count_outcome(ManagerConduct& conduct, const Outcome& outcome) {
    conduct.overridden.add(outcome.override_reason.has_value());
    if (outcome.result != Decision::withdraw) {
        conduct.recovered.add(outcome.result == Decision::met);
    }
}

ManagerConduct conduct_of(const std::vector<RecordedPlan>& plans, const Places& places,
                          const TriggerFigures& triggers, Date as_of) {
    ManagerConduct conduct;
    std::vector<Fraction> days;
    for (const std::size_t i : places) {
        const PlanStatus& plan = plans[i].status;
        ++conduct.plans;
        const JudgedPlan& judged = triggers.judged[i];
        if (judged.match != TriggerMatch::not_known) {
            conduct.met_trigger.add(judged.match == TriggerMatch::met);
        }
        if (judged.below_a_limit) {
            conduct.below_a_limit.add(*judged.below_a_limit);
        }
        const int extended = extensions_of(plans[i], as_of);
        conduct.extensions += extended;
        conduct.extended.add(extended > 0);
        if (plan.outcome) {
            count_outcome(conduct, *plan.outcome);
            days.emplace_back(days_to_outcome(plan));
        }
    }
    conduct.days_to_outcome = range(std::move(days));
    return conduct;
}

}  // namespace

Consistency consistency(const Settings& settings, const std::vector<RecordedPlan>& plans,
                        const std::vector<RecordedPlan>& tree, Date as_of) {
    Consistency figures;
    figures.as_of = as_of;
    figures.triggers = trigger_figures(settings, plans, tree);
    figures.metrics = metric_targets(plans);
    for (const std::optional<Decision> result :
         {std::optional<Decision>(), std::optional(Decision::met), std::optional(Decision::not_met),
          std::optional(Decision::withdraw)}) {
        figures.times.push_back(time_to(result, plans));
    }
    for (const auto& [manager, places] : plans_by_manager(plans)) {
        figures.managers.push_back(conduct_of(plans, places, figures.triggers, as_of));
        figures.managers.back().manager = manager;
    }
    figures.together = conduct_of(plans, all_of(plans), figures.triggers, as_of);
    figures.extensions = extensions(plans, as_of);
    figures.overrides = overrides(plans);
    return figures;
}

}  // namespace perfplan::evaluate
