// Rules for the conduct of a plan: reviews, support, recognition, outcome.
#pragma once

#include "check/finding.hpp"
#include "check/subject.hpp"

namespace perfplan::check::look {

Findings overdue_review(const Subject& subject);
Findings stale_figure(const Subject& subject);
Findings late_support(const Subject& subject);
Findings no_recognition(const Subject& subject);
Findings open_follow_up(const Subject& subject);
Findings no_outcome(const Subject& subject);

}  // namespace perfplan::check::look
