// Loading one plan, its directory open.
#pragma once

#include <perfplan/store/tree.hpp>

namespace perfplan {

/// plan.yaml as it stands.
Result<yaml::Document> read_terms_in(const Directory& plan);

/// The plan with these terms and what its directory holds besides.
Result<LoadedPlan> load_plan_in(const Directory& plan, const PlanRef& ref,
                                const yaml::Document& terms);

}  // namespace perfplan
