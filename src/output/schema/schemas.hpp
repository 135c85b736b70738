// JSON Schemas of the files that people edit, for editors and CI.
#pragma once

#include "model/field.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::output {

inline constexpr std::string_view schema_directory = "schema";

/// A file of schema/.
struct SchemaFile {
    std::string name;  ///< "plan.schema.json"
    std::string text;
};

/// Draft-07, one for perfplan.yaml, plan.yaml and records each.
std::vector<SchemaFile> schema_files();

}  // namespace perfplan::output
