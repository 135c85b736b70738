// Changing the terms of a plan: an edit of plan.yaml as long as nobody has signed, an amendment
// after that. Every command that changes terms goes through here.
#pragma once

#include "commands/common/session.hpp"
#include "store/change.hpp"

#include <functional>
#include <string_view>

namespace perfplan::commands {

/// --reason TEXT
Option reason_option();

/// Makes new terms from plan.yaml.
using TermsEdit = std::function<Result<yaml::Document>(const yaml::Document&)>;

/// What was done to the terms.
struct NewTerms {
    ChangedTerms files;
    std::vector<Change> changes;  ///< of an amendment; empty: the terms were edited
    TermsStatus agreed;           ///< with the amendment
};

/// Changes terms by what `decide` makes of plan.yaml, knowing what is agreed. plan.yaml is what it
/// should be, should a command that amended it have been stopped.
Result<NewTerms> change_agreed(
    const OpenPlan& open, DryRun dry_run,
    const std::function<Result<TermsChange>(const LoadedPlan&, yaml::Document, NewTerms&)>& decide);

/// Edits the terms, or amends them, which needs --reason. Refused if somebody changed signed terms
/// by hand: that is to be settled first.
Result<NewTerms> edit_or_amend(const Arguments& arguments, Io& io, const OpenPlan& open,
                               const TermsEdit& edit);

/// The terms that are plan.yaml as it was changed by hand, amended.
Result<NewTerms> amend_by_hand(const Arguments& arguments, Io& io, const OpenPlan& open);

/// Tells what was saved, what became easier or harder, whether it is in force, and what to do next;
/// under --dry-run shows the diffs. `summary`: lines to be shown first. `next` is for terms that
/// need no signature.
void print_terms_change(const Arguments& arguments, Io& io, const OpenPlan& open,
                        const NewTerms& made, std::string_view next, std::string_view summary = {});

/// Puts the newest sealed terms into plan.yaml if a command that amended them was stopped before it
/// did.
Result<void> finish_amendment(const Arguments& arguments, Io& io, const OpenPlan& open);

/// Refused as long as signed terms that were changed by hand are neither amended nor restored.
Result<void> require_untouched(const LoadedPlan& plan, const TermsStatus& agreed);

}  // namespace perfplan::commands
