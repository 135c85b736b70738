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

/// plan.yaml as it stands, and the copies of it that were sealed, by date.
struct TermsFiles {
    const Plan& plan;
    std::string_view digest;  ///< of plan.yaml's bytes
    std::span<const SealedTerms> sealed;
};

/// Terms that were signed or amended into being. Positions are those in the journal, indices those
/// in the lineage.
struct Seal {
    std::size_t copy = 0;                  ///< which of the sealed copies
    std::optional<std::size_t> amendment;  ///< position of the record; nothing: first signed
    std::size_t made = 0;                  ///< position of the amendment or the first signature
    std::vector<std::size_t> parents;      ///< indices of what an amendment builds on
    std::vector<std::size_t> signatures;   ///< positions, in order
    std::optional<Date> in_force_from;
    /// Terms in force that it makes nothing harder of: their signatures hold for it, too.
    std::vector<std::size_t> rests_on;
};

/// The seals of a journal, an amendment behind what it builds on; none is in force yet.
std::vector<Seal> seals_of(const TermsFiles& files, const Journal& journal, Date as_of);

struct Lineage {
    std::vector<Seal> seals;
    std::optional<std::size_t> in_force;  ///< index of what came into force last
    /// Indices of what nothing builds on. First what plan.yaml should say: the terms in force, or
    /// what waits to follow them; then what other branches made, the newest first.
    std::vector<std::size_t> heads;
};

Lineage lineage(const std::vector<Role>& required, const TermsFiles& files, const Journal& journal,
                Date as_of);

/// True if `seal` is `other` or builds on it.
bool builds_on(const Lineage& lineage, std::size_t seal, std::size_t other);

}  // namespace perfplan::evaluate
