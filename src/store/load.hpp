// Loading a plan from its open directory.
#pragma once

#include "store/tree.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace perfplan::store {

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

/// A directory that must be there.
Result<Directory> existing(const Directory& parent, std::string_view name);

/// The directory of a plan that must be there.
Result<Directory> existing_plan(const Tree& tree, const PlanRef& ref);

}  // namespace perfplan::store
