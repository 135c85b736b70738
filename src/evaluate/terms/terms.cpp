#include "evaluate/terms/terms.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <set>

namespace perfplan::evaluate {

namespace {

using Index = std::size_t;

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

const Change* find_change(const std::vector<Change>& changes, std::string_view field) {
    const auto found = std::ranges::find(changes, field, &Change::field);
    return found == changes.end() ? nullptr : &*found;
}

bool says_the_same(const Change& a, const Change& b) {
    return a.field == b.field && a.from == b.from && a.to == b.to;
}

/// The fields of which a record says something else than the copies, or nothing, or too much.
std::vector<std::string> misstated_fields(const std::vector<Change>& stated,
                                          const std::vector<Change>& changes) {
    std::vector<std::string> fields;
    for (const Change& change : changes) {
        const Change* said = find_change(stated, change.field);
        if (said == nullptr || !says_the_same(*said, change)) {
            fields.push_back(change.field);
        }
    }
    for (const Change& said : stated) {
        if (find_change(changes, said.field) == nullptr) {
            fields.push_back(said.field);
        }
    }
    return fields;
}

std::optional<std::size_t> copy_of(const TermsFiles& files, std::string_view digest) {
    const auto found = std::find_if(files.sealed.begin(), files.sealed.end(),
                                    [&](const SealedTerms& copy) { return copy.digest == digest; });
    return found == files.sealed.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - files.sealed.begin()));
}

/// The records of a lineage that people ask for. Refers to everything that it is made of. Seals are
/// called by their index in the lineage, which has at least one.
class Agreement {
public:
    Agreement(const Settings& settings, const TermsFiles& files, const Journal& journal,
              const Lineage& lineage)
        : required_(settings.policy.require_signatures),
          files_(files),
          journal_(journal),
          lineage_(lineage) {}

    [[nodiscard]] Index newest() const { return lineage_.heads.front(); }

    /// The terms that count. If none came into force, a signature must be missing, since the first
    /// terms to be amended had one.
    [[nodiscard]] Index in_force() const { return lineage_.in_force.value_or(0); }

    /// The answers to terms and to what they rest on, the last one of each person.
    [[nodiscard]] std::vector<SignatureStatus> signatures_of(Index seal) const {
        std::vector<SignatureStatus> signatures;
        for (const Index position : answers_to(seal)) {
            const Record& record = journal_[position].record;
            std::erase_if(signatures, [&](const SignatureStatus& earlier) {
                return earlier.role == record.role && earlier.by == record.by;
            });
            signatures.push_back(signature(position));
        }
        return signatures;
    }

    /// First terms that the newest terms don't build on.
    [[nodiscard]] std::vector<OtherFirstTerms> other_first() const {
        const std::vector<bool> is_newest = built_on(lineage_, newest());
        std::vector<OtherFirstTerms> others;
        for (Index i = 0; i < lineage_.seals.size(); ++i) {
            const Seal& seal = lineage_.seals[i];
            if (seal.amendment || is_newest[i]) {
                continue;
            }
            OtherFirstTerms other{seal.copy, {}};
            for (const Index position : seal.signatures) {
                other.signatures.push_back(signature(position));
            }
            others.push_back(std::move(other));
        }
        return others;
    }

    [[nodiscard]] std::vector<std::size_t> early_signatures() const {
        std::vector<std::size_t> early;
        for (const Seal& seal : lineage_.seals) {
            early.insert(early.end(), seal.early_signatures.begin(), seal.early_signatures.end());
        }
        std::sort(early.begin(), early.end());
        return early;
    }

    /// The required roles without an answer.
    [[nodiscard]] std::vector<Role> missing_of(Index seal) const {
        RoleSet answered;
        for (const Index position : answers_to(seal)) {
            answered.set(static_cast<Index>(role_of(position)));
        }
        std::vector<Role> missing;
        std::copy_if(required_.begin(), required_.end(), std::back_inserter(missing),
                     [&](Role role) { return !answered.test(static_cast<Index>(role)); });
        return missing;
    }

