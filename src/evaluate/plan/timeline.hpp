// From when to when a plan runs: its window after pauses and extensions, and which of its days
// count.
#pragma once

#include "base/dates/calendar.hpp"
#include "model/plan.hpp"
#include "model/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

struct Timeline {
    Date starts;
    Date ends;                   ///< with every pause and extension
    Date first_end;              ///< as first agreed
    std::vector<Window> pauses;  ///< in order, none touches another; one without an end lasts until
                                 ///< as_of
    int extensions = 0;
    std::optional<Date> open_pause{};  ///< first day of a pause that nobody has set an end to

    [[nodiscard]] Window window() const { return {starts, ends}; }
    [[nodiscard]] bool paused_on(Date date) const;
};

/// The timeline as it was known at the end of `as_of`. A pause moves the end by its length
/// (policy.pause_extends); an extension sets it; both take effect in the order in which they were
/// decided. Who resumes cuts the pause short that the day lies in. A day that is in several pauses
/// counts once; a pause that begins after the end moves nothing.
Timeline timeline(const Settings& settings, const Plan& plan, const Journal& journal, Date as_of);

/// Counts the days of a plan that count: workdays or calendar days, without those of its pauses.
/// Refers to the calendar and the timeline, which must outlive it.
class DayCounter {
public:
    DayCounter(const Calendar& calendar, DayCount basis, const Timeline& timeline)
        : calendar_(&calendar), basis_(basis), timeline_(&timeline) {}

    /// The days of `window` that count; 0 for an empty window.
    [[nodiscard]] int count(Window window) const;
    [[nodiscard]] DayCount basis() const { return basis_; }

private:
    const Calendar* calendar_;
    DayCount basis_;
    const Timeline* timeline_;
};

/// What a date that is due misses the plan by, as agreed or as it came to run, the longer of them:
/// "after the plan ends on 2026-12-31"; nothing if it lies inside.
std::optional<std::string> outside_in_words(const Plan& plan, const Timeline& timeline, Date date);

/// A date as agreed, moved by the pauses that began on or before it.
Date moved_by_pauses(const Settings& settings, const Calendar& calendar, const Timeline& timeline,
                     Date date);

}  // namespace perfplan::evaluate
