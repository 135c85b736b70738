// Records that are dated outside the plan they belong to.
#pragma once

#include "context.hpp"

#include <optional>

namespace perfplan {

/// A warning about a record that is dated outside its plan. A review or a response may follow it,
/// and so may what is added to one that is closed.
std::optional<Diagnostic> outside_plan(const OpenPlan& open, const Record& record);

}  // namespace perfplan
