// Goals and the shortfall in a report.
#include "base/text/text.hpp"
#include "output/chart/goal_chart.hpp"
#include "output/chart/text_chart.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"
#include "output/report/plan_view.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

std::string what_was_short(const Shortfall& shortfall) {
    if (!shortfall.metric || !shortfall.period) {
        return shortfall.metric.value_or(shortfall.period.value_or(""));
    }
    return fmt::format("{} in {}", *shortfall.metric, *shortfall.period);
}

std::string or_nothing(const std::optional<Decimal>& value,
                       const std::optional<std::string>& unit) {
    return value ? amount(*value, unit) : "";
}

}  // namespace

std::optional<ShortfallView> shortfall_view(const PlanStatus& plan) {
    if (!plan.terms.shortfall) {
        return std::nullopt;
    }
    const Shortfall& shortfall = *plan.terms.shortfall;
    ShortfallView view;
    view.what = what_was_short(shortfall);
    view.period = shortfall.period.value_or("");
    view.metric = shortfall.metric.value_or("");
    view.quota = or_nothing(shortfall.quota, shortfall.unit);
    view.ramp = ramp_in_words(shortfall);
    view.attained = or_nothing(shortfall.attained, shortfall.unit);
    view.attainment = plan.attainment ? percent(Fraction(*plan.attainment)) : "";
    view.cause = shortfall.cause ? to_string(*shortfall.cause) : "";
    view.summary = words_view(shortfall.summary);
    if (shortfall.attained && shortfall.quota) {
        view.figures = fmt::format("{} of {}", grouped(*shortfall.attained), view.quota);
    }
    for (const Date day : shortfall.raised_before) {
        view.raised_before.push_back(date_text(day));
    }
    return view;
}

namespace {

/// A figure with its unit; nothing where there is none.
std::string figure_in_words(const GoalStatus& goal, const std::optional<Fraction>& value) {
    return value ? amount(figure(*value, goal.places()), goal.terms.unit) : "";
}

std::string a_day(const GoalStatus& goal, const std::optional<Fraction>& value, DayCount basis) {
    return value ? fmt::format("{} {}", figure_in_words(goal, value), per_day(basis)) : "";
}

std::string objective_of(const Settings& settings, const GoalStatus& goal) {
    if (!goal.terms.supports) {
        return {};
    }
    const Objective* objective = find(settings.objectives, goal.terms.supports->str());
    return objective ? objective->title : goal.terms.supports->str();
}

std::vector<PointView> checkpoints_of(const GoalStatus& goal) {
    std::vector<PointView> points;
    for (std::size_t i = 1; i + 1 < goal.curve.size(); ++i) {
        points.push_back(
            {date_text(goal.curve[i].on), amount(goal.curve[i].value, goal.terms.unit), ""});
    }
    return points;
}

std::vector<PointView> readings_of(const GoalStatus& goal) {
    std::vector<PointView> points;
    for (const GoalReading& reading : goal.readings) {
        points.push_back(
            {date_text(reading.on), amount(reading.value, goal.terms.unit), reading.by});
    }
    return points;
}

GoalView goal_view(const Settings& settings, const PlanStatus& plan, const GoalStatus& goal) {
    constexpr int bar_width = 10;
    const Badge badge = badge_of(goal.verdict);
    GoalView view;
    view.id = goal.id.str();
    view.title = goal.terms.title;
    view.verdict = badge.words;
    view.tone = badge.tone;
    view.metric = goal.terms.metric.value_or("");
    view.now = goal.kind == GoalKind::deliverable
                   ? (goal.done_on ? "done " + date_text(*goal.done_on) : "open")
                   : goal.current_in_words();
    view.read_on = date_text(goal.read_on);
    view.target = goal_target(goal);
    view.due = date_text(goal.due());
    view.supports = objective_of(settings, goal);
    view.relevant = goal.terms.relevant.value_or("");
    view.achievable = goal.terms.achievable.value_or("");
    view.weight = goal.terms.weight ? grouped(*goal.terms.weight) : "";
    view.progress = goal.progress ? percent(goal.progress) : "";
    view.bar = goal.progress ? progress_bar(goal.progress, goal.expected, bar_width) : "";
    view.readings = readings_of(goal);
    if (goal.kind == GoalKind::reach) {
        view.baseline = amount(goal.terms.baseline.value_or(0), goal.terms.unit);
        view.expected =
            goal.expected_value ? figure_in_words(goal, goal.expected_value->value) : "";
        view.pace = a_day(goal, goal.pace, plan.days.basis);
        if (goal.days.remaining > 0 && goal.verdict != Verdict::met) {
            view.projected = figure_in_words(goal, goal.projected);
            view.needed = a_day(goal, goal.needed, plan.days.basis);
        }
        view.checkpoints = checkpoints_of(goal);
    }
    view.chart = goal_chart(settings, plan, goal, "chart-" + goal.id.str());
    return view;
}

}  // namespace

std::vector<GoalView> goal_views(const Settings& settings, const PlanStatus& plan) {
    std::vector<GoalView> views;
    for (const GoalStatus& goal : plan.goals) {
        views.push_back(goal_view(settings, plan, goal));
    }
    return views;
}

}  // namespace perfplan::output