    [[nodiscard]] std::vector<AmendmentStatus> amendments() const {
        const std::vector<bool> is_in_force = built_on(lineage_, in_force());
        const std::vector<bool> is_newest = built_on(lineage_, newest());
        const std::vector<std::optional<Date>> entered = this->entered();
        const std::vector<Index> heads = first_heads();
        const std::vector<Role> newest_missing = missing_of(newest());
        std::vector<AmendmentStatus> amendments;
        for (Index i = 0; i < lineage_.seals.size(); ++i) {
            if (!lineage_.seals[i].amendment) {
                continue;
            }
            AmendmentStatus status = amendment(i);
            if (is_in_force[i]) {
                status.standing = Standing::in_force;
                status.in_force_from = entered[i];
            } else if (is_newest[i]) {
                status.standing = Standing::waiting;
                status.waits_for = newest_missing;
            } else {
                status.standing = Standing::set_aside;
                status.lost = lost(status.changes, heads[i]);
            }
            amendments.push_back(std::move(status));
        }
        std::sort(amendments.begin(), amendments.end(),
                  [](const auto& a, const auto& b) { return a.entry < b.entry; });
        return amendments;
    }

    /// True if plan.yaml is, byte for byte, what the newest amendment was made from.
    [[nodiscard]] bool is_unfinished() const {
        const std::vector<Index>& parents = lineage_.seals[newest()].parents;
        return digest_of(newest()) != files_.digest &&
               std::any_of(parents.begin(), parents.end(),
                           [&](Index parent) { return digest_of(parent) == files_.digest; });
    }

    /// From the newest terms to plan.yaml.
    [[nodiscard]] std::vector<Change> changed() const {
        return digest_of(newest()) == files_.digest
                   ? std::vector<Change>()
                   : changes_between(terms_of(newest()), files_.plan);
    }

    [[nodiscard]] std::vector<std::string> heads() const {
        std::vector<std::string> digests;
        for (const Index head : lineage_.heads) {
            digests.push_back(digest_of(head));
        }
        return digests;
    }

private:
    using RoleSet = std::bitset<4>;

    [[nodiscard]] SignatureStatus signature(Index position) const {
        const Record& record = journal_[position].record;
        return {role_of(position), record.answer.value_or(Answer::signed_),
                record.by,         record.entered_by,
                record.on_behalf,  record.witness,
                record.date,       record.text,
                position};
    }

    [[nodiscard]] Role role_of(Index position) const {
        return journal_[position].record.role.value_or(Role::witness);
    }

    [[nodiscard]] const std::string& digest_of(Index seal) const {
        return files_.sealed[lineage_.seals[seal].copy].digest;
    }

    [[nodiscard]] const Plan& terms_of(Index seal) const {
        return files_.sealed[lineage_.seals[seal].copy].terms;
    }

    /// The positions of the answers to terms, and of the answers to what they rest on in roles that
    /// have not answered nearer terms. Any number of people may witness.
    [[nodiscard]] std::vector<Index> answers_to(Index seal) const {
        std::set<Index> answers;
        std::map<Index, std::set<unsigned long>> visited;  // by seal: the roles answered nearer
        std::vector<std::pair<Index, RoleSet>> open{{seal, RoleSet()}};
        while (!open.empty()) {
            const auto [next, nearer] = open.back();
            open.pop_back();
            if (!visited[next].insert(nearer.to_ulong()).second) {
                continue;
            }
            RoleSet answered = nearer;
            for (const Index position : lineage_.seals[next].signatures) {
                const Role role = role_of(position);
                if (!nearer.test(static_cast<Index>(role))) {
                    answers.insert(position);
                }
                answered.set(static_cast<Index>(role), role != Role::witness);
            }
            for (const Index base : lineage_.seals[next].rests_on) {
                open.emplace_back(base, answered);
            }
        }
        return {answers.begin(), answers.end()};
    }

    /// What is known of an amendment wherever it stands.
    [[nodiscard]] AmendmentStatus amendment(Index seal) const {
        AmendmentStatus status;
        status.copy = lineage_.seals[seal].copy;
        status.entry = *lineage_.seals[seal].amendment;
        const Record& record = journal_[status.entry].record;
        status.on = record.date;
        status.by = record.by;
        status.reason = record.reason.value_or("");
        status.changes = changes_of(seal);
        status.misstated = misstated_fields(record.changes, status.changes);
        if (lineage_.seals[seal].sealed_on > record.date) {
            status.base_sealed_on = lineage_.seals[seal].sealed_on;
        }
        return status;
    }

