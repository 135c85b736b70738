// Scales of ratings and levels.
#pragma once

#include "base/layers.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace perfplan::model {

/// What a number on a scale (a rating, a level) means.
using Scale = std::vector<std::pair<int, std::string>>;

/// "Qualifies"; nothing without a step, or for one that the scale does not describe.
std::optional<std::string> meaning_of(const Scale& scale, std::optional<int> step);

}  // namespace perfplan::model
