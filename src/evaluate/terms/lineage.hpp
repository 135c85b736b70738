// How sealed terms follow from each other, and which of them came into force.
#pragma once

#include "model/plan.hpp"
#include "model/record.hpp"
#include "model/sealed_terms.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace perfplan::evaluate {

/// plan.yaml as it stands, and its sealed copies, by date.
struct TermsFiles {
    const Plan& plan;
    std::string_view digest;  ///< of plan.yaml's bytes
    std::span<const SealedTerms> sealed;
};

/// Terms made by a first signature or an amendment. A position is one in the journal, an index one
/// in the lineage.
struct Seal {
    std::size_t copy = 0;                  ///< which of the sealed copies
    std::optional<std::size_t> amendment;  ///< position of the record that made it, if any did
    std::size_t made = 0;                  ///< position of the amendment or the first signature
    std::vector<std::size_t> parents;      ///< indices of what an amendment builds on, sorted
    std::optional<Date> sealed_on;         ///< of an amendment: no earlier than what it builds on
    std::vector<std::size_t> signatures;   ///< positions, in order
    std::vector<std::size_t> early_signatures;  ///< dated before `sealed_on`: they don't count
    std::optional<Date> in_force_from;
    /// Indices of terms that were in force and are no easier: their signatures hold for it, too.
    std::vector<std::size_t> rests_on;
};

struct Lineage {
    std::vector<Seal> seals;              ///< an amendment comes after what it builds on
    std::optional<std::size_t> in_force;  ///< index of what came into force last
    /// Indices of terms that nothing builds on. What plan.yaml should say comes first: the terms in
    /// force, or what waits to follow them. The terms of other branches follow, the newest first.
    std::vector<std::size_t> heads;
};

/// What happened to the terms by the end of a day. Takes time linear in the number of amendments,
/// however their branches were merged, unless many wait for signatures at the same time.
Lineage lineage(const std::vector<Role>& required, const TermsFiles& files, const Journal& journal,
                Date as_of);

/// By index: true for `seal` and everything it builds on.
std::vector<bool> built_on(const Lineage& lineage, std::size_t seal);

}  // namespace perfplan::evaluate
