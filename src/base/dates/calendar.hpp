// Workdays: which days of the week a company works, without its holidays.
#pragma once

#include "base/dates/date.hpp"

#include <bitset>
#include <vector>

namespace perfplan::base {

enum class DayCount { workdays, calendar };

/// Which days count. Default: Monday to Friday, no holidays.
class Calendar {
public:
    Calendar();
    /// `workdays[0]` is Sunday. At least one day must be set. Holidays in any order, doubles
    /// allowed.
    Calendar(std::bitset<7> workdays, std::vector<Date> holidays);

    [[nodiscard]] bool is_workday(Date date) const;
    /// Workdays from first to last, both ends counted; 0 for an empty window. Not linear in its
    /// length.
    [[nodiscard]] int workdays(Window window) const;
    /// By `basis`: workdays, or calendar days, both ends counted.
    [[nodiscard]] int days(Window window, DayCount basis) const;
    /// `date` if it is a workday, else the next one. A calendar with nothing but holidays ends the
    /// search after two years and gives `date`.
    [[nodiscard]] Date workday_on_or_after(Date date) const;

    [[nodiscard]] const std::bitset<7>& week() const { return week_; }
    [[nodiscard]] const std::vector<Date>& holidays() const { return holidays_; }

private:
    std::bitset<7> week_;
    std::vector<Date> holidays_;  ///< sorted, no doubles
    std::vector<Date> closed_;    ///< those of them that fall on a working day of the week
};

}  // namespace perfplan::base
