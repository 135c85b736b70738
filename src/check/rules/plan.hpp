// Rules for the plan as a whole and its dates.
#pragma once

#include "check/finding.hpp"
#include "check/subject.hpp"

namespace perfplan::check::look {

Findings no_goals(const Subject& subject);
Findings time_bound(const Subject& subject);
Findings day_off(const Subject& subject);
Findings checkpoints(const Subject& subject);
Findings too_many_goals(const Subject& subject);
Findings periods(const Subject& subject);
Findings weights(const Subject& subject);
Findings gap_without_activity(const Subject& subject);
Findings no_company_support(const Subject& subject);
Findings no_success_rule(const Subject& subject);
Findings no_consequences(const Subject& subject);
Findings no_reviews(const Subject& subject);

}  // namespace perfplan::check::look
