#include "model/schedule.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace perfplan::model {

namespace {

constexpr int most_weeks = 52;

ParseError not_a_schedule(std::string_view text) {
    return {fmt::format("'{}' is no schedule", visible(text)),
            "write weekly, every 2 weeks, monthly, or a list of dates", 0, 0};
}

/// "2 weeks", "week", "3 months", "month"
Parsed<Schedule> parse_interval(std::string_view interval, std::string_view whole) {
    int n = 1;
    const auto [end, error] =
        std::from_chars(interval.data(), interval.data() + interval.size(), n);
    if (error == std::errc()) {
        interval.remove_prefix(static_cast<std::size_t>(end - interval.data()));
        interval = trim(interval);
    }
    const bool weeks = interval == "week" || interval == "weeks";
    const bool months = interval == "month" || interval == "months";
    if ((!weeks && !months) || n < 1 || n > most_weeks) {
        return tl::unexpected(not_a_schedule(whole));
    }
    return weeks ? Schedule(EveryWeeks{n}) : Schedule(EveryMonths{n});
}

}  // namespace

Parsed<Schedule> parse_schedule(std::string_view text) {
    const std::string words = lower(trim(text));
    if (words == "weekly") {
        return EveryWeeks{1};
    }
    if (words == "monthly") {
        return EveryMonths{1};
    }
    constexpr std::string_view every = "every ";
    std::string_view interval = words;
    if (interval.starts_with(every)) {
        interval.remove_prefix(every.size());
    }
    return parse_interval(trim(interval), text);
}

std::string interval(const Schedule& schedule) {
    if (const auto* weeks = std::get_if<EveryWeeks>(&schedule)) {
        return weeks->weeks == 1 ? "week" : fmt::format("{} weeks", weeks->weeks);
    }
    if (const auto* months = std::get_if<EveryMonths>(&schedule)) {
        return months->months == 1 ? "month" : fmt::format("{} months", months->months);
    }
    std::vector<std::string> dates;
    for (const Date date : std::get<ListedDates>(schedule)) {
        dates.push_back(to_string(date));
    }
    return fmt::format("{}", fmt::join(dates, ", "));
}

std::string to_string(const Schedule& schedule) {
    if (schedule == Schedule(EveryWeeks{1})) {
        return "weekly";
    }
    if (schedule == Schedule(EveryMonths{1})) {
        return "monthly";
    }
    const bool is_listed = std::holds_alternative<ListedDates>(schedule);
    return (is_listed ? "" : "every ") + interval(schedule);
}

}  // namespace perfplan::model
