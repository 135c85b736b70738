// The derivation of a goal's figures and verdict.
#pragma once

#include "evaluate/plan/plan_status.hpp"

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

/// Derives the figures of one goal.
Explanation explain_goal(const Settings& settings, const PlanStatus& plan, const GoalStatus& goal);

}  // namespace perfplan::evaluate
