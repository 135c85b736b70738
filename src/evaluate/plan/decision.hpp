// Whether a decision fits the plan: its dates, the policy, the figures, and what the company owes.
#pragma once

#include "evaluate/plan/status.hpp"

#include <string>
#include <vector>

namespace perfplan::evaluate {

/// Something that speaks against a decision.
struct Objection {
    enum class Kind {
        misused,        ///< what the review says of its decision does not go together
        impossible,     ///< the plan or the policy does not allow it
        can_be_waived,  ///< the figures or a promise of the company speak against it; whoever
                        ///< decides all the same says why, as the review's `override`
    } kind = Kind::impossible;
    std::string message;
    std::string hint;
};

/// A plan that is reviewed.
struct ReviewedPlan {
    const PlanRef& ref;
    const Plan& terms;  ///< those in force
    const TermsStatus& agreed;
    const Journal& journal;  ///< without the review
    Date today;              ///< decisions dated by then are known
};

/// The plan at the end of the day of a review, as a decision in it stands on: with the review's own
/// readings and levels and all that was written before it, and as if it decided nothing.
PlanStatus status_before(const Settings& settings, const ReviewedPlan& plan, const Record& review);

/// All that speaks against the decision of a review, if it has one.
///
/// An outcome must agree with the plan's `success`; and nobody has failed (not-met) as long as the
/// goals can still be reached in time, while promised support is late, or if no review was held
/// before the one that says so.
std::vector<Objection> objections(const Settings& settings, const ReviewedPlan& plan,
                                  const Record& review);

}  // namespace perfplan::evaluate
