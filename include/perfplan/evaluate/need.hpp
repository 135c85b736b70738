// Which plans need somebody most.
#pragma once

#include <perfplan/evaluate/status.hpp>

#include <string>
#include <vector>

namespace perfplan {

/// True if the rep fell back after a success, in the days that are monitored.
bool has_relapsed(const PlanStatus& plan);

/// Whoever needs somebody most first: by verdict, then by how far behind, then by name. Closed
/// plans come last, but for a rep who relapsed: as one at risk.
bool needs_attention_before(const PlanStatus& a, const PlanStatus& b);

/// Why a plan needs somebody now, the gravest first: the reasons of a verdict that is stale, at
/// risk or off track; signatures that are missing since the plan began; an outcome that nobody has
/// decided; a relapse. Nothing for a plan that can go on as it is.
std::vector<std::string> needs(const PlanStatus& plan);

}  // namespace perfplan
