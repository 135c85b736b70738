#include "lineage.hpp"

#include <algorithm>

namespace perfplan {

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

}  // namespace perfplan
