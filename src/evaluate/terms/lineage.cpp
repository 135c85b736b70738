#include "evaluate/terms/lineage.hpp"

#include "evaluate/terms/effect.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

// Which seals are in force follows from what builds on what. Clocks differ, and `recorded` can be
// edited: the journal's order only decides between terms of which neither builds on the other. An
// amendment comes after everything it builds on, whatever its record says of when it was written.
//
// The base of a seal is the nearest terms that were agreed along each line that it builds on.
//
//   state    event                                                 next state
//   unmade   its amendment or first signature is reached           waiting
//   waiting  it is first signed, and no terms are in force         agreed, in force
//   waiting  it makes nothing harder than any terms of its base    agreed, rests on its base
//   waiting  all required roles have answered it                   agreed, in force
//   waiting  terms that it builds on are agreed                    waiting, with a new base
//   agreed   it makes nothing harder than the terms in force       in force
//   agreed   all required roles have answered it                   in force
//
// Terms that come into force replace those before them, unless those already build on them. Terms
// that were agreed on another branch and would make something harder stay agreed but set aside:
// only signatures, or an amendment that builds on both branches, can join the two.
//
// A parent has a smaller index than its children, so a sweep over indices replaces walks along
// paths, of which merged branches have exponentially many.

namespace perfplan::evaluate {

namespace {

using Index = std::size_t;

// ---- making seals

/// Makes the seals of a journal and connects them. The order of writing only decides between seals
/// of the same bytes, since clocks of different machines may differ.
class SealBuilder {
public:
    SealBuilder(const TermsFiles& files, const Journal& journal, Date as_of)
        : journal_(journal), as_of_(as_of) {
        for (Index i = 0; i < files.sealed.size(); ++i) {
            copies_.emplace(files.sealed[i].digest, i);
        }
    }

    std::vector<Seal> build() {
        place_amendments();
        date_seals();
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
               copies_.contains(*record.terms);
    }

    /// True for terms that have a copy but no seal yet.
    [[nodiscard]] bool is_unsealed(std::string_view digest) const {
        return copies_.contains(digest) && !seals_of_.contains(digest);
    }

    /// Among the seals of these bytes, the last one made before a position, or else the first.
    [[nodiscard]] std::optional<Index> seal_before(std::string_view digest, Index position) const {
        const auto found = seals_of_.find(digest);
        if (found == seals_of_.end()) {
            return std::nullopt;
        }
        const std::set<std::pair<Index, Index>>& by_making = found->second;
        const auto later = by_making.lower_bound({position, 0});
        return later == by_making.begin() ? later->second : std::prev(later)->second;
    }

    void add(Seal seal, std::string_view digest) {
        seals_of_[digest].emplace(seal.made, seals_.size());
        seals_.push_back(std::move(seal));
    }

    /// Terms that no amendment made.
    void add_first(std::string_view digest, Index made) {
        Seal seal;
        seal.copy = copies_.at(digest);
        seal.made = made;
        add(std::move(seal), digest);
    }

    void add_amendment(Index position) {
        Seal seal;
        seal.copy = copies_.at(*record(position).terms);
        seal.amendment = position;
        seal.made = position;
        for (const std::string& digest : record(position).amends) {
            if (const auto parent = seal_before(digest, position)) {
                seal.parents.push_back(*parent);
            }
        }
        std::sort(seal.parents.begin(), seal.parents.end());
        seal.parents.erase(std::unique(seal.parents.begin(), seal.parents.end()),
                           seal.parents.end());
        add(std::move(seal), *record(position).terms);
    }

    /// Notes what an amendment still waits for: terms with a copy but no seal.
    void wait_for_parents(Index position) {
        const std::vector<std::string>& amends = record(position).amends;
        const std::unordered_set<std::string_view> digests(amends.begin(), amends.end());
        for (const std::string_view digest : digests) {
            if (is_unsealed(digest)) {
                waiting_for_[digest].push_back(position);
                ++parents_missing_[position];
            }
        }
        if (parents_missing_[position] == 0) {
            ready_.emplace(0, position);
        }
    }

    /// Lets the amendments that waited for these terms follow: those from position `reached` on in
    /// this pass over the journal, earlier ones in the next.
    void release(std::string_view digest, Index reached) {
        const auto waiting = waiting_for_.find(digest);
        if (waiting == waiting_for_.end()) {
            return;
        }
        for (const Index position : waiting->second) {
            if (--parents_missing_[position] == 0) {
                ready_.emplace(position < reached ? pass_ + 1 : pass_, position);
            }
        }
        waiting_for_.erase(waiting);
    }

    /// Unsealed terms that amendments build on, the original ones first: those that are no
    /// amendment's result. Then, where amendments returned to earlier terms, in journal order.
    [[nodiscard]] std::vector<std::string_view> origins(
        const std::vector<Index>& amendments) const {
        std::unordered_set<std::string_view> results;
        for (const Index position : amendments) {
            results.insert(*record(position).terms);
        }
        std::vector<std::string_view> origins;
        for (const Index position : amendments) {
            for (const std::string& digest : record(position).amends) {
                if (is_unsealed(digest)) {
                    origins.push_back(digest);
                }
            }
        }
        std::stable_partition(origins.begin(), origins.end(),
                              [&](std::string_view digest) { return !results.contains(digest); });
        return origins;
    }

