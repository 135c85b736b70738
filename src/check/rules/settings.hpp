// Rules for perfplan.yaml.
#pragma once

#include "check/rule.hpp"

namespace perfplan::check {

/// Levels set for rules that there are not, or whose level is fixed.
Findings unknown_rules(const Settings& settings);

}  // namespace perfplan::check
