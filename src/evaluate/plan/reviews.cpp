#include "evaluate/plan/reviews.hpp"

#include "evaluate/figures.hpp"

#include <algorithm>

namespace perfplan::evaluate {

namespace {

/// The n-th date of a schedule, n from 1; nothing after the last one listed.
std::optional<Date> nth_date(const Schedule& schedule, Date starts, int n) {
    if (const auto* weeks = std::get_if<EveryWeeks>(&schedule)) {
        return starts + n * weeks->weeks * days_a_week;
    }
    if (const auto* months = std::get_if<EveryMonths>(&schedule)) {
        return add_months(starts, n * months->months);
    }
    const auto& listed = std::get<ListedDates>(schedule);
    const auto index = static_cast<std::size_t>(n) - 1;
    return index < listed.size() ? std::optional(listed[index]) : std::nullopt;
}

}  // namespace

std::vector<Date> review_dates(const Settings& settings, const Calendar& calendar,
                               const Schedule& schedule, const Timeline& timeline, Date as_of) {
    constexpr int months_ahead = 120;
    const Date last = std::min(timeline.ends, add_months(as_of, months_ahead));
    std::vector<Date> due;
    for (int n = 1;; ++n) {
        const auto agreed = nth_date(schedule, timeline.starts, n);
        if (!agreed || *agreed > last) {
            return due;
        }
        const Date moved =
            calendar.workday_on_or_after(moved_by_pauses(settings, calendar, timeline, *agreed));
        const bool is_inside = timeline.window().contains(moved) && !timeline.paused_on(moved);
        if (is_inside && (due.empty() || due.back() < moved)) {
            due.push_back(moved);
        }
    }
}

std::vector<bool> covered_dates(const std::vector<Date>& due, const std::vector<Date>& held,
                                Date starts) {
    std::vector<bool> covered(due.size(), false);
    for (const Date date : held) {
        // the number of due dates on or before it
        const auto before =
            static_cast<std::size_t>(std::upper_bound(due.begin(), due.end(), date) - due.begin());
        std::size_t index = before;
        while (index > 0 && covered[index - 1]) {
            --index;
        }
        if (index > 0) {
            covered[index - 1] = true;
        } else if (before < due.size() && date >= (before > 0 ? due[before - 1] + 1 : starts)) {
            covered[before] = true;
        }
    }
    return covered;
}

std::vector<Occurrence> still_open(const std::vector<Date>& due, const std::vector<bool>& covered,
                                   Date as_of) {
    std::vector<Occurrence> open;
    for (std::size_t i = 0; i < due.size(); ++i) {
        const bool is_made_up_for = i + 1 < due.size() && due[i + 1] < as_of;
        if (!covered[i] && !(due[i] < as_of && is_made_up_for)) {
            open.push_back({static_cast<int>(i) + 1, due[i]});
        }
    }
    return open;
}

ReviewStatus review_status(const std::vector<Date>& due, const std::vector<Date>& held, Date starts,
                           Date as_of) {
    ReviewStatus status;
    status.held = static_cast<int>(held.size());
    if (!held.empty()) {
        status.last = *std::max_element(held.begin(), held.end());
    }
    const std::vector<bool> covered = covered_dates(due, held, starts);
    for (std::size_t i = 0; i < due.size(); ++i) {
        status.due += due[i] <= as_of ? 1 : 0;
        if (due[i] < as_of) {
            status.missed += covered[i] ? 0 : 1;
            status.overdue_since = covered[i] ? std::nullopt : std::optional(due[i]);
        } else if (!status.next && !covered[i]) {
            status.next = due[i];
        }
    }
    status.open = still_open(due, covered, as_of);
    return status;
}

}  // namespace perfplan::evaluate
