// Goals that are judged by period: the periods, what each must reach, whether it held.
#pragma once

#include "base/dates/calendar.hpp"
#include "base/numbers/fraction.hpp"
#include "evaluate/plan/readings.hpp"
#include "evaluate/plan/timeline.hpp"
#include "evaluate/plan/verdict.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::evaluate {

enum class PeriodVerdict {
    held,
    missed,
    no_data,  ///< ended without a reading, and none is to be expected: not held
    running,
    pending,  ///< it has not begun, or it ended and its readings may still come
};

std::string_view to_string(PeriodVerdict verdict);

struct GoalPeriod {
    Window days;       ///< what of it lies in the goal's window
    Fraction target;   ///< at least or at most this
    int workdays = 0;  ///< in these days, without those that were paused
    int whole = 0;     ///< workdays of the whole period; more than `workdays` if it is cut short
    int left = 0;      ///< workdays after the day of the figures
    std::optional<Fraction> value;  ///< what its readings come to
    std::optional<Date> read_on;    ///< date of the newest of them
    PeriodVerdict verdict = PeriodVerdict::pending;
    std::optional<Date> decided_on;  ///< first day on which it was held, missed or without data
};

struct GoalPeriods {
    std::vector<GoalPeriod> each;  ///< those that count, in order
    int required = 0;              ///< in so many of them the goal must hold
    int held = 0;
    int decided = 0;  ///< held, missed or without data

    [[nodiscard]] int count() const { return static_cast<int>(each.size()); }
    /// The one that the day of the figures lies in, whatever its verdict.
    [[nodiscard]] const GoalPeriod* current(Date as_of) const;
};

/// What periods are made and judged by.
struct PeriodScene {
    const Settings* settings;
    const Plan* plan;
    const Calendar* calendar;
    const Timeline* timeline;
    const std::vector<Date>* review_dates;
    Date as_of;
};

/// The periods of a calendar that a window has a part of, each in full: workdays with the days off
/// after them, weeks from Monday, two weeks from the week of the first day, months, quarters of the
/// fiscal year.
std::vector<Window> calendar_periods(GoalPeriodLength every, Window window,
                                     const Settings& settings, const Calendar& calendar);

/// The periods of a goal with their verdicts: `window` is the goal's, `readings` are those in force
/// up to its due date. A pause that cuts a period short never raises `required`, nor does an
/// extension.
GoalPeriods judge_periods(const Goal& goal, Window window, const std::vector<GoalReading>& readings,
                          const PeriodScene& scene);

/// The share of the periods required that had held by a day, as far as their readings tell.
std::optional<Fraction> progress_by(const GoalPeriods& periods, Date on);
/// The share of all periods that were decided by a day.
std::optional<Fraction> decided_by(const GoalPeriods& periods, Date on);

/// What is wrong with the periods of a goal, as agreed: it must hold in more periods than there
/// are, or lists more figures than that.
struct PeriodProblem {
    Slug goal;
    std::string_view field;
    std::string message;
    std::string hint;
};
std::vector<PeriodProblem> period_problems(const Settings& settings, const Plan& plan);

/// "week", "2 weeks"; so many of them: "3 weeks", "periods of 2 weeks".
std::string counted_periods(int number, GoalPeriodLength every);
/// "a week", "every 2 weeks"
std::string_view per_period(GoalPeriodLength every);
/// "this week", "today"
std::string_view current_in_words(GoalPeriodLength every);

}  // namespace perfplan::evaluate
