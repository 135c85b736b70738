#include "output/chart/score_chart.hpp"

#include "evaluate/figures.hpp"
#include "evaluate/plan/score_series.hpp"
#include "output/report/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

std::vector<ChartPoint> in_percent(const std::vector<ScorePoint>& points) {
    constexpr int hundred = 100;
    std::vector<ChartPoint> drawn;
    for (const ScorePoint& point : points) {
        if (const auto value = rounded(point.score * hundred, 1)) {
            drawn.push_back({point.on, to_double(*value)});
        }
    }
    return drawn;
}

/// The plan's days, and those after it on which something was recorded.
ChartDays days_of(const PlanStatus& plan, const ScoreSeries& course) {
    ChartDays days{plan.timeline.window(), plan.timeline.pauses, plan.figures_on};
    if (!course.scores.empty()) {
        days.window.last = std::max(days.window.last, course.scores.back().on);
    }
    return days;
}

std::string description_of(const PlanStatus& plan) {
    if (!plan.score) {
        return "Nothing is recorded yet.";
    }
    return fmt::format("{} done on {}, {} expected.", score_percent(plan),
                       date_text(plan.figures_on), percent(plan.expected));
}

}  // namespace

Markup score_chart(const Settings& settings, const PlanStatus& plan, std::string id) {
    const ScoreSeries course = score_course(settings, plan);
    if (course.expected.empty()) {
        return {};
    }
    Chart chart{{std::move(id), "Score of " + to_string(plan.ref), description_of(plan)},
                days_of(plan, course)};
    chart.course = in_percent(course.scores);
    chart.expected = in_percent(course.expected);
    return chart_svg(chart, ChartSize::small);
}

std::vector<LegendEntry> score_legend() {
    std::vector<LegendEntry> entries;
    for (LegendEntry& entry : chart_legend()) {
        if (entry.meaning == "readings") {
            entries.push_back({std::move(entry.mark), "score as recorded"});
        } else if (entry.meaning == "expected" || entry.meaning == "paused") {
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

Markup share_bar(double share) {
    constexpr double full = 100;
    return Markup{
        fmt::format("<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 100 10\" "
                    "preserveAspectRatio=\"none\"><rect class=\"ground\" width=\"100\" "
                    "height=\"10\"/><rect width=\"{:.1f}\" height=\"10\"/></svg>",
                    full * std::clamp(share, 0.0, 1.0))};
}

}  // namespace perfplan::output
