#include "evaluate/terms/lineage.hpp"

#include "evaluate/terms/effect.hpp"

#include <algorithm>

namespace perfplan::evaluate {

namespace {

using Index = std::size_t;

/// Goes through the journal once and lets seals come into force.
class InForce {
public:
    InForce(const std::vector<Role>& required, const TermsFiles& files, const Journal& journal,
            Lineage& lineage)
        : required_(required), files_(files), journal_(journal), lineage_(lineage) {}

    void run() {
        for (now_ = 0; now_ < journal_.size(); ++now_) {
            for (Index i = 0; i < seals().size(); ++i) {
                const std::vector<Index>& signatures = seals()[i].signatures;
                const bool is_signed_now =
                    std::find(signatures.begin(), signatures.end(), now_) != signatures.end();
                if (seals()[i].amendment == now_ || is_signed_now) {
                    try_to_enter(i);
                }
            }
        }
    }

private:
    [[nodiscard]] std::vector<Seal>& seals() const { return lineage_.seals; }

    [[nodiscard]] bool has_answered(const Seal& seal, Role role) const {
        return std::any_of(seal.signatures.begin(), seal.signatures.end(), [&](Index position) {
            return position <= now_ && journal_[position].record.role == role;
        });
    }

    [[nodiscard]] bool is_answered(const Seal& seal) const {
        return std::all_of(required_.begin(), required_.end(),
                           [&](Role role) { return has_answered(seal, role); });
    }

    /// The nearest terms in force that a seal builds on, along each line.
    [[nodiscard]] std::vector<Index> base_of(Index seal) const {
        std::vector<Index> base;
        for (const Index parent : seals()[seal].parents) {
            const std::vector<Index> found =
                seals()[parent].in_force_from ? std::vector<Index>{parent} : base_of(parent);
            base.insert(base.end(), found.begin(), found.end());
        }
        return base;
    }

    [[nodiscard]] bool is_harder_than(Index seal, Index other) const {
        return is_harder(changes_between(files_.sealed[seals()[other].copy].terms,
                                         files_.sealed[seals()[seal].copy].terms));
    }

    void try_to_enter(Index i) {
        Seal& seal = seals()[i];
        if (seal.in_force_from || seal.made > now_) {
            return;
        }
        std::vector<Index> base = base_of(i);
        const bool is_first = !seal.amendment && !lineage_.in_force;
        const bool is_eased = !base.empty() && std::none_of(base.begin(), base.end(), [&](Index b) {
            return is_harder_than(i, b);
        });
        if (is_eased) {
            seal.rests_on = std::move(base);
        }
        if (is_first || is_eased || is_answered(seal)) {
            enter(i);
        }
    }

    /// What comes into force replaces what was, unless that builds on it. What waited for it may
    /// follow.
    void enter(Index i) {
        seals()[i].in_force_from = journal_[now_].record.date;
        if (!lineage_.in_force || !builds_on(lineage_, *lineage_.in_force, i)) {
            lineage_.in_force = i;
        }
        for (Index other = 0; other < seals().size(); ++other) {
            if (other != i && builds_on(lineage_, other, i)) {
                try_to_enter(other);
            }
        }
    }

    const std::vector<Role>& required_;
    const TermsFiles& files_;
    const Journal& journal_;
    Lineage& lineage_;
    Index now_ = 0;  ///< position in the journal
};

bool is_head(const std::vector<Seal>& seals, Index seal) {
    return std::none_of(seals.begin(), seals.end(), [&](const Seal& other) {
        return std::find(other.parents.begin(), other.parents.end(), seal) != other.parents.end();
    });
}

std::vector<Index> heads_of(const Lineage& lineage) {
    std::vector<Index> heads;
    for (Index i = 0; i < lineage.seals.size(); ++i) {
        if (is_head(lineage.seals, i)) {
            heads.push_back(i);
        }
    }
    const auto follows = [&](Index i) {
        return lineage.in_force && builds_on(lineage, i, *lineage.in_force);
    };
    std::sort(heads.begin(), heads.end(), [&](Index a, Index b) {
        return follows(a) != follows(b) ? follows(a)
                                        : lineage.seals[a].made > lineage.seals[b].made;
    });
    return heads;
}

}  // namespace

bool builds_on(const Lineage& lineage, std::size_t seal, std::size_t other) {
    if (seal == other) {
        return true;
    }
    const std::vector<Index>& parents = lineage.seals[seal].parents;
    return std::any_of(parents.begin(), parents.end(),
                       [&](Index parent) { return builds_on(lineage, parent, other); });
}

Lineage lineage(const std::vector<Role>& required, const TermsFiles& files, const Journal& journal,
                Date as_of) {
    Lineage result;
    result.seals = seals_of(files, journal, as_of);
    InForce(required, files, journal, result).run();
    result.heads = heads_of(result);
    return result;
}

namespace {

using Index = std::size_t;

/// Makes the seals of a journal and connects them. Order of writing decides between seals of the
/// same bytes only: clocks of different machines may differ.
class Builder {
public:
    Builder(const TermsFiles& files, const Journal& journal, Date as_of)
        : files_(files), journal_(journal), as_of_(as_of) {}

