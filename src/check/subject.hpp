// What the rules of `check` look at: one plan, with what is known of it and of the others.
#pragma once

#include "check/pace_benchmark.hpp"
#include "evaluate/plan/status.hpp"

#include <span>
#include <vector>

namespace perfplan::check {

struct Subject {
    const Settings& settings;
    const Plan& written;       ///< plan.yaml as it stands
    const PlanStatus& status;  ///< by the terms in force
    const Journal& journal;
    const Peers& peers;                   ///< what others made of the same metrics
    std::span<const SealedTerms> sealed;  ///< every copy of its terms that was signed or amended
    std::vector<PlanRef> open;            ///< all open plans of the rep
    Date as_of;
    Date today;
};

}  // namespace perfplan::check
