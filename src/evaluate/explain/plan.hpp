// The derivation of every figure of a plan, with its numbers, so that anyone can recompute it.
#pragma once

#include "evaluate/explain/goal.hpp"

#include <string>
#include <vector>

namespace perfplan::evaluate {

struct PlanExplanation {
    std::vector<Step> plan;  ///< days, score and verdict; no verdict: days and score alone
    std::vector<Explanation> goals;
    std::vector<Step> rules;  ///< which days count, which thresholds apply, and who set them
};

/// Derives the figures of a plan: of all its goals, or only of `only`.
PlanExplanation explain(const Settings& settings, const PlanStatus& plan,
                        const std::optional<Slug>& only);

}  // namespace perfplan::evaluate
