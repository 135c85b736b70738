// Where a new key of plan.yaml goes.
#pragma once

#include <perfplan/yaml/edit.hpp>

#include <string_view>

namespace perfplan {

/// A yaml::Order: fields in the order of their tables, checkpoints by date. Ids follow none.
bool terms_order(const yaml::Path& mapping, std::string_view a, std::string_view b);

}  // namespace perfplan
