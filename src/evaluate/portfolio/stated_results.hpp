// What the plans of a rep say the rep attained, against the triggers of the policy.
#pragma once

#include "evaluate/portfolio/consistency.hpp"

#include <string>
#include <vector>

namespace perfplan::evaluate {

/// What a shortfall says was attained.
struct StatedResult {
    std::string label;            ///< of its periods, as the plan has it
    std::vector<Period> periods;  ///< by time, one after the other or not; at least one
    Fraction quota;               ///< what applied of it
    Fraction attained;

    [[nodiscard]] Fraction attainment() const { return attained / quota; }
};

/// Nothing for a shortfall without figures or without periods that can be read: "2026-Q3",
/// "2026-08 to 2026-09", "2026-Q1 and 2026-Q3".
std::optional<StatedResult> stated_result(const Shortfall& shortfall, const FiscalYear& fiscal);

/// A rule against the results of a rep, of which the last one is what the plan is about.
struct RuleMatch {
    TriggerMatch match = TriggerMatch::not_known;
    std::string why;
};
RuleMatch matched(const Trigger& rule, const std::vector<StatedResult>& results);

/// The first rule that is met; else the first that is not_known; else not_met, and what excludes
/// each.
RuleMatch matched(const std::vector<Trigger>& rules, const std::vector<StatedResult>& results);

}  // namespace perfplan::evaluate
