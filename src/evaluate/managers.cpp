#include "managers.hpp"

#include <perfplan/base/text.hpp>

#include <map>

namespace perfplan {

std::pair<bool, std::string> manager_key(const PlanStatus& plan) {
    return {!plan.terms.manager, folded(plan.terms.manager.value_or(""))};
}

std::vector<std::pair<std::optional<std::string>, std::vector<std::size_t>>> plans_by_manager(
    const std::vector<RecordedPlan>& plans) {
    std::map<std::pair<bool, std::string>, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        places[manager_key(plans[i].status)].push_back(i);
    }
    std::vector<std::pair<std::optional<std::string>, std::vector<std::size_t>>> managers;
    managers.reserve(places.size());
    for (auto& [key, of_one] : places) {
        managers.emplace_back(plans[of_one.front()].status.terms.manager, std::move(of_one));
    }
    return managers;
}

}  // namespace perfplan
