// A tree as it lies on disk, with all that is wrong in it: what `check` starts from. Nothing stops
// it: what can't be read is told, and the rest is there.
#pragma once

#include "store/tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::store {

/// A tree whose settings may be wrong.
struct TreeInspection {
    Tree tree;  ///< where the settings can't be used: with the defaults
    bool has_settings = true;
    std::vector<PlanRef> plans;
    Diagnostics diagnostics;  ///< of the settings, and of names that are no plans
};
/// Fails only where there is no tree.
Result<TreeInspection> inspect_tree(const TreeLocation& location);

/// A plan's directory.
struct PlanInspection {
    PlanRef ref;
    std::optional<yaml::Document> terms;  ///< plan.yaml; nothing if it can't be read
    std::optional<LoadedPlan> plan;       ///< nothing without terms; its diagnostics are below
    Diagnostics diagnostics;              ///< everything that is wrong with its files
};
PlanInspection inspect_plan(const Tree& tree, const PlanRef& ref);

/// A file of a tree as a document, to point into; nothing if it can't be read.
std::optional<yaml::Document> document_at(const Tree& tree, std::string_view relative);

}  // namespace perfplan::store
