// Which copies of the terms the signatures and amendments of a plan refer to.
#pragma once

#include "store/internal/journal_reader.hpp"

namespace perfplan::store {

/// Puts the records and the sealed copies into the plan. A signature or an amendment that was not
/// written by a command, or that refers to terms of which there is no copy, is left out and told.
void settle_seals(LoadedPlan& plan, Records records, const Directory& directory);

}  // namespace perfplan::store
