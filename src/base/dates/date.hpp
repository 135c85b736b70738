// Civil dates, windows of dates, and the words people use for dates.
#pragma once

#include "base/diagnostics/result.hpp"

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

namespace perfplan::base {

/// A day of the proleptic Gregorian calendar, 1900-01-01 … 2999-12-31. No time, no zone.
class Date {
public:
    constexpr Date() = default;  ///< 1970-01-01
    constexpr explicit Date(std::chrono::sys_days day) : day_(day) {}
    constexpr Date(int year, unsigned month, unsigned day)
        : day_(std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)) {}

    [[nodiscard]] constexpr std::chrono::sys_days days() const { return day_; }
    [[nodiscard]] constexpr std::chrono::year_month_day civil() const { return {day_}; }
    [[nodiscard]] constexpr int year() const { return static_cast<int>(civil().year()); }
    [[nodiscard]] constexpr unsigned month() const {
        return static_cast<unsigned>(civil().month());
    }
    [[nodiscard]] constexpr unsigned day() const { return static_cast<unsigned>(civil().day()); }
    [[nodiscard]] constexpr std::chrono::weekday weekday() const {
        return std::chrono::weekday{day_};
    }

    friend constexpr auto operator<=>(const Date&, const Date&) = default;
    friend constexpr Date operator+(Date date, int days) {
        return Date{date.day_ + std::chrono::days{days}};
    }
    friend constexpr Date operator-(Date date, int days) {
        return Date{date.day_ - std::chrono::days{days}};
    }
    /// Calendar days from b to a.
    friend constexpr int operator-(Date a, Date b) {
        return static_cast<int>((a.day_ - b.day_).count());
    }

private:
    std::chrono::sys_days day_{};
};

/// The same day of the month `months` later (or earlier); a day the month lacks becomes its last
/// day. Ends within the years that std::chrono knows, -32767 … 32767.
Date add_months(Date date, int months);
Date first_of_month(Date date);
Date last_of_month(Date date);

/// 2026-10-01
std::string to_string(Date date);
/// For people, as short as can't be misread: "Oct 1" in the year of `today`, else "Oct 1, 2025".
std::string short_form(Date date, Date today);
/// "Thursday"
std::string_view weekday_name(Date date);

/// Both ends belong to it. Empty when last < first.
struct Window {
    Date first;
    Date last;

    [[nodiscard]] bool contains(Date date) const { return first <= date && date <= last; }
    [[nodiscard]] bool empty() const { return last < first; }
    [[nodiscard]] bool overlaps(const Window& other) const {
        return first <= other.last && other.first <= last;
    }
    friend bool operator==(const Window&, const Window&) = default;
};

/// As files hold it: YYYY-MM-DD, a day that exists. 2026-02-30 is refused with the month's last
/// day.
Parsed<Date> parse_date(std::string_view text);

/// In which direction a bare weekday or "the 5th" is looked for.
enum class Direction { past, future };
/// Which end of a named period is meant when a period is given for a date.
enum class PeriodEnd { first, last };

/// What the words of a date depend on.
struct DateContext {
    Date today;
    Direction lean = Direction::future;
    PeriodEnd edge = PeriodEnd::last;
    unsigned fiscal_year_starts = 1;  ///< month, 1 … 12
    bool fiscal_year_named_by_end = true;
};

/// What a person types, in either case:
/// - 2026-10-05
/// - today, yesterday, tomorrow
/// - fri, friday (today counts); next fri, last fri (the first after today, the last before it)
/// - +2w, -3d, +1m, +1y, +10 days, in 2 weeks, 2w ago: from today
/// - eom, eoq, eoy: end of this month, calendar quarter, year; bom, boq, boy
/// - 2026-Q4, FY27-Q1, 2026-11, oct 2026: the first or last day of the period, by `edge`
/// - 5 oct, oct 5, 5 oct 2026, oct 5 2026; 5th, the 5th (what is left out: nearest in the direction
/// of
///   `lean`, today counts)
/// Any order of nothing but digits (03/04/26, 25.12.2026) is refused with the one or two ISO dates
/// it can stand for; an unknown word with the nearest known one.
Parsed<Date> parse_human_date(std::string_view text, const DateContext& words);

}  // namespace perfplan::base