    void place_ready() {
        while (!ready_.empty()) {
            const auto [pass, position] = ready_.top();
            ready_.pop();
            pass_ = pass;
            add_amendment(position);
            release(*record(position).terms, position + 1);
        }
    }

    void place_amendments() {
        std::vector<Index> amendments;
        for (Index position = 0; position < journal_.size(); ++position) {
            if (counts(position, RecordKind::amendment)) {
                amendments.push_back(position);
                wait_for_parents(position);
            }
        }
        const std::vector<std::string_view> origins = this->origins(amendments);
        place_ready();
        for (const std::string_view digest : origins) {
            if (is_unsealed(digest)) {
                add_first(digest, 0);
                ++pass_;
                release(digest, 0);
                place_ready();
            }
        }
    }

    /// An amendment is sealed no earlier than what it builds on.
    void date_seals() {
        for (Seal& seal : seals_) {
            if (seal.amendment) {
                seal.sealed_on = record(*seal.amendment).date;
            }
            for (const Index parent : seal.parents) {
                const auto& before = seals_[parent].sealed_on;
                if (before && (!seal.sealed_on || *seal.sealed_on < *before)) {
                    seal.sealed_on = before;
                }
            }
        }
    }

    /// A signature holds only for terms that were sealed when it was given.
    void add_signature(Index position) {
        const std::string& digest = *record(position).terms;
        if (is_unsealed(digest)) {
            add_first(digest, position);
        }
        Seal& seal = seals_[*seal_before(digest, position)];
        const bool is_early = seal.sealed_on && record(position).date < *seal.sealed_on;
        (is_early ? seal.early_signatures : seal.signatures).push_back(position);
    }

    const Journal& journal_;
    Date as_of_;
    std::unordered_map<std::string_view, Index> copies_;
    std::vector<Seal> seals_;
    /// By digest: when each seal was made, and its index.
    std::unordered_map<std::string_view, std::set<std::pair<Index, Index>>> seals_of_;
    std::unordered_map<std::string_view, std::vector<Index>> waiting_for_;
    std::unordered_map<Index, std::size_t> parents_missing_;
    /// Amendments whose parents have seals: the pass over the journal that places each, and its
    /// position.
    std::priority_queue<std::pair<Index, Index>, std::vector<std::pair<Index, Index>>,
                        std::greater<>>
        ready_;
    Index pass_ = 0;
};

// ---- coming into force

enum class SealEventKind { made, answered };

struct SealEvent {
    Index order = 0;  ///< position in the journal, or that of what it builds on if that is later
    Index seal = 0;
    SealEventKind kind = SealEventKind::made;
    Index position = 0;  ///< of its record in the journal
};

/// What decides about a seal while the events go by.
struct SealProgress {
    bool is_made = false;
    std::array<bool, 4> answered{};  ///< by role
    std::vector<Index> base;         ///< sorted
    std::vector<Index> children;
};

/// Goes through the events in order and lets seals come into force.
class InForce {
public:
    InForce(const std::vector<Role>& required, const TermsFiles& files, const Journal& journal,
            Lineage& lineage)
        : required_(required),
          files_(files),
          journal_(journal),
          lineage_(lineage),
          progress_(lineage.seals.size()) {
        for (Index i = 0; i < progress_.size(); ++i) {
            for (const Index parent : lineage_.seals[i].parents) {
                progress_[parent].children.push_back(i);
            }
        }
    }

    void run() {
        for (const SealEvent& event : events()) {
            handle(event);
            while (!stale_.empty()) {
                const Index next = *stale_.begin();
                stale_.erase(stale_.begin());
                renew_base(next);
            }
        }
    }

private:
    [[nodiscard]] const Seal& seal(Index i) const { return lineage_.seals[i]; }

    [[nodiscard]] std::vector<SealEvent> events() const {
        std::vector<SealEvent> events;
        std::vector<Index> made(progress_.size());
        for (Index i = 0; i < progress_.size(); ++i) {
            made[i] = seal(i).made;
            for (const Index parent : seal(i).parents) {
                made[i] = std::max(made[i], made[parent]);
            }
            events.push_back({made[i], i, SealEventKind::made, seal(i).made});
            for (const Index position : seal(i).signatures) {
                events.push_back(
                    {std::max(position, made[i]), i, SealEventKind::answered, position});
            }
        }
        std::sort(events.begin(), events.end(), [](const SealEvent& a, const SealEvent& b) {
            return std::tie(a.order, a.seal, a.kind, a.position) <
                   std::tie(b.order, b.seal, b.kind, b.position);
        });
        return events;
    }

