// What two sets of terms differ in, field by field.
#pragma once

#include "model/record.hpp"
#include "yaml/edit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::model {

/// Every field in which the terms differ, in the order in which fields are declared, without an
/// effect. A field is called by its path, goals.pipeline.target; a goal, a skill or an activity
/// that is in one of the two only is one difference, goals.pipeline. Values are those of the file,
/// collections on one line as {…} and […]; absent ones are nothing. Comments, layout, the order of
/// keys, and keys that are not known make no difference.
std::vector<Change> differences(const Plan& before, const Plan& after);

/// Where a field that is called as in `differences` stands in plan.yaml.
yaml::Path path_of_field(std::string_view field);

/// The value of a field, called and written as in `differences`; nothing if it is absent.
std::optional<std::string> value_at(const Plan& terms, std::string_view field);

}  // namespace perfplan::model
