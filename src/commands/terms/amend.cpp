#include "commands/terms/amend.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/records/record.hpp"
#include "evaluate/plan/decision.hpp"
#include "evaluate/plan/timeline.hpp"
#include "output/describe/terms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

Option reason_option() {
    return {"reason", 0, "TEXT", "why signed terms are changed; needed once they are signed"};
}

Result<void> require_untouched(const LoadedPlan& plan, const TermsStatus& agreed) {
    if (agreed.changed.empty()) {
        return {};
    }
    return fail(refusal(fmt::format("the terms of {} were changed by hand after they were sealed",
                                    to_string(plan.ref)),
                        amend_or_restore(plan.ref)));
}

namespace {

/// Refused on a day before terms that are sealed already.
Result<void> require_newest(const LoadedPlan& plan, const TermsStatus& agreed, Date today) {
    if (!agreed.goes_on_later) {
        return {};
    }
    return fail(refusal(fmt::format("the terms of {} were sealed again after {}, which is today",
                                    to_string(plan.ref), to_string(today)),
                        "see to the date, or to PERFPLAN_TODAY"));
}

/// What an edit starts from: plan.yaml, or what it should be after a command was stopped.
Result<yaml::Document> base_of(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed,
                               const yaml::Document& terms) {
    if (agreed.is_unfinished) {
        return read_sealed(tree, plan.ref, plan.sealed[*agreed.newest]);
    }
    return yaml::Document::read(terms.name(), terms.text());
}

Result<std::string> reason_of(const Arguments& arguments, const LoadedPlan& plan) {
    auto reason = clean_text("--reason", arguments.value("reason").value_or(""));
    if (!reason || !reason->empty()) {
        return reason;
    }
    return fail(refusal(fmt::format("the terms of {} are signed: they change by an amendment, "
                                    "which needs a reason",
                                    to_string(plan.ref)),
                        "add --reason TEXT"));
}

const Change* find_field(const std::vector<Change>& changes, std::string_view field) {
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const Change& change) { return change.field == field; });
    return found == changes.end() ? nullptr : &*found;
}

/// From what was sealed last to the new terms, and what amendments of other branches say and the
/// new terms don't.
std::vector<Change> all_changes(const LoadedPlan& plan, const TermsStatus& agreed,
                                const Plan& terms) {
    std::vector<Change> changes = changes_between(plan.sealed[*agreed.newest].terms, terms);
    for (const AmendmentStatus& amendment : agreed.amendments) {
        const auto dropped = amendment.lost.empty()
                                 ? std::vector<Change>()
                                 : changes_between(plan.sealed[amendment.copy].terms, terms);
        for (const Change& lost : amendment.lost) {
            const Change* change = find_field(dropped, lost.field);
            if (change != nullptr && find_field(changes, lost.field) == nullptr) {
                changes.push_back(*change);
            }
        }
    }
    return changes;
}

Result<Record> amendment_of(const Arguments& arguments, const Io& io, const OpenPlan& open,
                            const LoadedPlan& plan, const TermsStatus& agreed) {
    auto reason = reason_of(arguments, plan);
    auto record = new_record(RecordKind::amendment, arguments, io, open);
    Diagnostics errors;
    collect(errors, reason);
    collect(errors, record);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    record->reason = *std::move(reason);
    record->amends = agreed.heads;
    return record;
}

/// The same amendment of the same day is a file that is there already: going back and forth could
/// not be told.
Result<void> require_new(const LoadedPlan& plan, const Record& record) {
    if (!is_recorded(plan, record)) {
        return {};
    }
    return fail(refusal("the same amendment was made today already, and taken back since",
                        "say in --reason why it is made again"));
}

/// A later last day is an extension, however it comes about.
Result<void> require_extension_allowed(const OpenPlan& open, const LoadedPlan& plan,
                                       const TermsStatus& agreed,
                                       const std::vector<Change>& changes) {
    if (!extends_plan(changes)) {
        return {};
    }
    const Settings& settings = open.tree.settings();
    const int extensions =
        timeline(settings, terms_in_force(agreed, files_of(plan)), plan.journal, open.today)
            .extensions +
        static_cast<int>(extending_amendments(agreed).size());
    if (const auto objection = objection_to_extensions(settings.policy, extensions)) {
        return fail(refusal(objection->message, objection->hint));
    }
    return {};
}

/// Terms nobody has signed: they may be edited, but not once the plan is closed.
Result<TermsChange> edited(const Arguments& arguments, Io& io, const OpenPlan& open,
                           yaml::Document terms) {
    PERFPLAN_TRY_DO(require_open(open, RecordKind::amendment));
    PERFPLAN_TRY(const auto by,
                 arguments.has("by") ? author(arguments, io) : Result<std::string>());
    for (const std::string_view option : {"reason", "by"}) {
        if (arguments.has(option)) {
            io.report(
                {warning(fmt::format("nobody has signed these terms: they are edited, and "
                                     "--{} is not kept",
                                     option))});
        }
    }
    TermsChange change;
    change.terms = std::move(terms);
    return change;
}

