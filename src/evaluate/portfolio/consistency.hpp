// Whether managers treat reps alike: figures for HR, from the plans and their journals.
#pragma once

#include "evaluate/portfolio/metric_targets.hpp"
#include "evaluate/portfolio/trigger_figures.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// How long plans took. `to_outcome` counts calendar days from the first day to the outcome,
/// `after_end` those from the last day to it: negative for an outcome before.
struct TimeToOutcome {
    std::optional<Decision> result;  ///< met, not_met or withdraw; nothing: all of them
    int plans = 0;
    std::optional<Range> to_outcome;
    std::optional<Range> after_end;
};

/// An extension or an override that a manager decided on.
struct PolicyException {
    std::size_t plan = 0;  ///< its place among the plans
    Date on;
    std::string by;
    Decision decision = Decision::extend;  ///< extend, or the outcome that was overridden
    std::optional<Date> until;             ///< of an extension
    std::optional<std::string> reason;     ///< of the extension or the override, unless private
};

/// How one manager's plans were decided.
struct ManagerConduct {
    std::optional<std::string> manager;  ///< nothing: the plans name none
    int plans = 0;
    Proportion met_trigger;    ///< see TriggerFigures::met
    Proportion below_a_limit;  ///< likewise
    Proportion extended;       ///< plans with an extension
    int extensions = 0;
    Proportion overridden;  ///< of the plans with an outcome, those that it was decided for against
                            ///< the figures
    Proportion recovered;   ///< met, of those met or not met
    std::optional<Range> days_to_outcome;
};

struct Consistency {
    Date as_of;
    TriggerFigures triggers;
    std::vector<MetricTargets> metrics;       ///< those of most goals first, then by name
    std::vector<TimeToOutcome> times;         ///< all, then met, not met, withdrawn
    std::vector<ManagerConduct> managers;     ///< by name, those without one last
    ManagerConduct together;                  ///< of all plans; `manager` says nothing
    std::vector<PolicyException> extensions;  ///< by date
    std::vector<PolicyException> overrides;   ///< by date
};

/// `tree`: every plan of the same reps, the plans themselves among them: what a rep attained, and
/// whether a plan followed, may be known from a plan that is not looked at.
Consistency consistency(const Settings& settings, const std::vector<RecordedPlan>& plans,
                        const std::vector<RecordedPlan>& tree, Date as_of);

}  // namespace perfplan::evaluate
