#include "base/dates/calendar.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace perfplan::base {
namespace {

constexpr int days_in_week = 7;
constexpr int two_years = 731;

/// Bit 0 is Sunday: Monday to Friday.
constexpr std::bitset<7> monday_to_friday{0b0111110};

bool is_set(const std::bitset<7>& week, Date date) {
    return week[date.weekday().c_encoding()];
}

}  // namespace

Calendar::Calendar() : Calendar(monday_to_friday, {}) {}

Calendar::Calendar(std::bitset<7> workdays, std::vector<Date> holidays)
    : week_(workdays), holidays_(std::move(holidays)) {
    std::sort(holidays_.begin(), holidays_.end());
    holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
    std::copy_if(holidays_.begin(), holidays_.end(), std::back_inserter(closed_),
                 [this](Date date) { return is_set(week_, date); });
}

bool Calendar::is_workday(Date date) const {
    return is_set(week_, date) && !std::binary_search(closed_.begin(), closed_.end(), date);
}

int Calendar::workdays(Window window) const {
    if (window.empty()) {
        return 0;
    }
    const int length = days(window, DayCount::calendar);
    int count = length / days_in_week * static_cast<int>(week_.count());
    for (int rest = length % days_in_week; rest > 0; --rest) {
        count += is_set(week_, window.last - (rest - 1)) ? 1 : 0;
    }
    const auto from = std::lower_bound(closed_.begin(), closed_.end(), window.first);
    const auto to = std::upper_bound(from, closed_.end(), window.last);
    return count - static_cast<int>(to - from);
}

int Calendar::days(Window window, DayCount basis) const {
    if (basis == DayCount::workdays) {
        return workdays(window);
    }
    return window.empty() ? 0 : window.last - window.first + 1;
}

Date Calendar::workday_on_or_after(Date date) const {
    for (int ahead = 0; ahead <= two_years; ++ahead) {
        if (is_workday(date + ahead)) {
            return date + ahead;
        }
    }
    return date;
}

}  // namespace perfplan::base
