#include "base/dates/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace perfplan::base {
namespace {

using std::chrono::year_month_day_last;

constexpr std::array<std::string_view, 12> short_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr std::array<std::string_view, 7> weekday_names{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

}  // namespace

Date add_months(Date date, int months) {
    // Kept within the years that chrono knows, so that no sum can overflow.
    constexpr std::int64_t first = std::int64_t{static_cast<int>(std::chrono::year::min())} * 12;
    constexpr std::int64_t last =
        std::int64_t{static_cast<int>(std::chrono::year::max())} * 12 + 11;
    const std::int64_t wanted = std::int64_t{date.year()} * 12 + date.month() - 1 + months;
    const std::int64_t month = std::clamp(wanted, first, last) - first;
    const int year = static_cast<int>(std::chrono::year::min()) + static_cast<int>(month / 12);
    const Date begin{year, static_cast<unsigned>(month % 12) + 1, 1};
    return begin + static_cast<int>(std::min(date.day(), last_of_month(begin).day()) - 1);
}

Date first_of_month(Date date) {
    return date - static_cast<int>(date.day() - 1);
}

Date last_of_month(Date date) {
    const auto civil = date.civil();
    return Date{std::chrono::sys_days{
        year_month_day_last{civil.year() / civil.month() / std::chrono::last}}};
}

std::string to_string(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}

std::string short_form(Date date, Date today) {
    const std::string_view month = short_months[date.month() - 1];
    return date.year() == today.year() ? fmt::format("{} {}", month, date.day())
                                       : fmt::format("{} {}, {}", month, date.day(), date.year());
}

std::string_view weekday_name(Date date) {
    return weekday_names[date.weekday().c_encoding()];
}

}  // namespace perfplan::base
