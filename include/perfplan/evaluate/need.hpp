// Which plans need somebody most.
#pragma once

#include <perfplan/evaluate/status.hpp>

#include <string>
#include <vector>

namespace perfplan {

/// True if the rep fell back after a success, in the days that are monitored.
bool has_relapsed(const PlanStatus& plan);

/// How much a plan needs somebody. In order: by verdict, then by how far behind, then by name, the
/// neediest first. Closed plans come last, but for a rep who relapsed: as one at risk.
struct Need {
    int gravity = 0;  ///< of the verdict, the gravest highest
    Fraction ratio;
    PlanRef ref;
    friend bool operator<(const Need& a, const Need& b);
};
Need need_of(const PlanStatus& plan);

/// Why a plan needs somebody now, the gravest first: the reasons of a verdict that is stale, at
/// risk or off track; signatures that are missing since the plan began; an outcome that nobody has
/// decided; a relapse. Nothing for a plan that can go on as it is.
std::vector<std::string> needs(const PlanStatus& plan);

}  // namespace perfplan
