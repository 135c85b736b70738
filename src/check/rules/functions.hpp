// The functions of the rules, for their list in rules.cpp.
// Places in plan.yaml, and the words that several rules share.
#pragma once

#include "check/rule.hpp"

#include <string>
#include <string_view>

namespace perfplan::check::look {

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

}  // namespace perfplan::check::look

namespace perfplan::check {

inline Place at_key(yaml::Path path) {
    return {"plan.yaml", std::move(path), Place::Mark::key};
}

inline Place at_value(yaml::Path path) {
    return {"plan.yaml", std::move(path), Place::Mark::value};
}

/// A field of the plan; the plan as a whole if it lacks the field.
inline Place at_field(std::string_view field) {
    return at_key({std::string(field)});
}

inline Place at_goal(const Slug& id) {
    return at_key({std::string("goals"), id.str()});
}

inline Place at_goal(const Slug& id, std::string_view field) {
    return at_value({std::string("goals"), id.str(), std::string(field)});
}

inline Place in_file(std::string file) {
    return {std::move(file), {}, Place::Mark::value};
}

/// Where a record lies below its plan's directory.
std::string file_of(const JournalEntry& entry);
std::string file_of(Privacy privacy, std::string_view file);

/// True while the plan's terms can still be made better.
bool is_running(const Subject& subject);

}  // namespace perfplan::check
