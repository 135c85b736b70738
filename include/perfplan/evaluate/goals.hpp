// Where each goal stands: its readings and its progress.
#pragma once

#include <perfplan/model/plan.hpp>
#include <perfplan/model/record.hpp>

#include <optional>
#include <string>
#include <vector>

namespace perfplan {

/// Figures that are fractions (progress, score) are kept to nine places; what is shown is rounded
/// from there.
inline constexpr int fraction_places = 9;

struct GoalReading {
    Date on;
    Decimal value;
    std::string by;
};

struct GoalStatus {
    Slug id;
    GoalKind kind = GoalKind::reach;
    Goal terms;
    Date due;                           ///< as agreed, or the plan's end
    std::vector<GoalReading> readings;  ///< in force, by date
    std::optional<Decimal> current;     ///< latest, sum or mean of the readings
    std::optional<Date> read_on;        ///< date of the newest reading
    std::optional<Date> done_on;        ///< deliverables: when it was ticked off
    std::optional<Decimal> progress;  ///< (current - baseline) / (target - baseline); deliverables
                                      ///< 0 or 1; guardrails none
    std::optional<bool> holds;  ///< guardrails with a reading: whether it is within its limits
};

/// The readings of a goal in force on `as_of`, by date: of several for one date the one that was
/// recorded last.
std::vector<GoalReading> readings_of(const Slug& goal, const Journal& journal, Date as_of);

/// Readings combined; nothing without readings, or if their sum is too large.
std::optional<Decimal> combine(const std::vector<GoalReading>& readings, Combine how);

/// (current - baseline) / (target - baseline), to `fraction_places`; negative when worse than the
/// baseline; not capped.
std::optional<Decimal> progress(Decimal baseline, Decimal target, Decimal current);

/// Every goal of a plan as of a date, in the order of the plan. `plan_ends`: due date of goals
/// without one.
std::vector<GoalStatus> goal_statuses(const Plan& plan, const Journal& journal, Date plan_ends,
                                      Date as_of);

/// Weighted mean of the progress of reach and deliver goals, each clamped to 0 … 1 (over_attainment
/// counted: no upper bound), a goal without a reading counting 0. Weights count relative to each
/// other; a goal without one weighs as much as the mean of those that have one, or all weigh the
/// same. Nothing without such goals, or as long as nothing is known of any.
std::optional<Decimal> score(const std::vector<GoalStatus>& goals, OverAttainment over_attainment);

/// True when `success` holds: all goals met, or the score reached; guardrails with a reading hold
/// either way.
bool success_holds(const Plan& plan, const std::vector<GoalStatus>& goals,
                   std::optional<Decimal> score);

}  // namespace perfplan
