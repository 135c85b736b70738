// Which plans need somebody most.
// What plans are picked and put in order by.
#pragma once

#include "evaluate/plan/status.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// True if the rep fell back after a success, in the days that are monitored.
bool has_relapsed(const PlanStatus& plan);

/// How much a plan needs somebody. In order: by verdict, then by how far behind, then by name, the
/// neediest first. Closed plans come last, but for a rep who relapsed: as one at risk.
struct PlanPriority {
    int gravity = 0;  ///< of the verdict, the gravest highest
    Fraction ratio;
    PlanRef ref;
    friend bool operator<(const PlanPriority& a, const PlanPriority& b);
};
PlanPriority need_of(const PlanStatus& plan);

/// Why a plan needs somebody now, the gravest first: the reasons of a verdict that is stale, at
/// risk or off track; signatures that are missing since the plan began; an outcome that nobody has
/// decided; a relapse. Nothing for a plan that can go on as it is.
std::vector<std::string> needs(const PlanStatus& plan);

/// Little enough of a plan's status to be kept of thousands.
struct PlanSummary {
    std::string rep;
    std::optional<std::string> team;
    std::optional<std::string> manager;
    State state = State::draft;
    std::optional<Verdict> verdict;
    Window window;  ///< with extensions and pauses
    PlanPriority need;

    [[nodiscard]] const PlanRef& ref() const { return need.ref; }
};

PlanSummary summary_of(const PlanStatus& plan);

}  // namespace perfplan::evaluate
