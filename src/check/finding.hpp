// What a rule of `check` finds in a plan.
#pragma once

#include "yaml/edit.hpp"

#include <string>
#include <vector>

namespace perfplan::check {

/// A place in a plan's directory.
struct Place {
    enum class Mark { value, key };

    std::string file = "plan.yaml";  ///< below the plan's directory
    yaml::Path path{};               ///< in the file; empty: the file as a whole
    Mark mark = Mark::value;
};

/// A violation of a rule. Message and hint as in Diagnostic.
struct Finding {
    Place place;
    std::string message;
    std::string hint{};
};
using Findings = std::vector<Finding>;

}  // namespace perfplan::check
