// When a plan is to be reviewed, and whether it was.
#pragma once

#include "evaluate/plan/timeline.hpp"

#include <optional>
#include <vector>

namespace perfplan::evaluate {

/// One of a row of due dates: the first is number 1, wherever pauses move it.
struct Occurrence {
    int number = 1;
    Date on;
};

/// What of a row of due dates is still to be done: the latest before as_of if it is not covered,
/// and all on or after as_of that are not.
std::vector<Occurrence> still_open(const std::vector<Date>& due, const std::vector<bool>& covered,
                                   Date as_of);

struct ReviewStatus {
    std::optional<Date> last;  ///< the latest review held
    std::optional<Date> next;  ///< the first due date on or after as_of that no review covers
    int held = 0;
    int due = 0;     ///< due dates up to as_of
    int missed = 0;  ///< due dates before as_of that no review covers
    std::optional<Date>
        overdue_since;             ///< the latest due date before as_of, if no review covers it
    std::vector<Occurrence> open;  ///< see still_open
};

/// The due dates of a schedule inside the timeline, in order: for weeks start + 7 n, + 14 n …; for
/// months the same day of each month (its last day where it lacks that); moved by pauses; one on a
/// non-workday moves to the next workday.
/// Dates more than ten years after `as_of` are left out: a typing error in `ends` must not fill
/// memory.
std::vector<Date> review_dates(const Settings& settings, const Calendar& calendar,
                               const Schedule& schedule, const Timeline& timeline, Date as_of);

/// Which of the due dates are covered by what was held (both in order). It covers the latest due
/// date on or before it that nothing covers yet, else the next one if it lies in that one's
/// interval, which begins on the day after the due date before it, the first one on `starts`.
std::vector<bool> covered_dates(const std::vector<Date>& due, const std::vector<Date>& held,
                                Date starts);

/// Reviews held against reviews due, see covered_dates.
ReviewStatus review_status(const std::vector<Date>& due, const std::vector<Date>& held, Date starts,
                           Date as_of);

}  // namespace perfplan::evaluate
