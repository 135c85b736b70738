// What is agreed: which terms are in force, who has signed them, what was amended, and what
// somebody changed by hand.
#pragma once

#include "evaluate/terms/effect.hpp"
#include "evaluate/terms/lineage.hpp"
#include "model/sealed_terms.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::evaluate {

enum class TermsState {
    unsigned_,          ///< nobody has signed: plan.yaml counts
    partly_signed,      ///< sealed, but a required role has not answered
    signed_,            ///< sealed, and all required roles have answered
    amendment_waiting,  ///< the newest terms wait for signatures; earlier ones are in force
    changed,            ///< plan.yaml was changed by hand; the sealed terms are in force
};

/// "unsigned", "partly-signed", "signed", "amendment-waiting", "changed"
std::string_view to_string(TermsState state);

/// An answer to terms. To have signed means to have received them, not to agree.
struct SignatureStatus {
    Role role = Role::rep;
    Answer answer = Answer::signed_;
    std::string by;                         ///< who signs
    std::optional<std::string> entered_by;  ///< who typed it in, if somebody else did
    std::optional<std::string> on_behalf;   ///< why `by` signs for the person the terms name
    std::optional<std::string> witness;     ///< of a refusal
    Date on;
    std::optional<std::string> text;
    std::size_t entry = 0;  ///< position in the journal
};

enum class Standing {
    in_force,   ///< part of the terms in force
    waiting,    ///< part of the newest terms, which wait for signatures
    set_aside,  ///< part of neither: made on another branch
};

/// "in-force", "waiting", "set-aside"
std::string_view to_string(Standing standing);

struct AmendmentStatus {
    std::size_t copy = 0;   ///< index of the sealed copy
    std::size_t entry = 0;  ///< position in the journal
    Date on;
    std::string by;
    std::string reason;
    std::vector<Change> changes;  ///< from the copies that it amends to its own copy
    /// Fields of which the record says something else than the copies, or nothing.
    std::vector<std::string> misstated;
    std::optional<Date> base_sealed_on;  ///< if dated before the terms that it builds on: their day
    Standing standing = Standing::waiting;
    std::optional<Date> in_force_from;  ///< if in force
    std::vector<Role> waits_for;        ///< if waiting
    /// If set aside: fields of it that the terms in force hold otherwise; `from` is what they hold,
    /// `to` what the amendment says.
    std::vector<Change> lost;
};

/// Terms that somebody signed first on another branch, and that the newest terms don't build on.
struct OtherFirstTerms {
    std::size_t copy = 0;  ///< index of the sealed copy
    std::vector<SignatureStatus> signatures;
};

struct TermsStatus {
    TermsState state = TermsState::unsigned_;
    std::optional<std::size_t> in_force;  ///< index of the sealed copy; nothing: plan.yaml counts
    std::optional<std::size_t> newest;    ///< index of the copy that plan.yaml should say
    std::optional<Date> newest_since;     ///< when it was amended or first signed
    bool newest_waits = false;            ///< the newest terms are not in force
    std::vector<SignatureStatus> signatures;  ///< of the terms in force, by date
    std::vector<Role> missing;                ///< required roles that have not answered them
    std::vector<Role> newest_missing;         ///< those that have not answered the newest terms
    std::vector<SignatureStatus> newest_signatures;
    std::vector<AmendmentStatus> amendments;  ///< by date
    std::vector<OtherFirstTerms> other_first;
    /// Positions of signatures that are dated before their terms were sealed: they don't count.
    std::vector<std::size_t> early_signatures;
    std::vector<Change> changed;     ///< by hand: from the newest sealed terms to plan.yaml
    std::vector<std::string> heads;  ///< digests of terms that nothing amends, the newest first; of
                                     ///< one only, unless branches were merged
    bool is_unfinished = false;      ///< plan.yaml is what it was before the newest amendment
    bool goes_on_later = false;      ///< terms were sealed after `as_of`, too
};

/// The terms as of the end of a day: signatures and amendments dated after it do not exist yet.
///
/// The terms first signed are in force from then. An amendment is in force from its date if nothing
/// in it is harder than the terms in force that it builds on, else from when all required roles
/// have answered it. Of several the one that came into force last counts. Before anybody signed,
/// plan.yaml counts; asked for a day before the first signature that there is, the terms that were
/// signed then.
TermsStatus terms_status(const Settings& settings, const TermsFiles& files, const Journal& journal,
                         Date as_of);

/// The amendments in force that move the plan's last day: each is an extension.
std::vector<const AmendmentStatus*> extending_amendments(const TermsStatus& status);

/// True if a change of terms moves the plan's last day to a later one.
bool extends_plan(const std::vector<Change>& changes);

/// The terms in force.
const Plan& terms_in_force(const TermsStatus& status, const TermsFiles& files);

}  // namespace perfplan::evaluate
