// How every figure of a plan came about, with the numbers put in, so that anyone can recompute it.
#pragma once

#include "evaluate/plan/status.hpp"

#include <string>
#include <vector>

namespace perfplan::evaluate {

/// One step: "pace" = "(280,000 - 240,000) / 10" = "4,000", and a remark such as the unit or where
/// a threshold was set. Formulas have plain numbers, + - * / and parentheses. An empty formula: the
/// result is no computation.
struct Step {
    std::string name;     ///< as the JSON calls it
    std::string formula;  ///< empty: none
    std::string result;
    std::string remark;  ///< empty: none
};

/// A goal's figures and the rule that gave its verdict.
struct Explanation {
    std::string id;
    Verdict verdict = Verdict::early;
    std::vector<Step> steps;
};

/// How the figures of one goal came about.
Explanation explain_goal(const Settings& settings, const PlanStatus& plan, const GoalStatus& goal);

struct PlanExplanation {
    std::vector<Step> plan;  ///< days, score and verdict; no verdict: days and score alone
    std::vector<Explanation> goals;
    std::vector<Step> rules;  ///< which days count, which thresholds apply, and who set them
};

/// How the figures of a plan came about: of all its goals, or of `only`.
PlanExplanation explain(const Settings& settings, const PlanStatus& plan,
                        const std::optional<Slug>& only);

}  // namespace perfplan::evaluate
