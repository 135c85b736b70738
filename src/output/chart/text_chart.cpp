#include "output/chart/text_chart.hpp"

#include "evaluate/plan/score.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

namespace perfplan::output {

namespace {

double drawn(const Fraction& value) {
    constexpr int places = 6;
    const auto decimal = rounded(std::clamp(value, Fraction(0), Fraction(1)), places);
    return decimal ? to_double(*decimal) : 0.0;
}

/// Progress of a goal from its readings up to a day.
double progress_on(const GoalStatus& goal, Date on) {
    if (goal.kind == GoalKind::deliverable) {
        return goal.done_on && *goal.done_on <= on ? 1.0 : 0.0;
    }
    if (goal.kind == GoalKind::periodic) {
        return drawn(progress_by(goal.periods, on).value_or(0));
    }
    std::vector<GoalReading> readings;
    std::copy_if(goal.readings.begin(), goal.readings.end(), std::back_inserter(readings),
                 [&](const GoalReading& reading) { return reading.on <= on; });
    const auto current = combine(readings, goal.terms.readings);
    return current ? drawn(progress(goal.terms.baseline.value_or(0), *goal.terms.target, *current))
                   : 0.0;
}

/// The days on which the progress of a goal changed, added to `days`.
std::set<Date> with_days_of(const GoalStatus& goal, std::set<Date> days) {
    if (goal.is_scored()) {
        for (const GoalReading& reading : goal.readings) {
            days.insert(reading.on);
        }
        if (goal.done_on) {
            days.insert(*goal.done_on);
        }
    }
    return days;
}

/// What `value` gives for the last `most` of the days.
template <class Value>
std::vector<double> trend_of(const std::set<Date>& days, std::size_t most, const Value& value) {
    const std::size_t left_out = days.size() - std::min(days.size(), most);
    std::vector<double> trend;
    std::transform(std::next(days.begin(), static_cast<std::ptrdiff_t>(left_out)), days.end(),
                   std::back_inserter(trend), value);
    return trend;
}

}  // namespace

std::string progress_bar(const std::optional<Fraction>& progress,
                         const std::optional<Fraction>& expected, int width) {
    const auto filled = static_cast<int>(std::lround(progress ? drawn(*progress) * width : 0.0));
    const int mark =
        expected ? std::min(width - 1, static_cast<int>(drawn(*expected) * width)) : -1;
    std::string bar;
    for (int cell = 0; cell < width; ++cell) {
        bar += cell == mark ? "│" : cell < filled ? "█" : "·";
    }
    return bar;
}

std::string period_strip(const GoalPeriods& periods, int width) {
    const auto cells = static_cast<std::size_t>(width);
    const auto begun = static_cast<std::size_t>(
        std::ranges::find(periods.each, PeriodVerdict::running, &GoalPeriod::verdict) -
        periods.each.begin());
    const std::size_t first = periods.each.size() <= cells ? 0 : std::max(begun + 1, cells) - cells;
    std::string strip;
    for (std::size_t i =
             std::min(first, periods.each.size() - std::min(cells, periods.each.size()));
         i < std::min(periods.each.size(), first + cells); ++i) {
        switch (periods.each[i].verdict) {
            case PeriodVerdict::held: strip += "█"; break;
            case PeriodVerdict::missed: strip += "x"; break;
            case PeriodVerdict::no_data: strip += "?"; break;
            case PeriodVerdict::running: strip += "▒"; break;
            case PeriodVerdict::pending: strip += "·"; break;
        }
    }
    return strip;
}

std::string sparkline(const std::vector<double>& values) {
    static constexpr std::array<std::string_view, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string line;
    for (const double value : values) {
        const double level = std::clamp(value, 0.0, 1.0) * (blocks.size() - 1);
        line += blocks.at(static_cast<std::size_t>(std::lround(level)));
    }
    return line;
}

std::vector<double> goal_trend(const GoalStatus& goal, std::size_t most) {
    return trend_of(with_days_of(goal, {}), most, [&](Date on) { return progress_on(goal, on); });
}

std::vector<double> score_trend(const PlanStatus& plan, std::size_t most) {
    std::set<Date> days;
    for (const GoalStatus& goal : plan.goals) {
        days = with_days_of(goal, std::move(days));
    }
    std::vector<double> weights;
    for (const Fraction& weight : weights_of(plan.goals)) {
        const auto decimal = rounded(weight, Decimal::max_scale);
        weights.push_back(decimal ? to_double(*decimal) : 0.0);
    }
    return trend_of(days, most, [&](Date on) {
        double sum = 0.0;
        double total = 0.0;
        for (std::size_t i = 0; i < plan.goals.size(); ++i) {
            if (plan.goals[i].is_scored()) {
                sum += weights[i] * progress_on(plan.goals[i], on);
                total += weights[i];
            }
        }
        return total > 0.0 ? sum / total : 0.0;
    });
}

}  // namespace perfplan::output
