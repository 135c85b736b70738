// CSV and TSV: records of cells; the first one names the columns.
#pragma once

#include "input/sheet.hpp"

namespace perfplan::input {

/// Reads the rows of `sheet`; after an error the sheet must not be used.
Result<void> read_csv(Sheet& sheet);
Result<void> read_tsv(Sheet& sheet);

}  // namespace perfplan::input
