// The git repository that a tree lies in, as far as its hooks go. git itself is never run.
#pragma once

#include "store/commit.hpp"

#include <optional>
#include <string>

namespace perfplan::store {

struct Repository {
    std::string top;    ///< the root of its work tree
    std::string hooks;  ///< the directory of its hooks, as messages call it
    std::string tree;   ///< where the directory lies below its top; empty: there
};

/// The repository at or above a directory, which need not be there yet; nothing if there is none.
/// Follows what a work tree or a submodule has in the place of .git.
std::optional<Repository> find_repository(const std::string& directory);

/// Puts a hook into its directory, which is made if need be; never replaces one (Written::before).
Result<Saved> create_hook(const Repository& repository, std::string_view name,
                          std::string_view text, DryRun dry_run);

}  // namespace perfplan::store
