// Which plans meet the triggers of the policy.
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

/// Compares every plan with the policy's triggers. `tree`: as for consistency().
///
/// The quota results that are known are the shortfalls that a rep's plans state; the ones of plans
/// that began later say nothing of an earlier one. A rule of several periods is decided by as many
/// results one after the other, or by one that covers as many: then together, and for a rule about
/// each of them as if each were alike. A half-year can stand for its quarters or months, a year for
/// its halves, quarters or months; a quarter is one period.
TriggerFigures trigger_figures(const Settings& settings, const std::vector<RecordedPlan>& plans,
                               const std::vector<RecordedPlan>& tree);

}  // namespace perfplan::evaluate
