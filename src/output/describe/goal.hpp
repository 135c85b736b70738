// Goals, skills, outcomes and shortfalls in words.
#pragma once

#include "evaluate/figures.hpp"
#include "evaluate/plan/status.hpp"

#include <string>

namespace perfplan::output {

/// What the goal is to come to: "750,000 USD", "at most 15%", "done".
std::string goal_target(const GoalStatus& goal);
/// Where it is: "280,000 USD", "done Oct 29", "open", "no reading".
std::string goal_standing(const GoalStatus& goal, Date as_of);
/// Of a goal that is judged by period: "held in 3 of 4 weeks", "none decided".
std::string periods_in_words(const GoalStatus& goal);
/// What happened after the due date: "10 days late", "reached on Nov 20, 10 days late", "fell back
/// on Nov 20"; else nothing.
std::string later_in_words(const GoalStatus& goal, Date as_of);

/// "met", "not met", "withdrawn"
std::string outcome_in_words(Decision outcome);
/// "reached", "reached, 3 days late", "late", "on-schedule": only plans are closed.
std::string skill_verdict_in_words(const SkillStatus& skill);

/// "75% ramp", for a quota that did not apply in full; else nothing.
std::string ramp_in_words(const Shortfall& shortfall);

}  // namespace perfplan::output
