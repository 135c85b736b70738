// What a change of terms means for the rep: easier, harder, or neither.
#pragma once

#include <perfplan/model/difference.hpp>

#include <vector>

namespace perfplan {

/// The fields in which the terms differ, each with its effect on the rep. What is not certain to be
/// easier or neutral is harder: perfplan-tree(5) has the table.
std::vector<Change> changes_between(const Plan& before, const Plan& after);

/// True if anything in it is harder: that takes signatures.
bool is_harder(const std::vector<Change>& changes);

}  // namespace perfplan
