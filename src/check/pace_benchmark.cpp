#include "check/pace_benchmark.hpp"

#include "base/text/text.hpp"

#include <algorithm>

namespace perfplan::check {

namespace {

/// Shorter stretches say little: one large deal is no pace.
constexpr int shortest_stretch = 7;

bool rises(const Goal& goal) {
    return *goal.target > goal.baseline.value_or(0);
}

struct Point {
    Date on;
    Fraction value;
};

/// The figure on the day before the first, then as each reading left it.
std::vector<Point> course_of(const GoalStatus& goal) {
    std::vector<Point> course{{goal.window.first - 1, goal.terms.baseline.value_or(0)}};
    Fraction sum;
    for (const GoalReading& reading : goal.readings) {
        sum = sum + reading.value;
        course.push_back(
            {reading.on, goal.terms.readings == Combine::sum ? sum : Fraction(reading.value)});
    }
    return course;
}

/// What is measured, in which unit and direction.
std::string key_of(const Goal& goal) {
    return folded(*goal.metric) + "\n" + folded(goal.unit.value_or("")) + "\n" +
           (rises(goal) ? "up" : "down");
}

bool is_compared(const GoalStatus& goal) {
    return goal.kind == GoalKind::reach && goal.terms.metric;
}

}  // namespace

std::optional<BestPace> best_stretch(const GoalStatus& goal, const DayCounter& days) {
    if (goal.kind != GoalKind::reach) {
        return std::nullopt;
    }
    const std::vector<Point> course = course_of(goal);
    std::vector<int> counted;  // days that count, from the start to each point
    for (const Point& point : course) {
        counted.push_back(days.count({goal.window.first, point.on}));
    }
    std::optional<BestPace> best;
    for (std::size_t i = 0; i < course.size(); ++i) {
        for (std::size_t j = i + 1; j < course.size(); ++j) {
            const bool is_long = course[j].on - course[i].on >= shortest_stretch;
            const Fraction moved = rises(goal.terms) ? course[j].value - course[i].value
                                                     : course[i].value - course[j].value;
            if (!is_long || counted[j] <= counted[i] || moved <= 0) {
                continue;
            }
            const Fraction pace = moved / (counted[j] - counted[i]);
            if (!best || pace > best->pace) {
                best = BestPace{{course[i].on + 1, course[j].on}, pace};
            }
        }
    }
    return best;
}

std::vector<Pace> paces_of(const Settings& settings, const PlanStatus& plan) {
    const Calendar calendar = settings.workdays();
    const DayCounter days(calendar, settings.policy.pace, plan.timeline);
    std::vector<Pace> paces;
    for (const GoalStatus& goal : plan.goals) {
        if (!is_compared(goal)) {
            continue;
        }
        if (const auto best = best_stretch(goal, days)) {
            paces.push_back({plan.ref, key_of(goal.terms), best->pace});
        }
    }
    return paces;
}

Peers::Peers(std::vector<Pace> paces) {
    std::sort(paces.begin(), paces.end(), [](const Pace& a, const Pace& b) {
        return a.metric != b.metric ? a.metric < b.metric : a.pace > b.pace;
    });
    std::size_t of_metric = 0;  // how many of the current metric are kept
    for (Pace& pace : paces) {
        const bool is_next = !paces_.empty() && paces_.back().metric == pace.metric;
        of_metric = is_next ? of_metric : 0;
        if (of_metric == 0 || (of_metric == 1 && paces_.back().plan.rep != pace.plan.rep)) {
            paces_.push_back(std::move(pace));
            ++of_metric;
        }
    }
}

const Pace* Peers::fastest(const Slug& except, const GoalStatus& goal) const {
    if (!is_compared(goal)) {
        return nullptr;
    }
    const std::string metric = key_of(goal.terms);
    const auto found = std::find_if(paces_.begin(), paces_.end(), [&](const Pace& pace) {
        return pace.metric == metric && pace.plan.rep != except;
    });
    return found == paces_.end() ? nullptr : &*found;
}

}  // namespace perfplan::check
