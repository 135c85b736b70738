// Loading one plan, its directory open.
#pragma once

#include <perfplan/store/tree.hpp>

#include <optional>

namespace perfplan {

/// plan.yaml as it stands.
Result<yaml::Document> read_terms_in(const Directory& directory);

/// The plan with these terms and what its directory holds besides.
Result<LoadedPlan> load_plan_in(const Directory& directory, const PlanRef& ref,
                                const yaml::Document& document);

/// A plan with the document of its terms, as far as they can be read.
struct LoadedTerms {
    std::optional<yaml::Document> document;
    std::optional<LoadedPlan> plan;
    Diagnostics diagnostics;  ///< of terms and records
};

/// Everything in a plan's directory; damage keeps nothing else from being read.
LoadedTerms load_terms_in(const Directory& directory, const PlanRef& ref);

}  // namespace perfplan
