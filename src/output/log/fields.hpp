// The fields of a record in the log, as JSON, CSV and the reference name them. Each is declared
// once.
#pragma once

#include "evaluate/plan/history.hpp"
#include "output/status/fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::output {

/// The fields with one value, in the order of the JSON object.
const std::vector<OutputField<PastRecord>>& past_fields();

/// A field with several texts: an array in JSON, one a line in a cell.
struct OutputList {
    std::string_view name;
    std::vector<std::string> (*items)(const PastRecord&);
};
const std::vector<OutputList>& past_lists();

/// What JSON has as objects, in the cells of a sheet.
const std::vector<OutputField<PastRecord>>& past_cells();

}  // namespace perfplan::output
