// Changing a plan's terms: editing them, sealing them, amending them. One at a time.
#pragma once

#include "store/commit.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace perfplan::store {

/// What is to be written, in this order; what is absent is not. All but the last two are harmless
/// alone: the record is the commit point, and new terms that it announces can be taken from the
/// sealed copy should plan.yaml not be replaced any more.
struct TermsChange {
    enum class Keep { no, yes } what_stood = Keep::no;  ///< keep the bytes of plan.yaml aside
    /// A copy of terms that is to be there for the record to refer to.
    struct Copy {
        Date date;
        std::string bytes;
    };
    std::optional<Copy> copy{};
    std::optional<Record> record{};
    std::optional<yaml::Document> terms{};  ///< to take the place of plan.yaml
};

/// plan.yaml before and after.
struct EditedTerms {
    std::string path;
    std::string before;
    std::string after;
};

/// What a change of terms did.
struct ChangedTerms {
    std::vector<Saved> files;  ///< other than plan.yaml, in the order of writing
    EditedTerms terms;         ///< the same before and after if plan.yaml stayed
};

/// Changes terms under the plan's lock: loads the plan, lets `decide` say what is to be written,
/// and writes it. Refused when another command holds the lock, or when an editor changed plan.yaml
/// in the meantime; damaged records stop it. Terms that are the bytes of plan.yaml replace nothing.
Result<ChangedTerms> change_terms(
    const Tree& tree, const PlanRef& ref,
    const std::function<Result<TermsChange>(const LoadedPlan&, const yaml::Document&)>& decide,
    DryRun dry_run);

}  // namespace perfplan::store
