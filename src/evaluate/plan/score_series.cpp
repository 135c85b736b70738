#include "evaluate/plan/score_series.hpp"

#include "evaluate/plan/score.hpp"

#include <algorithm>
#include <set>

namespace perfplan::evaluate {

namespace {

/// The goal as it was on a day, as far as its score depends on it.
GoalStatus progress_on(const GoalStatus& goal, Date on) {
    GoalStatus then;
    then.id = goal.id;
    then.kind = goal.kind;
    then.terms.weight = goal.terms.weight;
    if (goal.kind == GoalKind::deliverable) {
        then.done_on = goal.done_on && *goal.done_on <= on ? goal.done_on : std::nullopt;
        then.progress = then.done_on ? goal.progress : Fraction(0);
        return then;
    }
    if (goal.kind == GoalKind::periodic) {
        then.current = goal.current;
        then.progress = progress_by(goal.periods, on);
        return then;
    }
    const auto later = std::find_if(goal.readings.begin(), goal.readings.end(),
                                    [&](const GoalReading& reading) { return reading.on > on; });
    then.current = combine({goal.readings.begin(), later}, goal.terms.readings);
    if (then.current) {
        then.progress =
            progress(goal.terms.baseline.value_or(0), *goal.terms.target, *then.current);
    }
    return then;
}

/// What counts in the score.
std::vector<const GoalStatus*> scored(const PlanStatus& plan) {
    std::vector<const GoalStatus*> goals;
    for (const GoalStatus& goal : plan.goals) {
        if (goal.is_scored()) {
            goals.push_back(&goal);
        }
    }
    return goals;
}

std::set<Date> recorded_days(const std::vector<const GoalStatus*>& goals) {
    std::set<Date> days;
    for (const GoalStatus* goal : goals) {
        for (const GoalReading& reading : goal->readings) {
            days.insert(reading.on);
        }
        if (goal->done_on) {
            days.insert(*goal->done_on);
        }
    }
    return days;
}

std::vector<ScorePoint> scores_of(const Settings& settings,
                                  const std::vector<const GoalStatus*>& goals) {
    std::vector<ScorePoint> scores;
    for (const Date on : recorded_days(goals)) {
        std::vector<GoalStatus> then;
        for (const GoalStatus* goal : goals) {
            then.push_back(progress_on(*goal, on));
        }
        if (const auto known = score(then, settings.policy.over_attainment)) {
            scores.push_back({on, *known});
        }
    }
    return scores;
}

/// The days on which the line that a goal is to follow has its corners.
std::set<Date> slope_changes(const PlanStatus& plan, const std::vector<const GoalStatus*>& goals) {
    std::set<Date> days{plan.timeline.starts - 1, plan.timeline.ends};
    const bool runs = plan.timeline.window().contains(plan.figures_on);
    days.insert(runs ? plan.figures_on : plan.timeline.ends);
    for (const Window& pause : plan.timeline.pauses) {
        days.insert({pause.first - 1, pause.last});
    }
    for (const GoalStatus* goal : goals) {
        if (goal->kind == GoalKind::deliverable) {
            days.insert({goal->due(), goal->due() + 1});
        }
        for (const GoalPeriod& period : goal->periods.each) {
            if (period.decided_on) {
                days.insert({*period.decided_on - 1, *period.decided_on});
            }
        }
        for (const Checkpoint& point : goal->curve) {
            days.insert(point.on);
            if (goal->terms.curve == Curve::steps) {
                days.insert(point.on - 1);
            }
        }
    }
    days.erase(days.begin(), days.lower_bound(plan.timeline.starts - 1));
    days.erase(days.upper_bound(plan.timeline.ends), days.end());
    return days;
}

GoalStatus expected_on(const GoalStatus& goal, const DayCounter& days, Date on) {
    GoalStatus then;
    then.kind = goal.kind;
    then.window = goal.window;
    if (goal.kind == GoalKind::periodic) {
        then.expected = decided_by(goal.periods, on);
    }
    if (goal.kind == GoalKind::reach) {
        then.expected = progress(goal.terms.baseline.value_or(0), *goal.terms.target,
                                 expectation(goal.curve, goal.terms.curve, days, on).value);
    }
    return then;
}

std::vector<ScorePoint> expected_of(const Settings& settings, const PlanStatus& plan,
                                    const std::vector<const GoalStatus*>& goals) {
    const Calendar calendar = settings.workdays();
    const DayCounter days(calendar, settings.policy.pace, plan.timeline);
    const std::vector<Fraction> weights = weights_of(plan.goals);
    std::vector<ScorePoint> expected;
    for (const Date on : slope_changes(plan, goals)) {
        Fraction sum;
        Fraction total;
        for (const GoalStatus* goal : goals) {
            const Fraction& weight = weights[static_cast<std::size_t>(goal - plan.goals.data())];
            sum = sum + weight * counted_expectation(expected_on(*goal, days, on), on);
            total = total + weight;
        }
        if (const auto mean = quotient(sum, total)) {
            expected.push_back({on, *mean});
        }
    }
    return expected;
}

}  // namespace

ScoreSeries score_course(const Settings& settings, const PlanStatus& plan) {
    const std::vector<const GoalStatus*> goals = scored(plan);
    return {scores_of(settings, goals), expected_of(settings, plan, goals)};
}

}  // namespace perfplan::evaluate
