// The evaluation of a plan on a date.
#pragma once

#include "evaluate/plan/plan_status.hpp"

#include <string>
#include <vector>

namespace perfplan::evaluate {

/// The plan as of the end of a day: what was not known then does not exist yet (known_on). The
/// figures of a closed plan stop with its outcome.
///
/// `agreed`: what terms_status says of that day; `terms`: those in force by it.
PlanStatus plan_status(const Settings& settings, const PlanRef& ref, const Plan& terms,
                       const TermsStatus& agreed, const Journal& journal, Date as_of);

/// Only the plan's state.
State plan_state(const Settings& settings, const Plan& terms, const TermsStatus& agreed,
                 const Journal& journal, Date as_of);

/// A plan that is reviewed.
struct ReviewedPlan {
    const PlanRef& ref;
    const Plan& terms;  ///< those in force
    const TermsStatus& agreed;
    const Journal& journal;  ///< without the review
    Date today;              ///< decisions dated by then are known
};

/// The plan on which a review decides: at the end of its day, with the review's own readings and
/// levels and everything written before it, but without its decision.
PlanStatus status_before(const Settings& settings, const ReviewedPlan& plan, const Record& review);

/// What can be ticked off with `done`: activities and deliverables.
std::vector<std::string> tickable(const Plan& plan);

/// The ids in a record that neither the plan nor the follow-ups of its journal have, each as a
/// message with the nearest known id as its hint.
std::vector<ParseError> unknown_ids(const Plan& plan, const Journal& journal, const Record& record);

}  // namespace perfplan::evaluate