/// Makes an amendment of new terms, if their fields differ from those sealed last.
Result<TermsChange> amended(const Arguments& arguments, const Io& io, const OpenPlan& open,
                            const LoadedPlan& plan, yaml::Document terms, NewTerms& made) {
    TermsChange change;
    change.terms = std::move(terms);
    auto read = read_plan(*change.terms);
    if (!read) {
        return change;  // to be refused where it would be written
    }
    std::vector<Change> changes = all_changes(plan, made.agreed, read->value);
    if (changes.empty()) {
        return change;  // comments and layout are no terms
    }
    PERFPLAN_TRY_DO(require_extension_allowed(open, plan, made.agreed, changes));
    PERFPLAN_TRY(auto record, amendment_of(arguments, io, open, plan, made.agreed));
    record.changes = changes;
    record.terms = terms_digest(change.terms->text());
    PERFPLAN_TRY_DO(require_new(plan, record));
    made.changes = std::move(changes);
    made.agreed = agreed_with(open.tree, plan, record, std::move(read->value), open.today);
    change.copy = TermsChange::Copy{record.date, change.terms->text()};
    change.record = std::move(record);
    return change;
}

}  // namespace

Result<NewTerms> change_agreed(
    const OpenPlan& open, DryRun dry_run,
    const std::function<Result<TermsChange>(const LoadedPlan&, yaml::Document, NewTerms&)>&
        decide) {
    NewTerms made;
    auto changed = change_terms(
        open.tree, open.plan.ref,
        [&](const LoadedPlan& plan, const yaml::Document& terms) -> Result<TermsChange> {
            made.agreed = evaluate_terms(open.tree, plan, open.today);
            PERFPLAN_TRY_DO(require_newest(plan, made.agreed, open.today));
            return base_of(open.tree, plan, made.agreed, terms).and_then([&](yaml::Document base) {
                return decide(plan, std::move(base), made);
            });
        },
        dry_run);
    if (!changed) {
        return tl::unexpected(std::move(changed).error());
    }
    made.files = *std::move(changed);
    return made;
}

Result<NewTerms> edit_or_amend(const Arguments& arguments, Io& io, const OpenPlan& open,
                               const TermsEdit& edit) {
    return change_agreed(open, dry_run(arguments),
                         [&](const LoadedPlan& plan, const yaml::Document& base,
                             NewTerms& made) -> Result<TermsChange> {
                             PERFPLAN_TRY_DO(require_untouched(plan, made.agreed));
                             PERFPLAN_TRY(auto after, edit(base));
                             return made.agreed.newest
                                        ? amended(arguments, io, open, plan, std::move(after), made)
                                        : edited(arguments, io, open, std::move(after));
                         });
}

Result<NewTerms> amend_by_hand(const Arguments& arguments, Io& io, const OpenPlan& open) {
    return change_agreed(
        open, dry_run(arguments),
        [&](const LoadedPlan& plan, yaml::Document base, NewTerms& made) -> Result<TermsChange> {
            if (!made.agreed.newest) {
                return fail(refusal(
                    fmt::format("nobody has signed the terms of {} yet", to_string(plan.ref)),
                    "edit plan.yaml as you like: only signed terms are amended"));
            }
            return amended(arguments, io, open, plan, std::move(base), made);
        });
}

Result<void> finish_amendment(const Arguments& arguments, Io& io, const OpenPlan& open) {
    if (!open.agreed.is_unfinished || dry_run(arguments) == DryRun::yes) {
        return {};
    }
    const auto made =
        change_agreed(open, DryRun::no, [](const LoadedPlan&, yaml::Document base, NewTerms&) {
            TermsChange change;
            change.terms = std::move(base);
            return Result<TermsChange>(std::move(change));
        });
    if (!made) {
        return tl::unexpected(made.error());
    }
    const EditedTerms& terms = made->files.terms;
    if (terms.before != terms.after) {
        print_file(arguments, io, terms.path);
    }
    return {};
}

namespace {

/// What is changed, and from when.
std::string amendment_in_words(const NewTerms& made) {
    std::string lines;
    for (const Change& change : made.changes) {
        lines += short_words(change) + "\n";
    }
    if (made.agreed.newest_waits) {
        const std::string answered =
            fmt::format("{} {} answered", roles_in_words(made.agreed.newest_missing),
                        made.agreed.newest_missing.size() == 1 ? "has" : "have");
        return lines +
               (is_harder(made.changes)
                    ? fmt::format("not in force until {}; the earlier terms stay\n", answered)
                    : fmt::format("in force with the amendment it builds on: when {}\n", answered));
    }
    return lines + (is_harder(made.changes) ? "in force at once: no signature is required\n"
                                            : "in force at once: nothing in it is harder\n");
}

}  // namespace

void print_terms_change(const Arguments& arguments, Io& io, const OpenPlan& open,
                        const NewTerms& made, std::string_view next, std::string_view summary) {
    const std::string to_sign =
        made.agreed.newest_waits ? fmt::format("perfplan sign {} --as {}", to_string(open.plan.ref),
                                               to_string(made.agreed.newest_missing.front()))
                                 : "";
    print_changed(arguments, io, made.files, to_sign.empty() ? next : to_sign,
                  std::string(summary) + (made.changes.empty() ? "" : amendment_in_words(made)));
}

}  // namespace perfplan::commands
