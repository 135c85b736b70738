// Whether all are treated alike: what HR compares between managers. Counted from the plans and
// their journals.
#pragma once

#include "evaluate/portfolio/statistics.hpp"
#include "evaluate/portfolio/team.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// Whether the quota results that a plan states meet a trigger of the policy.
enum class TriggerMatch {
    met,
    not_met,    ///< they exclude every rule
    not_known,  ///< a rule asks for results that no plan of the rep states
};

/// "met", "not-met", "not-known"
std::string_view to_string(TriggerMatch match);

/// A plan against the policy's triggers.
struct JudgedPlan {
    std::size_t plan = 0;  ///< its place among the plans
    TriggerMatch match = TriggerMatch::not_known;
    /// Whether what it states is below the limit of any rule; nothing without results.
    std::optional<bool> below_a_limit;
    std::string why;  ///< in words
};

/// Somebody met a trigger: by the results that a plan states, or by the readings after a success.
struct TriggerMet {
    std::size_t plan = 0;  ///< the plan that states the results, or that the success was of
    std::string why;       ///< in words
    /// The plan there is for it; nothing: none, or one that was withdrawn.
    std::optional<PlanRef> answered_by;
};

struct TriggerFigures {
    std::vector<Trigger> rules;      ///< of the policy
    std::vector<JudgedPlan> judged;  ///< every plan, in their order
    Proportion met;                  ///< of the plans of which it is known
    Proportion below_a_limit;        ///< of the plans that state results
    int not_known = 0;
    std::vector<TriggerMet> triggers;  ///< those met, in the order of the plans
    Proportion answered;               ///< of these, those with a plan
};

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

/// The first part of it.
///
/// The quota results that are known are the shortfalls that a rep's plans state; the ones of plans
/// that began later say nothing of an earlier one. A rule of several periods is decided by as many
/// results one after the other, or by one that covers as many: then together, and for a rule about
/// each of them as if each were alike. A half-year can stand for its quarters or months, a year for
/// its halves, quarters or months; a quarter is one period.
TriggerFigures trigger_figures(const Settings& settings, const std::vector<RecordedPlan>& plans,
                               const std::vector<RecordedPlan>& tree);

/// The second part of it: goals with a metric, of which another plan has one as well.
std::vector<MetricTargets> metric_targets(const std::vector<RecordedPlan>& plans);

}  // namespace perfplan::evaluate
