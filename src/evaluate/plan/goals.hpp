// Where each goal stands: its readings, its progress against what is expected, its pace, its
// verdict. All figures are exact; they are rounded where they are shown.
// The way from baseline to target that a goal is expected to take.
#pragma once

#include "base/numbers/fraction.hpp"
#include "evaluate/plan/goal_periods.hpp"
#include "evaluate/plan/readings.hpp"
#include "evaluate/plan/timeline.hpp"
#include "evaluate/plan/verdict.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// Where a goal is expected to be on a day, and between which two points of its curve that lies.
struct Expectation {
    Checkpoint from;  ///< the point passed last; the first one lies on the day before the window
    Checkpoint to;    ///< the next point; equal to `from` from the due date on
    int elapsed = 0;  ///< days that count from `from` to the day
    int total = 0;    ///< days that count from `from` to `to`
    Fraction value;
};

/// Baseline, checkpoints inside the window, target: `checkpoints` in order of their dates, those
/// outside the window don't count. The last day of the window has the target whatever a checkpoint
/// says.
std::vector<Checkpoint> curve_points(Decimal baseline, Decimal target, Window window,
                                     const std::vector<Checkpoint>& checkpoints);

/// The value expected at the end of `as_of`. linear: from.value + (to.value - from.value) * elapsed
/// / total; a stretch without days that count keeps the value of its start until its last day.
/// steps: the value of the point passed last. Before the window: the baseline.
Expectation expectation(const std::vector<Checkpoint>& points, Curve curve, const DayCounter& days,
                        Date as_of);

/// Days of a goal's window that count.
struct GoalDays {
    int elapsed = 0;    ///< from its start to as_of or its due date
    int remaining = 0;  ///< after as_of, to its due date
    int total = 0;      ///< from its start to its due date
};

struct GoalStatus {
    Slug id;
    GoalKind kind = GoalKind::reach;
    Goal terms;
    Window window;  ///< its own start or the plan's, to the due date with the pauses before it
    GoalDays days;
    Fraction share;  ///< of its window that is gone, 0 … 1

    std::vector<GoalReading> readings;  ///< in force, by date, up to the due date
    /// Latest, sum or mean of these readings; of a goal that is judged by period, of those of the
    /// newest period that has one.
    std::optional<Fraction> current;
    std::optional<Date> read_on;       ///< date of the newest of them
    std::optional<Freshness> fresh;    ///< how old that is
    std::vector<GoalReading> later;    ///< dated after the due date: they never change a result
    std::optional<Fraction> latest;    ///< all readings combined, the later ones too
    std::optional<Date> latest_on;     ///< date of the newest reading
    std::optional<Date> reached_on;    ///< missed by the due date, reached after it
    std::optional<Date> fell_back_on;  ///< met by the due date, and no longer so after it
    std::vector<Contradiction> contradictions;  ///< readings that the current figure hangs on
    std::optional<bool> holds;    ///< guardrails with a reading: whether it is within limits
    GoalPeriods periods;          ///< of a goal that is judged by period
    std::optional<Date> done_on;  ///< deliverables: when it was ticked off

    std::optional<Fraction> progress;  ///< deliverables 0 or 1; guardrails none
    // reach goals only
    std::vector<Checkpoint> curve;  ///< baseline, checkpoints with the pauses before them, target
    std::optional<Expectation> expected_value;
    std::optional<Fraction> expected;  ///< the expected value, as progress
    std::optional<Fraction> ratio;     ///< progress / expected, where more than nothing is expected
    std::optional<Fraction> pace;      ///< a day that counts, so far
    std::optional<Fraction> needed;    ///< a day that counts, from now on
    std::optional<Fraction> projected;  ///< on the due date, at the pace so far
    /// The checkpoint passed last, if the current value is not there.
    std::optional<Checkpoint> behind_checkpoint;

    Verdict verdict = Verdict::early;

    [[nodiscard]] Date due() const { return window.last; }
    /// Calendar days after the due date on which it was reached; 0: in time, or not at all.
    [[nodiscard]] int late_days() const { return reached_on ? *reached_on - due() : 0; }
    /// Whether it counts in the score.
    [[nodiscard]] bool is_scored() const { return kind != GoalKind::guardrail; }
    /// Places after the point at which its values are shown: two more than those of its terms and
    /// readings.
    [[nodiscard]] int places() const;
    /// The current figure as people read it, with its unit: as it was typed; a mean as short as
    /// says enough.
    [[nodiscard]] std::string current_in_words() const;
    /// The period that runs: "2 of 4 first meetings this week, 3 workdays left"; nothing if none
    /// does.
    [[nodiscard]] std::string period_in_words(Date as_of) const;
    /// Another figure of this goal in the same way.
    [[nodiscard]] std::string in_words(const Fraction& value) const;
};

/// Every goal of a plan as of a date, in the order of the plan.
std::vector<GoalStatus> goal_statuses(const Settings& settings, const Plan& plan,
                                      const Timeline& timeline, const Journal& journal, Date as_of);

/// The verdict of a goal from all its other figures, the first that applies: met or held, missed,
/// breached, no_data, stale, early, and by its ratio on_track, at_risk, off_track. Where nothing is
/// expected there is no ratio: on_track unless it is worse than expected.
Verdict verdict_of(const GoalStatus& goal, const Policy& policy, Date as_of);

/// on_track, at_risk or off_track by the policy's thresholds.
Verdict verdict_of_ratio(const Fraction& ratio, const Policy& policy);

}  // namespace perfplan::evaluate
