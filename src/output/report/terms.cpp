#include "output/report/terms.hpp"

#include "base/text/text.hpp"
#include "output/describe/goal.hpp"
#include "output/describe/terms.hpp"
#include "output/report/describe.hpp"
#include "output/report/words.hpp"

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

}  // namespace

std::vector<ReportedSignature> reported_signatures(const PlanStatus& plan) {
    constexpr std::array roles{Role::rep, Role::manager, Role::hr};
    std::vector<ReportedSignature> signatures;
    for (const SignatureStatus& signature : plan.agreed.signatures) {
        signatures.push_back({signature.role, signature.by, signature});
    }
    for (const Role role : roles) {
        const bool has_answered =
            std::any_of(plan.agreed.signatures.begin(), plan.agreed.signatures.end(),
                        [&](const SignatureStatus& signature) { return signature.role == role; });
        const bool is_missing = std::find(plan.agreed.missing.begin(), plan.agreed.missing.end(),
                                          role) != plan.agreed.missing.end();
        const auto name = named_for(plan.terms, role);
        if (!has_answered && (name || is_missing)) {
            signatures.push_back({role, name.value_or(""), std::nullopt});
        }
    }
    return signatures;
}

const ViewShape<ReportedSignature>& signature_shape() {
    using S = ReportedSignature;
    using Text = std::optional<std::string>;
    static const ViewShape<S> shape{
        {"role", "role", [](const S& s) { return role_in_words(s.role); }},
        {"name", "name", &S::name},
        {"answer", "signed for receipt, refused to sign, …; not there: a line to sign on",
         [](const S& s) { return s.given ? answer_in_words(s.given->answer) : ""; }},
        {"on", "day", [](const S& s) { return s.given ? date_text(s.given->on) : ""; }},
        {"witness", "witness of a refusal",
         [](const S& s) { return s.given ? s.given->witness : Text(); }},
        {"entered_by", "who entered it for somebody else",
         [](const S& s) { return s.given ? s.given->entered_by : Text(); }},
        {"on_behalf", "why somebody else signed for the person the terms name",
         [](const S& s) { return s.given ? s.given->on_behalf : Text(); }},
        {"words", "what was said along with it", words_shape(),
         [](const S& s) { return trimmed_words(s.given ? s.given->text : Text()); }},
    };
    return shape;
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

const ViewShape<Change>& change_shape() {
    static const ViewShape<Change> shape{
        {"field", "field of plan.yaml", &Change::field},
        {"from", "what it was; not there: it is new", &Change::from},
        {"to", "what it became; not there: it was dropped", &Change::to},
        {"effect", "easier, harder or neutral for the rep",
         [](const Change& c) { return to_string(c.effect.value_or(Effect::harder)); }},
    };
    return shape;
}

}  // namespace

const ViewShape<AmendmentStatus>& amendment_shape() {
    using A = AmendmentStatus;
    static const ViewShape<A> shape{
        {"on", "day", [](const A& a) { return date_text(a.on); }},
        {"by", "who made it", &A::by},
        {"reason", "why", &A::reason},
        {"standing", "since when it is in force, or whom it waits for", standing_in_words},
        {"changes", "what it changed", change_shape(), &A::changes},
    };
    return shape;
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

const ViewShape<ReportedOutcome>& outcome_shape() {
    using O = ReportedOutcome;
    static const ViewShape<O> shape{
        {"result", "met, not met or withdrawn",
         [](const O& o) { return capitalized(outcome_in_words(o.outcome.result)); }},
        {"tone", "good or bad", [](const O& o) { return tone_name(tone_of(o.outcome.result)); }},
        {"on", "day", [](const O& o) { return date_text(o.outcome.on); }},
        {"by", "who decided it", [](const O& o) { return o.outcome.by; }},
        {"reason", "why", [](const O& o) { return o.outcome.reason; }},
        {"override_reason", "why it was decided against the rules of the plan",
         [](const O& o) { return o.outcome.override_reason; }},
        {"since", "whether the success lasts",
         [](const O& o) { return monitoring_in_words(o.plan, o.as_of); }},
    };
    return shape;
}

std::optional<ReportedOutcome> reported_outcome(const PlanStatus& plan, Date as_of) {
    return plan.outcome ? std::optional(ReportedOutcome{plan, *plan.outcome, as_of}) : std::nullopt;
}

}  // namespace perfplan::output
