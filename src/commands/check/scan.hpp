// A whole tree, looked at by every rule.
#pragma once

#include "check/rule.hpp"
#include "store/inspect.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::commands {

/// A plan with what is to be said of it.
struct CheckedPlan {
    PlanInspection inspection;
    std::optional<PlanStatus> status;  ///< nothing where the terms can't be read
    Diagnostics findings;
};

struct CheckedTree {
    TreeInspection inspection;
    std::vector<CheckedPlan> plans;
    Diagnostics findings;  ///< of the tree, not of its plans

    [[nodiscard]] const Tree& tree() const { return inspection.tree; }
};

/// Looks at everything. Findings have the rule that found them and the severity it has in this
/// tree; rules that are off find nothing.
Result<CheckedTree> check_tree(const TreeLocation& location, Date as_of, Date today);

/// In the order of files and lines.
void sort_by_file(Diagnostics& findings);

}  // namespace perfplan::commands
