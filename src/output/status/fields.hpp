// The fields of a plan and of a goal, as JSON, CSV and the reference name them. Each is declared
// once.
#pragma once

#include "evaluate/plan/status.hpp"
#include "format/field.hpp"

#include <vector>

namespace perfplan::output {

/// The scalar fields of a plan, in the order of its JSON object.
const std::vector<OutputField<PlanStatus>>& plan_fields();
/// The scalar fields of a goal.
const std::vector<OutputField<GoalStatus>>& goal_output_fields();

}  // namespace perfplan::output
