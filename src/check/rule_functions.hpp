// The functions of the rules, for their list in rules.cpp.
#pragma once

#include <perfplan/check/rule.hpp>

namespace perfplan::look {

// files
Findings unknown_id(const Subject& subject);
Findings edited_record(const Subject& subject);
Findings conflict_copy(const Subject& subject);
Findings outside_plan(const Subject& subject);
Findings future_record(const Subject& subject);
Findings two_open_plans(const Subject& subject);

// terms
Findings is_unsigned(const Subject& subject);
Findings changed_terms(const Subject& subject);
Findings waiting_amendment(const Subject& subject);
Findings lost_amendment(const Subject& subject);
Findings unfinished_amendment(const Subject& subject);
Findings late_change(const Subject& subject);
Findings against_policy(const Subject& subject);
Findings bad_pause(const Subject& subject);
Findings against_figures(const Subject& subject);
Findings bare_outcome(const Subject& subject);

// SMART, and what else makes terms fair
Findings no_goals(const Subject& subject);
Findings vague_title(const Subject& subject);
Findings measurable(const Subject& subject);
Findings no_reading(const Subject& subject);
Findings achievable(const Subject& subject);
Findings relevant(const Subject& subject);
Findings time_bound(const Subject& subject);
Findings day_off(const Subject& subject);
Findings checkpoints(const Subject& subject);
Findings too_many_goals(const Subject& subject);
Findings weights(const Subject& subject);
Findings gap_without_activity(const Subject& subject);
Findings no_company_support(const Subject& subject);
Findings no_success_rule(const Subject& subject);
Findings no_consequences(const Subject& subject);
Findings no_reviews(const Subject& subject);

// conduct
Findings overdue_review(const Subject& subject);
Findings stale_figure(const Subject& subject);
Findings late_support(const Subject& subject);
Findings no_recognition(const Subject& subject);
Findings open_follow_up(const Subject& subject);
Findings no_outcome(const Subject& subject);

}  // namespace perfplan::look
