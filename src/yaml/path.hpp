// Where a node of a document is.
#pragma once

#include "base/layers.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace perfplan::yaml {

/// Where a node is: keys and indices from the root. {"goals", "pipeline", "target"}
using Step = std::variant<std::string, std::size_t>;
using Path = std::vector<Step>;

/// True if key `a` of the mapping at `mapping` belongs before its key `b`; false both ways for keys
/// that follow no order.
using Order = std::function<bool(const Path& mapping, std::string_view a, std::string_view b)>;

}  // namespace perfplan::yaml
