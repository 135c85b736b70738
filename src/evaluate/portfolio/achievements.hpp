// What a rep has reached since an earlier day: the occasions for recognition.
#pragma once

#include "evaluate/plan/status.hpp"

#include <string>
#include <vector>

namespace perfplan::evaluate {

/// A goal, checkpoint, deliverable or skill level that was reached.
struct Achievement {
    StepKind kind = StepKind::goal;  ///< goal, checkpoint, deliverable or skill
    Slug id;                         ///< of the goal or skill
    std::string what;                ///< "pipeline reached 750,000 USD"
};

/// What `now` shows as reached and `before`, the same plan on an earlier day, does not: goals
/// first, then skills, in the order of the plan. Of several checkpoints of a goal only the last
/// one. A goal that `before` does not have was not reached before.
std::vector<Achievement> achievements(const PlanStatus& before, const PlanStatus& now);

}  // namespace perfplan::evaluate
