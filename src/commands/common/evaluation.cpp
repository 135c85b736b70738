#include "commands/common/evaluation.hpp"

#include "base/text/text.hpp"
#include "commands/common/session.hpp"
#include "output/describe/terms.hpp"
#include "store/commit.hpp"
#include "yaml/edit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

TermsFiles files_of(const LoadedPlan& plan) {
    return {plan.terms, plan.digest, plan.sealed};
}

std::string amend_or_restore(const PlanRef& ref) {
    return fmt::format(
        "keep it: 'perfplan sign {0} --amend --reason TEXT'; undo it: 'perfplan sign {0} --restore'",
        to_string(ref));
}

namespace {

Diagnostic about_terms(const Tree& tree, const PlanRef& ref, std::string message,
                       std::string hint = {}) {
    Diagnostic diagnostic = warning(std::move(message), std::move(hint));
    diagnostic.file = tree.shown(ref) + "/" + std::string(terms_file);
    return diagnostic;
}

std::string by_hand_in_words(const Change& change) {
    const auto [from, to] = shown_values(change);
    return !change.from ? fmt::format("{} was added by hand: {}", change.field, to)
           : !change.to
               ? fmt::format("{} was taken out by hand: {}", change.field, from)
               : fmt::format("{} was changed by hand from {} to {}", change.field, from, to);
}

/// Points at the field in plan.yaml or, if it is not there any more, at what held it.
Diagnostic at_field(const yaml::Document& terms, const Change& change) {
    yaml::Path path = path_of_field(change.field);
    if (const yaml::Node node = yaml::locate(terms, path)) {
        return change.from ? terms.at_value(node, by_hand_in_words(change))
                           : terms.at_key(node, by_hand_in_words(change));
    }
    path.pop_back();
    const yaml::Node holder = path.empty() ? yaml::Node() : yaml::locate(terms, path);
    if (holder && holder.key()) {
        return terms.at_key(holder, by_hand_in_words(change));
    }
    Diagnostic diagnostic;
    diagnostic.message = by_hand_in_words(change);
    diagnostic.file = terms.name();
    return diagnostic;
}

/// True if git put it there: an amendment of another branch says it.
bool was_merged(const TermsStatus& agreed, const Change& change) {
    return std::any_of(
        agreed.amendments.begin(), agreed.amendments.end(), [&](const AmendmentStatus& amendment) {
            return std::any_of(amendment.lost.begin(), amendment.lost.end(),
                               [&](const Change& lost) {
                                   return lost.field == change.field && lost.to == change.to;
                               });
        });
}

Diagnostics changes_by_hand(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed) {
    const auto terms = read_terms(tree, plan.ref);
    if (!terms) {
        return terms.error();
    }
    Diagnostics warnings;
    for (const Change& change : agreed.changed) {
        if (!was_merged(agreed, change)) {
            warnings.push_back(at_field(*terms, change));
            warnings.back().severity = Severity::warning;
        }
    }
    if (!warnings.empty()) {
        warnings.back().hint =
            fmt::format("the terms sealed on {} count; {}", to_string(*agreed.newest_since),
                        amend_or_restore(plan.ref));
    }
    return warnings;
}

Diagnostic unfinished(const Tree& tree, const PlanRef& ref, const TermsStatus& agreed) {
    return about_terms(
        tree, ref,
        fmt::format("does not hold the amendment of {} yet, which counts all the same",
                    to_string(*agreed.newest_since)),
        fmt::format("the next command that saves something puts it in, or 'perfplan sign {} "
                    "--restore'",
                    to_string(ref)));
}

Diagnostics set_aside(const Tree& tree, const PlanRef& ref, const AmendmentStatus& amendment) {
    Diagnostics warnings;
    for (const Change& change : amendment.lost) {
        const auto [in_force, amended] = shown_values(change);
        warnings.push_back(about_terms(
            tree, ref,
            fmt::format("{} is {} by the amendment of {}, but {} in force: {} made it on another "
                        "branch",
                        change.field, change.to ? amended : "taken out", to_string(amendment.on),
                        change.from ? in_force : "absent", visible(amendment.by))));
    }
    if (!warnings.empty()) {
        warnings.back().hint = fmt::format(
            "let plan.yaml say what is agreed, then join the branches with 'perfplan "
            "sign {} --amend --reason TEXT'",
            to_string(ref));
    }
    return warnings;
}

}  // namespace

Diagnostics warnings_of_terms(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed) {
    Diagnostics warnings;
    if (!agreed.changed.empty()) {
        warnings = changes_by_hand(tree, plan, agreed);
    }
    if (agreed.is_unfinished) {
        warnings.push_back(unfinished(tree, plan.ref, agreed));
    }
    for (const AmendmentStatus& amendment : agreed.amendments) {
        append(warnings, set_aside(tree, plan.ref, amendment));
    }
    return warnings;
}

TermsStatus evaluate_terms(const Tree& tree, const LoadedPlan& plan, Date as_of) {
    return terms_status(tree.settings(), files_of(plan), plan.journal, as_of);
}

PlanStatus evaluate_plan(const Tree& tree, const LoadedPlan& plan, Date as_of) {
    const TermsStatus agreed = evaluate_terms(tree, plan, as_of);
    return plan_status(tree.settings(), plan.ref, terms_in_force(agreed, files_of(plan)), agreed,
                       plan.journal, as_of);
}

State state_of(const Tree& tree, const LoadedPlan& plan, Date as_of) {
    return state_of(tree, plan, evaluate_terms(tree, plan, as_of), as_of);
}

State state_of(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed, Date as_of) {
    return plan_state(tree.settings(), terms_in_force(agreed, files_of(plan)), agreed, plan.journal,
                      as_of);
}

TermsStatus agreed_with(const Tree& tree, LoadedPlan plan, const Record& record, Plan terms,
                        Date today) {
    plan.sealed.push_back({record.date, "", *record.terms, terms});
    plan.terms = std::move(terms);
    plan.digest = *record.terms;
    plan.journal = with_record(std::move(plan.journal), record);
    return evaluate_terms(tree, plan, today);
}

bool is_recorded(const LoadedPlan& plan, const Record& record) {
    const auto file = record_file(record);
    return file && std::any_of(plan.journal.begin(), plan.journal.end(),
                               [&](const JournalEntry& entry) { return entry.file == file->name; });
}

}  // namespace perfplan::commands
