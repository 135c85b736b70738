// How often something is due.
#pragma once

#include "base/dates/date.hpp"

#include <string>
#include <variant>
#include <vector>

namespace perfplan::model {

struct EveryWeeks {
    int weeks = 1;
    friend bool operator==(const EveryWeeks&, const EveryWeeks&) = default;
};

struct EveryMonths {
    int months = 1;
    friend bool operator==(const EveryMonths&, const EveryMonths&) = default;
};

using ListedDates = std::vector<Date>;

/// Every n weeks, every n months, or on the dates listed (sorted).
using Schedule = std::variant<EveryWeeks, EveryMonths, ListedDates>;

/// "weekly", "every 2 weeks", "monthly", "every 3 months"; also "week", "2 weeks", "month"
/// (activities: `every: week`).
Parsed<Schedule> parse_schedule(std::string_view text);

/// "week", "2 weeks", "month": how people say it behind 'every'; listed dates joined by commas.
std::string interval(const Schedule& schedule);

/// As parse_schedule reads it; listed dates joined by commas.
std::string to_string(const Schedule& schedule);

}  // namespace perfplan::model
