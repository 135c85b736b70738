// Figures and dates in the words people use.
#pragma once

#include <perfplan/evaluate/status.hpp>

#include <optional>
#include <string>

namespace perfplan {

/// 0.0784 as "8 %"; nothing as "-".
std::string percent(const std::optional<Decimal>& fraction);
/// "Oct 14", with the year where it is another one; nothing as "-".
std::string day(const std::optional<Date>& date, Date as_of);
/// "280,000 USD", "14 %"
std::string amount(Decimal value, const std::optional<std::string>& unit);
/// What the goal is about, in a line: "240,000 to 750,000 USD by Dec 18", "at most 15 %", "by Oct
/// 30".
std::string goal_terms(const GoalStatus& goal, Date as_of);
/// Where it is: "280,000 USD", "holds at 14 %", "done Oct 29", "no reading".
std::string goal_standing(const GoalStatus& goal, Date as_of);
/// "54 workdays", "1 day"
std::string counted(int days, DayCount basis);

}  // namespace perfplan
