// Why a plan has its verdict.
#pragma once

#include "evaluate/plan/plan_status.hpp"

#include <string>
#include <vector>

namespace perfplan::evaluate {

/// The reasons for the plan's verdict as sentences, most severe first.
std::vector<std::string> reasons_of(const PlanStatus& plan, const Policy& policy);

}  // namespace perfplan::evaluate
