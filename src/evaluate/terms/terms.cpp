#include "evaluate/terms/terms.hpp"

#include <algorithm>
#include <array>

namespace perfplan::evaluate {

namespace {

constexpr std::array<std::string_view, 5> state_names{"unsigned", "partly-signed", "signed",
                                                      "amendment-waiting", "changed"};

TermsState state_of(const TermsStatus& status) {
    return !status.changed.empty()   ? TermsState::changed
           : status.newest_waits     ? TermsState::amendment_waiting
           : !status.missing.empty() ? TermsState::partly_signed
                                     : TermsState::signed_;
}

bool seals(const Record& record) {
    return (record.kind == RecordKind::signature || record.kind == RecordKind::amendment) &&
           record.terms.has_value();
}

std::optional<std::size_t> copy_of(const TermsFiles& files, std::string_view digest) {
    const auto found = std::find_if(files.sealed.begin(), files.sealed.end(),
                                    [&](const SealedTerms& copy) { return copy.digest == digest; });
    return found == files.sealed.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - files.sealed.begin()));
}

}  // namespace

std::string_view to_string(Standing standing) {
    switch (standing) {
        case Standing::in_force: return "in-force";
        case Standing::waiting: return "waiting";
        case Standing::set_aside: return "set-aside";
    }
    return "";
}

std::string_view to_string(TermsState state) {
    return state_names[static_cast<std::size_t>(state)];
}

TermsStatus terms_status(const Settings& settings, const TermsFiles& files, const Journal& journal,
                         Date as_of) {
    TermsStatus status;
    const auto first = std::find_if(journal.begin(), journal.end(),
                                    [](const JournalEntry& entry) { return seals(entry.record); });
    const Lineage found = first == journal.end()
                              ? Lineage()
                              : lineage(settings.policy.require_signatures, files, journal, as_of);
    if (found.seals.empty()) {
        status.missing = settings.policy.require_signatures;
        if (first != journal.end()) {
            status.in_force = copy_of(files, *first->record.terms);
            status.goes_on_later = true;
        }
        return status;
    }
    const Agreement agreed(settings, files, journal, found);
    status.in_force = found.seals[agreed.in_force()].copy;
    status.newest = found.seals[agreed.newest()].copy;
    status.newest_since = journal[found.seals[agreed.newest()].made].record.date;
    status.newest_waits = !builds_on(found, agreed.in_force(), agreed.newest());
    status.signatures = agreed.signatures_of(agreed.in_force());
    status.missing = agreed.missing_of(agreed.in_force());
    status.newest_signatures = agreed.signatures_of(agreed.newest());
    status.newest_missing = agreed.missing_of(agreed.newest());
    status.amendments = agreed.amendments();
    status.heads = agreed.heads();
    status.goes_on_later = std::any_of(first, journal.end(), [&](const JournalEntry& entry) {
        return seals(entry.record) && !is_known_on(entry.record, as_of) &&
               entry.record.terms != status.heads.front();
    });
    status.is_unfinished = !status.goes_on_later && agreed.is_unfinished();
    if (!status.goes_on_later && !status.is_unfinished) {
        status.changed = agreed.changed();
    }
    status.state = state_of(status);
    return status;
}

const Plan& terms_in_force(const TermsStatus& status, const TermsFiles& files) {
    return status.in_force ? files.sealed[*status.in_force].terms : files.plan;
}

/// The answers to terms, and all answers to what they rest on in roles that have not answered them.
std::vector<std::size_t> Agreement::answers_to(std::size_t seal) const {
    const std::vector<std::size_t>& own = lineage_.seals[seal].signatures;
    std::vector<std::size_t> answers = own;
    for (const std::size_t base : lineage_.seals[seal].rests_on) {
        for (const std::size_t position : answers_to(base)) {
            if (!has_answer_of(own, journal_[position].record)) {
                answers.push_back(position);
            }
        }
    }
    std::sort(answers.begin(), answers.end());
    answers.erase(std::unique(answers.begin(), answers.end()), answers.end());
    return answers;
}

std::vector<SignatureStatus> Agreement::signatures_of(std::size_t seal) const {
    std::vector<SignatureStatus> signatures;
    for (const std::size_t position : answers_to(seal)) {
        const Record& record = journal_[position].record;
        std::erase_if(signatures, [&](const SignatureStatus& earlier) {
            return earlier.role == record.role && earlier.by == record.by;
        });
        signatures.push_back({record.role.value_or(Role::witness),
                              record.answer.value_or(Answer::signed_), record.by, record.entered_by,
                              record.witness, record.date, record.text, position});
    }
    return signatures;
}