    std::vector<Seal> build() {
        place_amendments();
        for (Index position = 0; position < journal_.size(); ++position) {
            if (counts(position, RecordKind::signature)) {
                add_signature(position);
            }
        }
        return std::move(seals_);
    }

private:
    [[nodiscard]] const Record& record(Index position) const { return journal_[position].record; }

    [[nodiscard]] bool counts(Index position, RecordKind kind) const {
        const Record& record = this->record(position);
        return record.kind == kind && is_known_on(record, as_of_) && record.terms &&
               copy_of(*record.terms).has_value();
    }

    [[nodiscard]] std::optional<Index> copy_of(std::string_view digest) const {
        for (Index i = 0; i < files_.sealed.size(); ++i) {
            if (files_.sealed[i].digest == digest) {
                return i;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] const std::string& digest_of(const Seal& seal) const {
        return files_.sealed[seal.copy].digest;
    }

    /// Of the seals of these bytes the one made last before a position, or else the first.
    [[nodiscard]] std::optional<Index> seal_before(std::string_view digest, Index position) const {
        const auto is_nearer = [&](const Seal& a, const Seal& b) {
            const bool is_before = a.made < position;
            if (is_before != (b.made < position)) {
                return is_before;
            }
            return is_before ? a.made > b.made : a.made < b.made;
        };
        std::optional<Index> best;
        for (Index i = 0; i < seals_.size(); ++i) {
            if (digest_of(seals_[i]) == digest && (!best || is_nearer(seals_[i], seals_[*best]))) {
                best = i;
            }
        }
        return best;
    }

    /// Terms that no amendment made.
    void add_first(std::string_view digest, Index made) {
        Seal seal;
        seal.copy = *copy_of(digest);
        seal.made = made;
        seals_.push_back(std::move(seal));
    }

    /// True for terms that are there as a copy, but have no seal yet.
    [[nodiscard]] bool is_unsealed(std::string_view digest) const {
        return copy_of(digest) && !seal_before(digest, 0);
    }

    /// Makes the seal of an amendment, if what it builds on is there.
    bool place(Index position) {
        Seal seal;
        seal.copy = *copy_of(*record(position).terms);
        seal.amendment = position;
        seal.made = position;
        for (const std::string& digest : record(position).amends) {
            if (is_unsealed(digest)) {
                return false;
            }
            if (const auto parent = seal_before(digest, position)) {
                seal.parents.push_back(*parent);
            }
        }
        seals_.push_back(std::move(seal));
        return true;
    }

    /// The terms with which it began: amended, and no amendment's result; else, where amendments
    /// went back to what was before, those that the earliest builds on.
    [[nodiscard]] std::string beginning(const std::vector<Index>& unplaced) const {
        std::string earliest;
        for (const Index position : unplaced) {
            for (const std::string& digest : record(position).amends) {
                const bool is_result =
                    std::any_of(unplaced.begin(), unplaced.end(),
                                [&](Index other) { return record(other).terms == digest; });
                if (is_unsealed(digest) && !is_result) {
                    return digest;
                }
                if (is_unsealed(digest) && earliest.empty()) {
                    earliest = digest;
                }
            }
        }
        return earliest;
    }

    void place_amendments() {
        std::vector<Index> unplaced;
        for (Index position = 0; position < journal_.size(); ++position) {
            if (counts(position, RecordKind::amendment)) {
                unplaced.push_back(position);
            }
        }
        while (!unplaced.empty()) {
            const Index before = unplaced.size();
            std::vector<Index> left;
            std::copy_if(unplaced.begin(), unplaced.end(), std::back_inserter(left),
                         [&](Index position) { return !place(position); });
            unplaced = std::move(left);
            if (unplaced.size() == before) {
                add_first(beginning(unplaced), 0);
            }
        }
    }

    void add_signature(Index position) {
        const std::string& digest = *record(position).terms;
        if (is_unsealed(digest)) {
            add_first(digest, position);
        }
        seals_[*seal_before(digest, position)].signatures.push_back(position);
    }

    const TermsFiles& files_;
    const Journal& journal_;
    Date as_of_;
    std::vector<Seal> seals_;
};

}  // namespace

std::vector<Seal> seals_of(const TermsFiles& files, const Journal& journal, Date as_of) {
    return Builder(files, journal, as_of).build();
}

}  // namespace perfplan::evaluate
