// What plans are picked and put in order by.
#pragma once

#include <perfplan/evaluate/need.hpp>

#include <optional>
#include <string>

namespace perfplan {

/// Little enough of a plan's status to be kept of thousands.
struct PlanSummary {
    std::string rep;
    std::optional<std::string> team;
    std::optional<std::string> manager;
    State state = State::draft;
    std::optional<Verdict> verdict;
    Window window;  ///< with extensions and pauses
    Need need;

    [[nodiscard]] const PlanRef& ref() const { return need.ref; }
};

PlanSummary summary_of(const PlanStatus& plan);

}  // namespace perfplan
