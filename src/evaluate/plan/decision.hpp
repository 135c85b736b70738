// Whether the decision of a review fits the plan, the policy and the figures.
#pragma once

#include "evaluate/plan/status.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// A reason against a decision.
struct Objection {
    enum class Kind {
        misused,        ///< the fields of the review contradict its decision
        impossible,     ///< the plan or the policy does not allow it
        can_be_waived,  ///< contradicts the figures or a promise of the company; needs the
                        ///< review's `override` to justify it
    } kind = Kind::impossible;
    std::string message;
    std::string hint;
};

/// The objections to the decision of a review, if it has one.
///
/// An outcome must agree with the plan's `success`. not-met is premature as long as the goals can
/// still be reached in time, while promised support is late, or before any other review was held.
std::vector<Objection> objections(const Settings& settings, const ReviewedPlan& plan,
                                  const Record& review);

/// The objection to one more extension after so many, by reviews or amendments.
std::optional<Objection> objection_to_extensions(const Policy& policy, int extensions);

}  // namespace perfplan::evaluate
