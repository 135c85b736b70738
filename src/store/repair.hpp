// Repairs for `check --fix`, and where the files of a tree are.
#pragma once

#include "store/tree.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace perfplan::store {

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
