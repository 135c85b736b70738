// Plans by who manages them.
#pragma once

#include <perfplan/evaluate/team.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace perfplan {

/// Orders plans by their managers, however the names are capitalised; those without one last.
std::pair<bool, std::string> manager_key(const PlanStatus& plan);

/// The places of the plans of each manager, in that order.
std::vector<std::pair<std::optional<std::string>, std::vector<std::size_t>>> plans_by_manager(
    const std::vector<RecordedPlan>& plans);

}  // namespace perfplan
