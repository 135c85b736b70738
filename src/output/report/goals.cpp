#include "output/report/goals.hpp"

#include "base/text/text.hpp"
#include "output/chart/goal_chart.hpp"
#include "output/chart/text_chart.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"
#include "output/report/words.hpp"

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

std::string attained_of_quota(const Shortfall& shortfall) {
    return shortfall.attained && shortfall.quota
               ? fmt::format("{} of {}", grouped(*shortfall.attained),
                             amount(*shortfall.quota, shortfall.unit))
               : "";
}

std::vector<std::string> date_texts(const std::vector<Date>& dates) {
    std::vector<std::string> texts;
    for (const Date date : dates) {
        texts.push_back(date_text(date));
    }
    return texts;
}

}  // namespace

std::optional<ReportedShortfall> reported_shortfall(const PlanStatus& plan) {
    return plan.terms.shortfall
               ? std::optional(ReportedShortfall{*plan.terms.shortfall, plan.attainment})
               : std::nullopt;
}

const ViewShape<ReportedShortfall>& shortfall_shape() {
    using S = ReportedShortfall;
    static const ViewShape<S> shape{
        {"what", "'bookings in 2026-Q3'", [](const S& s) { return what_was_short(s.shortfall); }},
        {"figures", "'162,000 of 250,000 USD'",
         [](const S& s) { return attained_of_quota(s.shortfall); }},
        {"period", "the period", [](const S& s) { return s.shortfall.period; }},
        {"metric", "what was to be sold", [](const S& s) { return s.shortfall.metric; }},
        {"quota", "the quota, with its unit",
         [](const S& s) { return or_nothing(s.shortfall.quota, s.shortfall.unit); }},
        {"ramp", "'75% ramp', where the quota did not apply in full",
         [](const S& s) { return ramp_in_words(s.shortfall); }},
        {"attained", "what was attained, with its unit",
         [](const S& s) { return or_nothing(s.shortfall.attained, s.shortfall.unit); }},
        {"attainment", "the same in percent of the quota that applied",
         [](const S& s) { return s.attainment ? percent(Fraction(*s.attainment)) : ""; }},
        {"cause", "the cause",
         [](const S& s) { return s.shortfall.cause ? to_string(*s.shortfall.cause) : ""; }},
        {"summary", "the summary", words_shape(),
         [](const S& s) { return trimmed_words(s.shortfall.summary); }},
        {"raised_before", "days on which it was raised before",
         [](const S& s) { return date_texts(s.shortfall.raised_before); }},
    };
    return shape;
}

namespace {

/// What was read on a day, or must be reached by then.
struct Point {
    std::string on;
    std::string value;
    std::string by;
};

const ViewShape<Point>& point_shape() {
    static const ViewShape<Point> shape{
        {"on", "day", &Point::on},
        {"value", "value, with its unit", &Point::value},
        {"by", "who recorded it", &Point::by},
    };
    return shape;
}

/// A figure with its unit; nothing where there is none.
std::string figure_in_words(const GoalStatus& goal, const std::optional<Fraction>& value) {
    return value ? amount(figure(*value, goal.places()), goal.terms.unit) : "";
}

std::string a_day(const ReportedGoal& reported, const std::optional<Fraction>& value) {
    return value ? fmt::format("{} {}", figure_in_words(reported.goal, value),
                               per_day(reported.plan.days.basis))
                 : "";
}

bool is_still_to_reach(const GoalStatus& goal) {
    return goal.kind == GoalKind::reach && goal.days.remaining > 0 && goal.verdict != Verdict::met;
}

std::string now_in_words(const GoalStatus& goal) {
    if (goal.kind == GoalKind::periodic) {
        return periods_in_words(goal);
    }
    const std::string now = goal.kind != GoalKind::deliverable ? goal.current_in_words()
                            : goal.done_on                     ? "done " + date_text(*goal.done_on)
                                                               : "open";
    const std::string later = later_in_words(goal, goal.due());
    return later.empty() ? now : fmt::format("{} ({})", now, later);
}

std::string expected_by_now(const GoalStatus& goal) {
    return goal.kind == GoalKind::reach && goal.expected_value
               ? figure_in_words(goal, goal.expected_value->value)
               : "";
}

std::string bar_of(const GoalStatus& goal) {
    constexpr int bar_width = 10;
    return goal.kind == GoalKind::periodic ? period_strip(goal.periods, bar_width)
           : goal.progress                 ? progress_bar(goal.progress, goal.expected, bar_width)
                                           : "";
}

std::string objective_of(const ReportedGoal& reported) {
    const auto& supports = reported.goal.terms.supports;
    if (!supports) {
        return {};
    }
    const Objective* objective = find(reported.settings.objectives, supports->str());
    return objective ? objective->title : supports->str();
}

std::vector<Point> checkpoints_of(const GoalStatus& goal) {
    std::vector<Point> points;
    for (std::size_t i = 1; goal.kind == GoalKind::reach && i + 1 < goal.curve.size(); ++i) {
        points.push_back(
            {date_text(goal.curve[i].on), amount(goal.curve[i].value, goal.terms.unit), ""});
    }
    return points;
}

std::vector<Point> readings_of(const GoalStatus& goal) {
    std::vector<Point> points;
    for (const auto* some : {&goal.readings, &goal.later}) {
        for (const GoalReading& reading : *some) {
            points.push_back(
                {date_text(reading.on), amount(reading.value, goal.terms.unit), reading.by});
        }
    }
    return points;
}

}  // namespace

