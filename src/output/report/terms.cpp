// Signatures, amendments and the outcome in a report.
#include "output/describe/terms.hpp"

#include "base/text/text.hpp"
#include "output/report/describe.hpp"
#include "output/report/plan_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::output {

namespace {

std::string answer_in_words(Answer answer) {
    switch (answer) {
        case Answer::signed_: return "signed for receipt";
        case Answer::refused: return "refused to sign";
        case Answer::unavailable: return "was not available";
    }
    return {};
}

std::string role_in_words(Role role) {
    switch (role) {
        case Role::rep: return "Rep";
        case Role::manager: return "Manager";
        case Role::hr: return "HR";
        case Role::witness: return "Witness";
    }
    return {};
}

SignatureView answered(const SignatureStatus& signature) {
    return {role_in_words(signature.role),     signature.by,
            answer_in_words(signature.answer), date_text(signature.on),
            signature.witness.value_or(""),    signature.entered_by.value_or(""),
            words_view(signature.text)};
}

}  // namespace

std::vector<SignatureView> signature_views(const PlanStatus& plan) {
    constexpr std::array roles{Role::rep, Role::manager, Role::hr};
    std::vector<SignatureView> views;
    for (const SignatureStatus& signature : plan.agreed.signatures) {
        views.push_back(answered(signature));
    }
    for (const Role role : roles) {
        const bool has_answered =
            std::any_of(plan.agreed.signatures.begin(), plan.agreed.signatures.end(),
                        [&](const SignatureStatus& signature) { return signature.role == role; });
        const bool is_missing = std::find(plan.agreed.missing.begin(), plan.agreed.missing.end(),
                                          role) != plan.agreed.missing.end();
        const auto name = named_for(plan.terms, role);
        if (!has_answered && (name || is_missing)) {
            views.push_back({role_in_words(role), name.value_or(""), "", "", "", "", {}});
        }
    }
    return views;
}

namespace {

std::string standing_in_words(const AmendmentStatus& amendment) {
    switch (amendment.standing) {
        case Standing::in_force:
            return "in force since " + date_text(amendment.in_force_from.value_or(amendment.on));
        case Standing::waiting:
            return amendment.waits_for.empty() ? "waits for the amendment it builds on"
                                               : "waits for " + roles_in_words(amendment.waits_for);
        case Standing::set_aside: return "set aside: it was made on another branch";
    }
    return {};
}

ChangeView change_view(const Change& change) {
    return {change.field, change.from.value_or(""), change.to.value_or(""),
            std::string(to_string(change.effect.value_or(Effect::harder)))};
}

}  // namespace

std::vector<AmendmentView> amendment_views(const TermsStatus& agreed) {
    std::vector<AmendmentView> views;
    for (const AmendmentStatus& amendment : agreed.amendments) {
        AmendmentView view{date_text(amendment.on),
                           amendment.by,
                           amendment.reason,
                           standing_in_words(amendment),
                           {}};
        for (const Change& change : amendment.changes) {
            view.changes.push_back(change_view(change));
        }
        views.push_back(std::move(view));
    }
    return views;
}

std::string terms_in_words(const TermsStatus& agreed) {
    std::vector<std::string> fields;
    for (const Change& change : agreed.changed) {
        fields.push_back(change.field);
    }
    switch (agreed.state) {
        case TermsState::unsigned_: return "Nobody has signed these terms in the record.";
        case TermsState::partly_signed:
            return fmt::format("The terms are sealed, and not signed yet by {}.",
                               roles_in_words(agreed.missing));
        case TermsState::signed_: return "The terms are sealed and signed.";
        case TermsState::amendment_waiting:
            return "The terms are sealed; an amendment waits for signatures and does not count yet.";
        case TermsState::changed:
            return fmt::format(
                "The terms are sealed. plan.yaml differs from them, which does not "
                "count: {}.",
                listing(fields));
    }
    return {};
}

namespace {

std::string monitoring_in_words(const PlanStatus& plan, Date as_of) {
    if (!plan.monitoring) {
        return {};
    }
    const Monitoring& watched = *plan.monitoring;
    if (watched.relapsed_on) {
        return fmt::format("Relapsed on {}: {}", date_text(*watched.relapsed_on), watched.why);
    }
    return as_of <= watched.days.last
               ? fmt::format("Watched for a relapse until {}.", date_text(watched.days.last))
               : fmt::format("No relapse was seen until {}.", date_text(watched.days.last));
}

}  // namespace

std::optional<OutcomeView> outcome_view(const PlanStatus& plan, Date as_of) {
    if (!plan.outcome) {
        return std::nullopt;
    }
    const Outcome& outcome = *plan.outcome;
    return OutcomeView{capitalized(to_string(outcome.result)),
                       tone_name(tone_of(outcome.result)),
                       date_text(outcome.on),
                       outcome.by,
                       outcome.reason.value_or(""),
                       outcome.override_reason.value_or(""),
                       monitoring_in_words(plan, as_of)};
}

}  // namespace perfplan::output