    void handle(const SealEvent& event) {
        SealProgress& progress = progress_[event.seal];
        now_ = event.position;
        if (event.kind == SealEventKind::made) {
            progress.is_made = true;
            progress.base = base_of(event.seal);
            if (!seal(event.seal).amendment) {
                return;  // its first signature follows
            }
        } else if (const auto role = journal_[now_].record.role) {
            const bool was_answered = is_answered(event.seal);
            progress.answered[static_cast<Index>(*role)] = true;
            if (was_answered && seal(event.seal).in_force_from) {
                return;  // one more answer changes nothing
            }
        }
        try_to_enter(event.seal);
    }

    [[nodiscard]] std::vector<Index> base_of(Index i) const {
        std::vector<Index> base;
        for (const Index parent : seal(i).parents) {
            if (seal(parent).in_force_from) {
                base.push_back(parent);
            } else {
                const std::vector<Index>& further = progress_[parent].base;
                base.insert(base.end(), further.begin(), further.end());
            }
        }
        std::sort(base.begin(), base.end());
        base.erase(std::unique(base.begin(), base.end()), base.end());
        return base;
    }

    /// What waits may follow terms that came into force; what builds on it has a new base, too.
    void renew_base(Index i) {
        std::vector<Index> base = base_of(i);
        if (base == progress_[i].base) {
            return;
        }
        progress_[i].base = std::move(base);
        try_to_enter(i);
        if (!seal(i).in_force_from) {
            mark_children(i);
        }
    }

    void mark_children(Index i) {
        for (const Index child : progress_[i].children) {
            if (progress_[child].is_made && !seal(child).in_force_from) {
                stale_.insert(child);
            }
        }
    }

    [[nodiscard]] bool is_answered(Index i) const {
        return std::all_of(required_.begin(), required_.end(), [&](Role role) {
            return progress_[i].answered[static_cast<Index>(role)];
        });
    }

    [[nodiscard]] bool is_harder_than(Index i, Index other) const {
        return is_harder(changes_between(files_.sealed[seal(other).copy].terms,
                                         files_.sealed[seal(i).copy].terms));
    }

    void try_to_enter(Index i) {
        if (!progress_[i].is_made) {
            return;
        }
        if (seal(i).in_force_from) {
            replace_in_force(i);
            return;
        }
        const std::vector<Index>& base = progress_[i].base;
        const bool is_first = !seal(i).amendment && !lineage_.in_force;
        const bool is_eased =
            !base.empty() && std::none_of(base.begin(), base.end(),
                                          [&](Index other) { return is_harder_than(i, other); });
        if (is_eased) {
            lineage_.seals[i].rests_on = base;
        }
        if (is_first || is_eased || is_answered(i)) {
            enter(i);
        }
    }

    void enter(Index i) {
        lineage_.seals[i].in_force_from =
            std::max(journal_[now_].record.date, seal(i).sealed_on.value_or(Date()));
        replace_in_force(i);
        mark_children(i);
    }

    /// Agreed terms replace those in force, unless these build on them or they are harder and lack
    /// an answer.
    void replace_in_force(Index i) {
        if (!lineage_.in_force) {
            lineage_.in_force = i;
        } else if (*lineage_.in_force != i && !in_force_builds_on(i) &&
                   (is_answered(i) || !is_harder_than(i, *lineage_.in_force))) {
            lineage_.in_force = i;
        }
    }

    [[nodiscard]] bool in_force_builds_on(Index i) const {
        return *lineage_.in_force >= i && built_on(lineage_, *lineage_.in_force)[i];
    }

    const std::vector<Role>& required_;
    const TermsFiles& files_;
    const Journal& journal_;
    Lineage& lineage_;
    std::vector<SealProgress> progress_;
    std::set<Index> stale_;  ///< seals whose base may have changed
    Index now_ = 0;          ///< position in the journal
};

std::vector<Index> heads_of(const Lineage& lineage) {
    const std::vector<Seal>& seals = lineage.seals;
    std::vector<bool> is_amended(seals.size());
    std::vector<bool> follows(seals.size());  // the terms in force
    for (Index i = 0; i < seals.size(); ++i) {
        follows[i] = lineage.in_force == i;
        for (const Index parent : seals[i].parents) {
            is_amended[parent] = true;
            follows[i] = follows[i] || follows[parent];
        }
    }
    std::vector<Index> heads;
    for (Index i = 0; i < seals.size(); ++i) {
        if (!is_amended[i]) {
            heads.push_back(i);
        }
    }
    std::sort(heads.begin(), heads.end(), [&](Index a, Index b) {
        return follows[a] != follows[b] ? follows[a] : seals[a].made > seals[b].made;
    });
    return heads;
}

}  // namespace

std::vector<bool> built_on(const Lineage& lineage, std::size_t seal) {
    std::vector<bool> marked(lineage.seals.size());
    marked[seal] = true;
    for (Index i = seal + 1; i-- > 0;) {
        if (marked[i]) {
            for (const Index parent : lineage.seals[i].parents) {
                marked[parent] = true;
            }
        }
    }
    return marked;
}

Lineage lineage(const std::vector<Role>& required, const TermsFiles& files, const Journal& journal,
                Date as_of) {
    Lineage result;
    result.seals = SealBuilder(files, journal, as_of).build();
    InForce(required, files, journal, result).run();
    result.heads = heads_of(result);
    return result;
}

}  // namespace perfplan::evaluate
