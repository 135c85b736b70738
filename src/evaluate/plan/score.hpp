// What the goals of a plan come to together.
#pragma once

#include "evaluate/plan/goals.hpp"

#include <optional>
#include <vector>

namespace perfplan::evaluate {

/// What a scored goal counts relative to the others: its weight, else the mean of the weights that
/// are given, else 1.
std::vector<Fraction> weights_of(const std::vector<GoalStatus>& goals);

/// A goal's progress as it counts in the score: 0 … 1 (over_attainment counted: no upper bound); 0
/// without a reading.
Fraction counted_progress(const GoalStatus& goal, OverAttainment over_attainment);

/// What is expected of a goal as it counts in the expected score: 0 … 1; of a deliverable nothing
/// until its date, all of it after.
Fraction counted_expectation(const GoalStatus& goal, Date as_of);

/// Weighted mean of the progress of reach and deliver goals as it counts. Nothing without such
/// goals, with weights of zero only, or as long as nothing is known of any.
std::optional<Fraction> score(const std::vector<GoalStatus>& goals, OverAttainment over_attainment);

/// Weighted mean of what is expected of the same goals. Nothing where there is no score.
std::optional<Fraction> expected_score(const std::vector<GoalStatus>& goals, Date as_of);

/// True when `success` holds: all goals met, or the score reached; guardrails hold either way. A
/// plan without goals has no success; one of nothing but guardrails has it only from its last day
/// on, for until then they may still break.
bool success_holds(const Plan& plan, const std::vector<GoalStatus>& goals,
                   const std::optional<Fraction>& score, Date last_day, Date as_of);

}  // namespace perfplan::evaluate
