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

/// The tree that a file lies in, as the shortest start of its path; nothing if there is none above
/// it.
std::optional<std::string> tree_above(const std::string& file);

/// A file that the user named, as a path below the tree's root. Refused if it is not there, or
/// outside.
Result<std::string> path_in_tree(const Tree& tree, const std::string& file);

/// What has the wrong permissions: plans/ of a tree that other users of the machine can enter.
/// Nothing if the tree's own directory, or plans/, is closed to them.
struct Exposure {
    std::string path;       ///< as messages call it
    unsigned int mode = 0;  ///< permission bits, 0755
};
std::optional<Exposure> exposure_of(const Tree& tree);

/// Takes the permissions of others from what is exposed.
Result<void> restrict_permissions(const Tree& tree);

/// Gives a record another name in its directory; never replaces one. `folder`: journal or private.
Result<void> rename_record(const Tree& tree, const PlanRef& ref, std::string_view folder,
                           const std::string& from, const std::string& to);

/// A file that perfplan keeps for tools, replaced in one step, or made.
Result<void> replace_file(const Tree& tree, std::string_view folder, std::string_view name,
                          std::string_view bytes);

}  // namespace perfplan::store