std::vector<Role> Agreement::missing_of(std::size_t seal) const {
    const std::vector<std::size_t> answers = answers_to(seal);
    std::vector<Role> missing;
    std::copy_if(required_.begin(), required_.end(), std::back_inserter(missing), [&](Role role) {
        return std::none_of(answers.begin(), answers.end(),
                            [&](std::size_t p) { return journal_[p].record.role == role; });
    });
    return missing;
}

std::vector<AmendmentStatus> Agreement::amendments() const {
    std::vector<AmendmentStatus> amendments;
    for (std::size_t position = 0; position < journal_.size(); ++position) {
        for (std::size_t i = 0; i < lineage_.seals.size(); ++i) {
            if (lineage_.seals[i].amendment == position) {
                amendments.push_back(amendment(i, position));
            }
        }
    }
    return amendments;
}

/// True if plan.yaml is, byte for byte, what the newest amendment was made from.
bool Agreement::is_unfinished() const {
    const Seal& seal = lineage_.seals[newest()];
    return digest_of(newest()) != files_.digest &&
           std::any_of(seal.parents.begin(), seal.parents.end(),
                       [&](std::size_t parent) { return digest_of(parent) == files_.digest; });
}

std::vector<Change> Agreement::changed() const {
    return digest_of(newest()) == files_.digest ? std::vector<Change>()
                                                : changes_between(terms_of(newest()), files_.plan);
}

std::vector<std::string> Agreement::heads() const {
    std::vector<std::string> digests;
    for (const std::size_t head : lineage_.heads) {
        digests.push_back(digest_of(head));
    }
    return digests;
}

const std::string& Agreement::digest_of(std::size_t seal) const {
    return files_.sealed[lineage_.seals[seal].copy].digest;
}

const Plan& Agreement::terms_of(std::size_t seal) const {
    return files_.sealed[lineage_.seals[seal].copy].terms;
}

/// Any number of people may witness; of the other roles one answer is enough.
bool Agreement::has_answer_of(const std::vector<std::size_t>& answers, const Record& record) const {
    return record.role != Role::witness &&
           std::any_of(answers.begin(), answers.end(), [&](std::size_t position) {
               return journal_[position].record.role == record.role;
           });
}

AmendmentStatus Agreement::amendment(std::size_t seal, std::size_t position) const {
    const Record& record = journal_[position].record;
    AmendmentStatus status;
    status.copy = lineage_.seals[seal].copy;
    status.entry = position;
    status.on = record.date;
    status.by = record.by;
    status.reason = record.reason.value_or("");
    status.changes = record.changes;
    if (builds_on(lineage_, in_force(), seal)) {
        status.standing = Standing::in_force;
        status.in_force_from = entered(seal);
    } else if (builds_on(lineage_, newest(), seal)) {
        status.standing = Standing::waiting;
        status.waits_for = missing_of(newest());
    } else {
        status.standing = Standing::set_aside;
        status.lost = lost(seal, record);
    }
    return status;
}

/// When the first terms that hold the amendment came into force.
std::optional<Date> Agreement::entered(std::size_t seal) const {
    std::optional<Date> first;
    for (std::size_t i = 0; i < lineage_.seals.size(); ++i) {
        const auto from = lineage_.seals[i].in_force_from;
        if (from && (!first || *from < *first) && builds_on(lineage_, i, seal)) {
            first = from;
        }
    }
    return first;
}

/// What an amendment that was set aside, or the last one that builds on it, says and the terms
/// in force don't.
std::vector<Change> Agreement::lost(std::size_t seal, const Record& record) const {
    const auto head = std::find_if(lineage_.heads.begin(), lineage_.heads.end(),
                                   [&](std::size_t i) { return builds_on(lineage_, i, seal); });
    std::vector<Change> lost;
    for (const Change& change : record.changes) {
        auto here = value_at(terms_of(in_force()), change.field);
        auto there = value_at(terms_of(*head), change.field);
        if (here != there) {
            lost.push_back({change.field, std::move(here), std::move(there), std::nullopt});
        }
    }
    return lost;
}

}  // namespace perfplan::evaluate
