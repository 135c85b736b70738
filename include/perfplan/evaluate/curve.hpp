// The way from baseline to target that a goal is expected to take.
#pragma once

#include <perfplan/base/fraction.hpp>
#include <perfplan/evaluate/timeline.hpp>

#include <optional>
#include <vector>

namespace perfplan {

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

}  // namespace perfplan
