// Loading one plan, its directory open.
// What reading and writing a plan's files have in common.
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

inline constexpr std::string_view journal_directory = "journal";
inline constexpr std::string_view private_directory = "private";

/// "…: error: can't be written: No space left on device"
tl::unexpected<Diagnostics> io_error_for(std::string shown, std::string_view what, int error);

/// A directory that must be there.
Result<Directory> existing(const Directory& parent, std::string_view name);

/// The directory of a plan that must be there.
Result<Directory> existing_plan(const Tree& tree, const PlanRef& ref);

/// A file that is not read, for `why` it is not; where a tool left a copy, that is said instead.
/// `shown`: its path, as messages call it.
Diagnostic not_read(std::string shown, const ParseError& why);

/// A file of that name is there, with other content.
Diagnostic exists_with_other_content(std::string shown);

}  // namespace perfplan::store
