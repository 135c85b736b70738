// Which plan a row means.
#pragma once

#include "known_plans.hpp"
#include "sheet_input.hpp"

namespace perfplan {

/// The plan that the columns `plan` and `rep` of a row name: rep/plan, or a rep by directory or
/// name with one open plan; without an open one the plan that started last. An error points at the
/// cell, and lists what an ambiguous name could mean.
Result<const KnownPlan*> plan_of(const NamedRow& row, const KnownPlans& known);

}  // namespace perfplan
