// A lineage of terms, read for people: who answered what, and what became of amendments.
#pragma once

#include "lineage.hpp"

namespace perfplan {

/// Refers to all that it is made of. Seals are called by their index in the lineage, which has at
/// least one.
class Agreement {
public:
    Agreement(const Settings& settings, const TermsFiles& files, const Journal& journal,
              const Lineage& lineage)
        : required_(settings.policy.require_signatures),
          files_(files),
          journal_(journal),
          lineage_(lineage) {}

    [[nodiscard]] std::size_t newest() const { return lineage_.heads.front(); }

    /// The terms that count. Where none came into force a signature must be missing: what was
    /// amended first had one.
    [[nodiscard]] std::size_t in_force() const { return lineage_.in_force.value_or(0); }

    /// The answers to terms, with those to what they rest on; of each person the last.
    [[nodiscard]] std::vector<SignatureStatus> signatures_of(std::size_t seal) const;
    /// The required roles without an answer.
    [[nodiscard]] std::vector<Role> missing_of(std::size_t seal) const;

    [[nodiscard]] std::vector<AmendmentStatus> amendments() const;

    /// True if plan.yaml is, byte for byte, what the newest amendment was made from.
    [[nodiscard]] bool is_unfinished() const;
    /// From the newest terms to plan.yaml.
    [[nodiscard]] std::vector<Change> changed() const;
    [[nodiscard]] std::vector<std::string> heads() const;

private:
    [[nodiscard]] const std::string& digest_of(std::size_t seal) const;
    [[nodiscard]] const Plan& terms_of(std::size_t seal) const;
    [[nodiscard]] bool has_answer_of(const std::vector<std::size_t>& answers,
                                     const Record& record) const;
    [[nodiscard]] std::vector<std::size_t> answers_to(std::size_t seal) const;
    [[nodiscard]] AmendmentStatus amendment(std::size_t seal, std::size_t position) const;
    [[nodiscard]] std::optional<Date> entered(std::size_t seal) const;
    [[nodiscard]] std::vector<Change> lost(std::size_t seal, const Record& record) const;

    const std::vector<Role>& required_;
    const TermsFiles& files_;
    const Journal& journal_;
    const Lineage& lineage_;
};

}  // namespace perfplan
