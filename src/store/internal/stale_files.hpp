// Removing what killed commands left.
#pragma once

#include "store/directory.hpp"

namespace perfplan::store {

/// Removes temporaries, staged plans and staged terms in a directory that no command is using.
/// Ignores errors: the next command tries again.
void remove_stale_files(const Directory& directory);

/// The same in a plan's directory, its journal/ and its private/.
void remove_stale_files_of_plan(const Directory& plan);

}  // namespace perfplan::store
