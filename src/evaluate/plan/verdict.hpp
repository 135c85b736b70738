// What is said of a goal or a plan in one word.
#pragma once

#include "base/diagnostics/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::evaluate {

/// Verdicts of goals; a plan's is one of early … off_track, or met.
enum class Verdict {
    early,      ///< within the grace: too early to tell
    on_track,   ///< progress is what is expected, or nearly
    stale,      ///< the last reading is too old to tell
    at_risk,    ///< progress is somewhat below what is expected
    off_track,  ///< progress is far below what is expected
    no_data,    ///< no reading, and the grace is over
    breached,   ///< a guardrail whose reading is beyond its limits
    missed,     ///< not reached, and its due date is over
    held,       ///< a guardrail whose reading is within its limits
    met,        ///< reached, or done
};

std::string_view to_string(Verdict verdict);

/// The verdicts that a plan can have, from the mildest.
std::vector<std::string> plan_verdicts();
Parsed<Verdict> parse_plan_verdict(std::string_view text);

/// How much a plan with this verdict needs somebody: met 0, early 1, on_track 2, stale 3, at_risk
/// 4, off_track 5.
int severity(Verdict verdict);

/// What a goal with this verdict says of the whole plan.
Verdict said_by(Verdict of_goal);

}  // namespace perfplan::evaluate
