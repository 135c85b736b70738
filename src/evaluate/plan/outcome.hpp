// How a plan came to its end, and whether its success lasts.
#pragma once

#include "evaluate/plan/readings.hpp"

#include <optional>
#include <string>

namespace perfplan::evaluate {

/// How a plan came to its end.
struct Outcome {
    Decision result = Decision::met;  ///< met, not_met or withdraw
    Date on;
    Timestamp recorded;
    std::string by;
    std::optional<std::string> reason;
    std::optional<std::string> override_reason;
};

/// True for a decision that closes a plan: met, not-met, withdraw.
bool is_outcome(Decision decision);

/// The first outcome that was decided by then: nothing that comes later undoes it.
std::optional<Outcome> outcome_of(const Journal& journal, Date as_of);

/// The days after success on which a rep is watched: policy.monitor_days from the day after the
/// outcome. Nothing for a plan that was not met.
std::optional<Window> monitored_days(const Policy& policy, const Outcome& outcome);

/// How a success lasts.
struct Monitoring {
    Window days;
    std::optional<Date> relapsed_on;  ///< date of the reading that fell under a trigger
    std::string why;                  ///< in words; empty without a relapse
};

/// How a success lasts as of a date. It does not, for good, once readings of a goal after the
/// outcome, in the days it is monitored, fall under a rule of policy.trigger, each reading taken as
/// a period: attainment is the reading in percent of the target; of a figure that is to fall, the
/// target in percent of the reading, and all of it for a reading of zero or less. Guardrails,
/// deliverables, targets of zero or less and goals whose readings are summed up have none.
std::optional<Monitoring> monitoring(const Policy& policy, const Plan& terms,
                                     const Outcome& outcome, const Journal& journal, Date as_of);

}  // namespace perfplan::evaluate
