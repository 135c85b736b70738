#include "output/chart/goal_chart.hpp"

#include "base/text/text.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

/// For drawing; what is too large for a decimal is not drawn.
std::optional<double> drawn(const std::optional<Fraction>& value) {
    const auto decimal = value ? rounded(*value, Decimal::max_scale) : std::optional<Decimal>();
    return decimal ? std::optional(to_double(*decimal)) : std::nullopt;
}

void add(std::vector<ChartPoint>& points, Date on, const std::optional<Fraction>& value) {
    if (const auto y = drawn(value)) {
        points.push_back({on, *y});
    }
}

/// What the readings came to on each of their days.
std::vector<ChartPoint> course_of(const GoalStatus& goal) {
    std::vector<ChartPoint> points;
    if (goal.kind == GoalKind::periodic) {
        for (const GoalPeriod& period : goal.periods.each) {
            if (period.read_on) {
                add(points, *period.read_on, period.value);
            }
        }
        return points;
    }
    std::vector<GoalReading> so_far;
    for (const GoalReading& reading : goal.readings) {
        so_far.push_back(reading);
        add(points, reading.on, combine(so_far, goal.terms.readings));
    }
    return points;
}

/// The days on which the expected line bends: points of the curve, ends of pauses, the day of the
/// figures.
std::vector<Date> bends_of(const PlanStatus& plan, const GoalStatus& goal) {
    std::vector<Date> days;
    for (const Checkpoint& point : goal.curve) {
        days.push_back(point.on);
        if (goal.terms.curve == Curve::steps) {
            days.push_back(point.on - 1);
        }
    }
    for (const Window& pause : plan.timeline.pauses) {
        days.push_back(pause.first - 1);
        days.push_back(pause.last);
    }
    days.push_back(plan.figures_on);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    const auto is_outside = [&](Date day) {
        return day < goal.window.first - 1 || goal.window.last < day;
    };
    days.erase(std::remove_if(days.begin(), days.end(), is_outside), days.end());
    return days;
}

std::vector<ChartPoint> expected_line(const Settings& settings, const PlanStatus& plan,
                                      const GoalStatus& goal) {
    const Calendar calendar = settings.workdays();
    const DayCounter days(calendar, settings.policy.pace, plan.timeline);
    std::vector<ChartPoint> points;
    for (const Date day : bends_of(plan, goal)) {
        add(points, day, expectation(goal.curve, goal.terms.curve, days, day).value);
    }
    return points;
}

/// The points of the curve between its first and its last.
std::vector<ChartPoint> checkpoints_of(const GoalStatus& goal) {
    std::vector<ChartPoint> points;
    for (std::size_t i = 1; i + 1 < goal.curve.size(); ++i) {
        points.push_back({goal.curve[i].on, to_double(goal.curve[i].value)});
    }
    return points;
}

std::optional<double> drawn(const std::optional<Decimal>& value) {
    return value ? std::optional(to_double(*value)) : std::nullopt;
}

std::string pauses_in_words(const std::vector<Window>& pauses) {
    std::vector<std::string> words;
    for (const Window& pause : pauses) {
        words.push_back(fmt::format("{} to {}", date_text(pause.first), date_text(pause.last)));
    }
    return words.empty() ? "" : fmt::format(" Paused {}.", listing(words));
}

/// What the chart shows, for those who don't see it.
std::string description_of(const PlanStatus& plan, const GoalStatus& goal,
                           const std::vector<Window>& pauses) {
    std::string text =
        goal.kind == GoalKind::deliverable
            ? fmt::format("Due {}; {}.", date_text(goal.due()),
                          goal.done_on ? "done " + date_text(*goal.done_on) : "not done yet")
        : goal.kind == GoalKind::periodic
            ? fmt::format("It is to be {}; it held in {}.", goal_target(goal),
                          counted_periods(goal.periods.held, *goal.terms.every))
        : goal.kind == GoalKind::guardrail
            ? fmt::format("It is to stay {}; it is at {}.", goal_target(goal),
                          goal.current ? goal.current_in_words() : "no reading yet")
            : fmt::format("From {} at the start to {} by {}; it is at {}.",
                          amount(goal.terms.baseline.value_or(0), goal.terms.unit),
                          goal_target(goal), date_text(goal.due()),
                          goal.current ? goal.current_in_words() : "no reading yet");
    if (goal.expected_value) {
        text +=
            fmt::format(" By {} {} is expected.", date_text(plan.figures_on),
                        amount(figure(goal.expected_value->value, goal.places()), goal.terms.unit));
    }
    if (goal.projected) {
        text += fmt::format(" At the pace so far it comes to {}.",
                            amount(figure(*goal.projected, goal.places()), goal.terms.unit));
    }
    return text + pauses_in_words(pauses);
}

/// The pauses that the window of a goal has a part of.
std::vector<Window> pauses_in(const PlanStatus& plan, const Window& window) {
    std::vector<Window> pauses;
    std::copy_if(plan.timeline.pauses.begin(), plan.timeline.pauses.end(),
                 std::back_inserter(pauses),
                 [&](const Window& pause) { return pause.overlaps(window); });
    return pauses;
}

/// The goal's window, to the last reading if that is later.
ChartDays days_of(const PlanStatus& plan, const GoalStatus& goal) {
    ChartDays days{goal.window, {}, plan.figures_on};
    if (plan.outcome) {
        days.mark_means = "outcome";
    }
    const Date latest =
        std::max(goal.read_on.value_or(goal.window.last), goal.done_on.value_or(goal.window.last));
    const int longest = 2 * (goal.window.last - goal.window.first + 1);
    if (latest > goal.window.last && latest - goal.window.first <= longest) {
        days.window.last = latest;
    }
    days.pauses = pauses_in(plan, days.window);
    return days;
}

}  // namespace

Markup goal_chart(const Settings& settings, const PlanStatus& plan, const GoalStatus& goal,
                  std::string id, ChartSize size) {
    const ChartDays days = days_of(plan, goal);
    ChartCaption caption{std::move(id), goal.terms.title, description_of(plan, goal, days.pauses)};
    if (goal.kind == GoalKind::deliverable) {
        return chart_svg(Milestone{std::move(caption), days, goal.due(), goal.done_on});
    }
    Chart chart{std::move(caption), days};
    chart.unit = goal.terms.unit;
    chart.course = course_of(goal);
    chart.at_least = drawn(goal.terms.at_least.first());
    chart.at_most = drawn(goal.terms.at_most.first());
    if (goal.kind == GoalKind::reach) {
        chart.expected = expected_line(settings, plan, goal);
        chart.checkpoints = checkpoints_of(goal);
        chart.target = drawn(goal.terms.target);
        if (const auto value = drawn(goal.projected); value && goal.days.remaining > 0) {
            chart.projected = ChartPoint{goal.due(), *value};
        }
    }
    return chart_svg(chart, size);
}

}  // namespace perfplan::output