std::vector<ReportedGoal> reported_goals(const Settings& settings, const PlanStatus& plan) {
    std::vector<ReportedGoal> goals;
    for (const GoalStatus& goal : plan.goals) {
        goals.push_back({settings, plan, goal});
    }
    return goals;
}

const ViewShape<ReportedGoal>& goal_shape() {
    using G = ReportedGoal;
    static const ViewShape<G> shape{
        {"id", "its id", [](const G& g) { return g.goal.id.str(); }},
        {"title", "its title", [](const G& g) { return g.goal.terms.title; }},
        {"verdict", "its verdict in words",
         [](const G& g) { return badge_of(g.goal.verdict).words; }},
        {"tone", "good, warning or bad, as the style sheet calls it",
         [](const G& g) { return badge_of(g.goal.verdict).tone; }},
        {"metric", "what is measured", [](const G& g) { return g.goal.terms.metric; }},
        {"now", "where it is", [](const G& g) { return now_in_words(g.goal); }},
        {"read_on", "day of the newest reading",
         [](const G& g) { return date_text(g.goal.read_on); }},
        {"target", "where it is to come", [](const G& g) { return goal_target(g.goal); }},
        {"baseline", "where it started",
         [](const G& g) {
             return g.goal.kind == GoalKind::reach
                        ? amount(g.goal.terms.baseline.value_or(0), g.goal.terms.unit)
                        : "";
         }},
        {"due", "last day, with the pauses before it",
         [](const G& g) { return date_text(g.goal.due()); }},
        {"expected", "what is expected by now", [](const G& g) { return expected_by_now(g.goal); }},
        {"progress", "progress in percent",
         [](const G& g) { return g.goal.progress ? percent(g.goal.progress) : ""; }},
        {"bar", "progress drawn with characters", [](const G& g) { return bar_of(g.goal); }},
        {"projected", "where it comes to at the pace so far",
         [](const G& g) {
             return is_still_to_reach(g.goal) ? figure_in_words(g.goal, g.goal.projected) : "";
         }},
        {"pace", "what it made a day that counts",
         [](const G& g) { return g.goal.kind == GoalKind::reach ? a_day(g, g.goal.pace) : ""; }},
        {"needed", "what it needs a day from now on",
         [](const G& g) { return is_still_to_reach(g.goal) ? a_day(g, g.goal.needed) : ""; }},
        {"weight", "its weight in the score",
         [](const G& g) { return g.goal.terms.weight ? grouped(*g.goal.terms.weight) : ""; }},
        {"supports", "the objective that it supports", objective_of},
        {"relevant", "why it matters", [](const G& g) { return g.goal.terms.relevant; }},
        {"achievable", "why it can be reached", [](const G& g) { return g.goal.terms.achievable; }},
        {"checkpoints", "where it is to be on the way", point_shape(),
         [](const G& g) { return checkpoints_of(g.goal); }},
        {"readings", "what was read, by day", point_shape(),
         [](const G& g) { return readings_of(g.goal); }},
        {"chart", "its chart",
         [](const G& g) {
             return goal_chart(g.settings, g.plan, g.goal, "chart-" + g.goal.id.str());
         }},
    };
    return shape;
}

}  // namespace perfplan::output
