// Figures and dates in the words people use.
#pragma once

#include "base/dates/calendar.hpp"
#include "base/numbers/fraction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

inline constexpr int hundred = 100;  ///< percent
inline constexpr int days_a_week = 7;

/// 0.0784 as "8%"; nothing as "-". As many digits as it takes not to be rounded onto or across 100%
/// or another line that matters: "99.6%", and "89.96%" beside a line of 0.9.
std::string percent(const std::optional<Fraction>& fraction,
                    const std::vector<Fraction>& lines = {});

/// As short as still says enough: whole from 100 on, else `places` after the point at most, without
/// trailing zeros: "10,217", "0.42".
std::string figure(const Fraction& value, int places);

/// "280,000 USD", "14%"; no unit: the figure alone.
std::string amount(const std::string& figure, const std::optional<std::string>& unit);
std::string amount(Decimal value, const std::optional<std::string>& unit);

/// "Oct 14", with the year where it is another one; nothing as "-".
std::string day(const std::optional<Date>& date, Date as_of);

/// "54 workdays", "1 day"
std::string counted(int days, DayCount basis);
/// "a workday", "a day"
std::string_view per_day(DayCount basis);

}  // namespace perfplan::evaluate
