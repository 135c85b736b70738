// NDJSON: one object per line; its keys are the columns.
#pragma once

#include "input/sheet.hpp"

namespace perfplan::input {

/// Reads the rows of `sheet`; after an error the sheet must not be used.
Result<void> read_ndjson(Sheet& sheet);

}  // namespace perfplan::input
