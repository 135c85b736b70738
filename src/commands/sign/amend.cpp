// perfplan sign --amend and --restore: the two ways out of terms that were changed by hand.
#include "base/text/text.hpp"
#include "commands/sign/sign.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

Result<ExitCode> sign_amendment(const Arguments& arguments, Io& io, const OpenPlan& open) {
    PERFPLAN_TRY(const auto made, amend_by_hand(arguments, io, open));
    print_terms_change(arguments, io, open, made,
                       fmt::format("perfplan status {}", to_string(open.plan.ref)));
    return ExitCode::done;
}

Result<ExitCode> restore_terms(const Arguments& arguments, Io& io, const OpenPlan& open) {
    const auto made = change_agreed(
        open, dry_run(arguments),
        [&](const LoadedPlan& plan, yaml::Document base, NewTerms& now) -> Result<TermsChange> {
            if (!now.agreed.newest) {
                return fail(refusal(
                    fmt::format("nobody has signed the terms of {} yet", to_string(plan.ref)),
                    "there is nothing to go back to"));
            }
            TermsChange change;
            if (now.agreed.changed.empty()) {
                change.terms = std::move(base);
                return change;
            }
            PERFPLAN_TRY(auto sealed,
                         read_sealed(open.tree, plan.ref, plan.sealed[*now.agreed.newest]));
            change.what_stood = TermsChange::Keep::yes;
            change.terms = std::move(sealed);
            return change;
        });
    if (!made) {
        return tl::unexpected(made.error());
    }
    std::string kept;
    for (const Saved& file : made->files.files) {
        kept = fmt::format("{} holds what it said before; remove it when you have seen to it\n",
                           visible(file.path));
    }
    print_changed(arguments, io, made->files,
                  fmt::format("perfplan status {}", to_string(open.plan.ref)), kept);
    return ExitCode::done;
}

}  // namespace perfplan::commands
