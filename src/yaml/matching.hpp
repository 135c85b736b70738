// Comparing a node with data.
#pragma once

#include <perfplan/yaml/document.hpp>
#include <perfplan/yaml/value.hpp>

namespace perfplan::yaml {

enum class KeyOrder { matters, ignored };

/// True if the node holds exactly this data. With duplicate keys in `value`, false.
bool match(const Node& node, const Value& value, KeyOrder order);

/// Null, or a verbatim `~`, `null` or nothing at all.
bool stands_for_null(const Value& value);

}  // namespace perfplan::yaml