    /// What an amendment changes, whatever its record says: against the first terms that it names,
    /// and of the further ones, after a merge, what the record says of them if that is true.
    [[nodiscard]] std::vector<Change> changes_of(Index seal) const {
        const Record& record = journal_[*lineage_.seals[seal].amendment].record;
        const Plan& after = terms_of(seal);
        std::vector<Change> changes = record.changes;
        bool is_first = true;
        for (const std::string& digest : record.amends) {
            const auto base = copy_of(files_, digest);
            if (!base) {
                continue;
            }
            std::vector<Change> found = changes_between(files_.sealed[*base].terms, after);
            if (is_first) {
                changes = std::move(found);
                is_first = false;
                continue;
            }
            for (Change& change : found) {
                const Change* stated = find_change(record.changes, change.field);
                if (stated != nullptr && says_the_same(*stated, change) &&
                    find_change(changes, change.field) == nullptr) {
                    changes.push_back(std::move(change));
                }
            }
        }
        return changes;
    }

    /// By seal: when it, or the first terms that build on it, came into force.
    [[nodiscard]] std::vector<std::optional<Date>> entered() const {
        std::vector<std::optional<Date>> entered(lineage_.seals.size());
        const auto note = [&](Index i, std::optional<Date> from) {
            if (from && (!entered[i] || *from < *entered[i])) {
                entered[i] = from;
            }
        };
        for (Index i = lineage_.seals.size(); i-- > 0;) {
            note(i, lineage_.seals[i].in_force_from);
            for (const Index parent : lineage_.seals[i].parents) {
                note(parent, entered[i]);
            }
        }
        return entered;
    }

    /// By seal: the first of the heads that build on it.
    [[nodiscard]] std::vector<Index> first_heads() const {
        std::vector<Index> rank(lineage_.seals.size(), lineage_.heads.size());
        for (Index i = 0; i < lineage_.heads.size(); ++i) {
            rank[lineage_.heads[i]] = i;
        }
        for (Index i = lineage_.seals.size(); i-- > 0;) {
            for (const Index parent : lineage_.seals[i].parents) {
                rank[parent] = std::min(rank[parent], rank[i]);
            }
        }
        std::transform(rank.begin(), rank.end(), rank.begin(),
                       [&](Index i) { return lineage_.heads[i]; });
        return rank;
    }

    /// What the last terms of another branch say of these fields and the terms in force don't.
    [[nodiscard]] std::vector<Change> lost(const std::vector<Change>& changes, Index head) const {
        std::vector<Change> lost;
        for (const Change& change : changes) {
            auto here = value_at(terms_of(in_force()), change.field);
            auto there = value_at(terms_of(head), change.field);
            if (here != there) {
                lost.push_back({change.field, std::move(here), std::move(there), std::nullopt});
            }
        }
        return lost;
    }

    const std::vector<Role>& required_;
    const TermsFiles& files_;
    const Journal& journal_;
    const Lineage& lineage_;
};

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
    status.newest_waits = !built_on(found, agreed.in_force())[agreed.newest()];
    status.signatures = agreed.signatures_of(agreed.in_force());
    status.missing = agreed.missing_of(agreed.in_force());
    status.newest_signatures = agreed.signatures_of(agreed.newest());
    status.newest_missing = agreed.missing_of(agreed.newest());
    status.amendments = agreed.amendments();
    status.heads = agreed.heads();
    status.other_first = agreed.other_first();
    status.early_signatures = agreed.early_signatures();
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

bool extends_plan(const std::vector<Change>& changes) {
    return std::ranges::any_of(changes, [](const Change& change) {
        return change.field == "ends" && change.effect == Effect::easier;
    });
}

std::vector<const AmendmentStatus*> extending_amendments(const TermsStatus& status) {
    std::vector<const AmendmentStatus*> extending;
    for (const AmendmentStatus& amendment : status.amendments) {
        if (amendment.standing == Standing::in_force && extends_plan(amendment.changes)) {
            extending.push_back(&amendment);
        }
    }
    return extending;
}

const Plan& terms_in_force(const TermsStatus& status, const TermsFiles& files) {
    return status.in_force ? files.sealed[*status.in_force].terms : files.plan;
}

}  // namespace perfplan::evaluate
