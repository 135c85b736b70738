#include "evaluate/plan/goals.hpp"

#include "evaluate/figures.hpp"
#include "evaluate/plan/development.hpp"
#include "evaluate/plan/reviews.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

namespace {

/// What all goals of a plan are seen against.
struct Scene {
    const Settings* settings;
    const Plan* plan;
    const Timeline* timeline;
    const Journal* journal;
    Date as_of;
    Calendar calendar;
    std::vector<Date> review_dates;

    [[nodiscard]] DayCounter days() const { return {calendar, settings->policy.pace, *timeline}; }
    [[nodiscard]] Date moved(Date date) const {
        return moved_by_pauses(*settings, calendar, *timeline, date);
    }
};

bool is_within(const Goal& guardrail, const Fraction& value) {
    return (!guardrail.at_most || value <= *guardrail.at_most) &&
           (!guardrail.at_least || value >= *guardrail.at_least);
}

/// From its start to its due date; what was agreed for the goal moves with the pauses, the plan's
/// end has moved already.
Window window_of(const Goal& goal, const Scene& scene) {
    const std::optional<Date> agreed = goal.deliver ? goal.deliver : goal.due;
    return {goal.starts.value_or(scene.plan->starts),
            agreed ? scene.moved(*agreed) : scene.timeline->ends};
}

void count_days(GoalStatus& goal, const Scene& scene) {
    const DayCounter days = scene.days();
    const auto& [first, last] = goal.window;
    goal.days = {days.count({first, std::min(scene.as_of, last)}),
                 days.count({std::max(first, scene.as_of + 1), last}), days.count(goal.window)};
    const Fraction when_none_counts = scene.as_of >= last ? 1 : 0;
    goal.share = quotient(goal.days.elapsed, goal.days.total).value_or(when_none_counts);
}

/// Splits the readings at the due date: what was true on it decides.
void take_readings(GoalStatus& goal, const Scene& scene) {
    goal.readings = readings_of(goal.id, goal.terms.readings, *scene.journal, scene.as_of);
    goal.latest = combine(goal.readings, goal.terms.readings);
    if (!goal.readings.empty()) {
        goal.latest_on = goal.readings.back().on;
    }
    const auto later =
        std::ranges::find_if(goal.readings, [&](const auto& each) { return each.on > goal.due(); });
    goal.later.assign(later, goal.readings.end());
    goal.readings.erase(later, goal.readings.end());
    goal.current = combine(goal.readings, goal.terms.readings);
    if (!goal.readings.empty()) {
        goal.contradictions = contradictions(goal.id, goal.terms.readings, *scene.journal,
                                             std::min(scene.as_of, goal.due()));
        std::erase_if(goal.contradictions, [&](const Contradiction& each) {
            return goal.terms.readings == Combine::latest && each.on != goal.readings.back().on;
        });
        goal.read_on = goal.readings.back().on;
        goal.fresh = freshness(*goal.read_on, scene.plan->reviews, scene.review_dates,
                               scene.settings->policy.stale_after, *scene.timeline, scene.as_of);
    }
}

std::vector<Checkpoint> moved_checkpoints(const Goal& goal, const Scene& scene) {
    std::vector<Checkpoint> moved;
    for (const Checkpoint& checkpoint : goal.checkpoints) {
        moved.push_back({scene.moved(checkpoint.on), checkpoint.value});
    }
    return moved;
}

/// The checkpoint passed last, if `current` is not as far in the direction of the target.
std::optional<Checkpoint> behind(const GoalStatus& goal, Date as_of) {
    std::optional<Checkpoint> passed;
    for (std::size_t i = 1; i + 1 < goal.curve.size() && goal.curve[i].on <= as_of; ++i) {
        passed = goal.curve[i];
    }
    if (!passed || !goal.current) {
        return std::nullopt;
    }
    const bool rises = *goal.terms.target > goal.terms.baseline.value_or(0);
    const bool is_there = rises ? *goal.current >= passed->value : *goal.current <= passed->value;
    return is_there ? std::nullopt : passed;
}

/// When a goal was reached after its due date, or fell back after it was met. Where late results
/// count, the figures are those of the day on which it was reached.
void follow_later_readings(GoalStatus& goal, LateResult late) {
    const Decimal baseline = goal.terms.baseline.value_or(0);
    const auto is_reached = [&](const std::optional<Fraction>& value) {
        return value && progress(baseline, *goal.terms.target, *value) >= 1;
    };
    const bool was_met = is_reached(goal.current);
    std::vector<GoalReading> known = goal.readings;
    for (const GoalReading& reading : goal.later) {
        known.push_back(reading);
        const auto value = combine(known, goal.terms.readings);
        if (was_met && !is_reached(value)) {
            goal.fell_back_on = reading.on;
            return;
        }
        if (!was_met && is_reached(value)) {
            goal.reached_on = reading.on;
            if (late == LateResult::counts) {
                goal.current = value;
                goal.readings = std::move(known);
                goal.read_on = reading.on;
                goal.later.erase(goal.later.begin(),
                                 std::ranges::find_if(goal.later, [&](const auto& each) {
                                     return each.on > reading.on;
                                 }));
            }
            return;
        }
    }
}

void measure_reach(GoalStatus& goal, const Scene& scene) {
    const Decimal baseline = goal.terms.baseline.value_or(0);
    const Decimal target = *goal.terms.target;
    follow_later_readings(goal, scene.settings->policy.late);
    goal.curve = curve_points(baseline, target, goal.window, moved_checkpoints(goal.terms, scene));
    goal.expected_value = expectation(goal.curve, goal.terms.curve, scene.days(), scene.as_of);
    goal.expected = progress(baseline, target, goal.expected_value->value);
    if (!goal.current) {
        return;
    }
    goal.progress = progress(baseline, target, *goal.current);
    if (*goal.expected > 0) {
        goal.ratio = *goal.progress / *goal.expected;
    }
    goal.pace = quotient(*goal.current - baseline, goal.days.elapsed);
    goal.needed = quotient(Fraction(target) - *goal.current, goal.days.remaining);
    if (goal.days.remaining == 0) {
        goal.projected = goal.current;
    } else if (goal.pace) {
        goal.projected = *goal.current + *goal.pace * goal.days.remaining;
    }
    goal.behind_checkpoint = behind(goal, scene.as_of);
}

void measure_periods(GoalStatus& goal, const Scene& scene) {
    goal.periods = judge_periods(goal.terms, goal.window, goal.readings,
                                 {scene.settings, scene.plan, &scene.calendar, scene.timeline,
                                  &scene.review_dates, scene.as_of});
    const GoalPeriods& periods = goal.periods;
    goal.current.reset();
    for (const GoalPeriod& period : periods.each) {
        goal.current = period.value ? period.value : goal.current;
    }
    goal.progress = quotient(periods.held, periods.required);
    goal.expected = quotient(periods.decided, periods.count());
    if (goal.progress && periods.decided > 0) {
        goal.ratio = *goal.progress / *goal.expected;
    }
}

GoalStatus goal_status(const Slug& id, const Goal& terms, const Scene& scene) {
    GoalStatus goal;
    goal.id = id;
    goal.kind = terms.kind();
    goal.terms = terms;
    goal.window = window_of(terms, scene);
    count_days(goal, scene);
    take_readings(goal, scene);
    switch (goal.kind) {
        case GoalKind::reach: measure_reach(goal, scene); break;
        case GoalKind::guardrail:
            if (goal.current) {
                goal.holds = is_within(terms, *goal.current);
            }
            break;
        case GoalKind::periodic: measure_periods(goal, scene); break;
        case GoalKind::deliverable:
            if (const auto done = done_dates(id, *scene.journal, scene.as_of); !done.empty()) {
                goal.done_on = done.front();
                goal.reached_on = *goal.done_on > goal.due() ? goal.done_on : std::nullopt;
            }
            goal.progress = goal.done_on && (!goal.reached_on ||
                                             scene.settings->policy.late == LateResult::counts)
                                ? 1
                                : 0;
            break;
    }
    goal.verdict = verdict_of(goal, scene.settings->policy, scene.as_of);
    return goal;
}

}  // namespace

int GoalStatus::places() const {
    constexpr int more = 2;
    int places = 0;
    for (const auto& value : {terms.baseline, terms.target}) {
        places = std::max(places, value.value_or(0).scale());
    }
    for (const auto* limit : {&terms.at_most, &terms.at_least}) {
        for (const Decimal figure : limit->figures) {
            places = std::max(places, figure.scale());
        }
    }
    for (const auto* some : {&readings, &later}) {
        for (const GoalReading& reading : *some) {
            places = std::max(places, reading.value.scale());
        }
    }
    return std::min(places + more, Decimal::max_scale);
}

std::string GoalStatus::current_in_words() const {
    return current ? in_words(*current) : "no reading";
}

std::string GoalStatus::period_in_words(Date as_of) const {
    const GoalPeriod* period = periods.current(as_of);
    if (period == nullptr) {
        return {};
    }
    const std::string of =
        fmt::format("{}{}", terms.at_most ? "at most " : "", figure(period->target, places()));
    const std::optional<std::string>& noun = terms.unit ? terms.unit : terms.metric;
    const bool is_sum = terms.readings == Combine::sum;
    const std::string value = period->value ? figure(*period->value, places())
                              : is_sum      ? "0"
                                            : "no reading";
    return fmt::format("{} of {} {}, {} left", value, amount(of, noun),
                       evaluate::current_in_words(*terms.every),
                       counted(period->left, DayCount::workdays));
}

std::string GoalStatus::in_words(const Fraction& value) const {
    const auto typed =
        terms.readings == Combine::mean ? std::nullopt : rounded(value, Decimal::max_scale);
    return amount(typed ? grouped(*typed) : figure(value, places()), terms.unit);
}

std::vector<GoalStatus> goal_statuses(const Settings& settings, const Plan& plan,
                                      const Timeline& timeline, const Journal& journal,
                                      Date as_of) {
    Scene scene{&settings, &plan, &timeline, &journal, as_of, settings.workdays(), {}};
    if (plan.reviews) {
        scene.review_dates = review_dates(settings, scene.calendar, *plan.reviews, timeline, as_of);
    }
    std::vector<GoalStatus> statuses;
    statuses.reserve(plan.goals.size());
    for (const auto& [id, goal] : plan.goals) {
        statuses.push_back(goal_status(id, goal, scene));
    }
    return statuses;
}

Verdict verdict_of_ratio(const Fraction& ratio, const Policy& policy) {
    const Fraction percent = ratio * 100;
    if (percent >= policy.on_track) {
        return Verdict::on_track;
    }
    return percent >= policy.at_risk ? Verdict::at_risk : Verdict::off_track;
}

namespace {

bool is_met(const GoalStatus& goal) {
    return goal.progress && *goal.progress >= 1;
}

Verdict verdict_of_pace(const GoalStatus& goal, const Policy& policy) {
    if (goal.ratio) {
        return verdict_of_ratio(*goal.ratio, policy);
    }
    const bool is_behind = goal.progress && goal.expected && *goal.progress < *goal.expected;
    return is_behind ? Verdict::off_track : Verdict::on_track;
}

/// Met in as many periods as it takes; what must stay at most so much, once the last one is over.
/// Missed as soon as too few are left.
Verdict verdict_of_periods(const GoalStatus& goal, const Policy& policy, Date as_of) {
    const GoalPeriods& periods = goal.periods;
    if (periods.each.empty()) {
        return Verdict::early;
    }
    const bool is_over = as_of > periods.each.back().days.last;
    if (periods.held >= periods.required && (is_over || !goal.terms.at_most)) {
        return Verdict::met;
    }
    if (periods.held + periods.count() - periods.decided < periods.required) {
        return Verdict::missed;
    }
    if (periods.decided == 0) {
        return Verdict::early;
    }
    if (!goal.current) {
        return Verdict::no_data;
    }
    return goal.fresh && goal.fresh->is_stale() ? Verdict::stale
                                                : verdict_of_ratio(*goal.ratio, policy);
}

}  // namespace

Verdict verdict_of(const GoalStatus& goal, const Policy& policy, Date as_of) {
    if (goal.kind == GoalKind::periodic) {
        return verdict_of_periods(goal, policy, as_of);
    }
    const bool within_grace = goal.share * 100 <= policy.grace;
    if (is_met(goal)) {
        return Verdict::met;
    }
    if (goal.holds) {
        return *goal.holds ? Verdict::held : Verdict::breached;
    }
    if (goal.is_scored() && as_of > goal.due()) {
        return Verdict::missed;
    }
    if (goal.kind != GoalKind::deliverable && !goal.current) {
        return within_grace ? Verdict::early : Verdict::no_data;
    }
    if (goal.fresh && goal.fresh->is_stale()) {
        return Verdict::stale;
    }
    return within_grace ? Verdict::early : verdict_of_pace(goal, policy);
}

std::vector<Checkpoint> curve_points(Decimal baseline, Decimal target, Window window,
                                     const std::vector<Checkpoint>& checkpoints) {
    std::vector<Checkpoint> points{{window.first - 1, baseline}};
    for (const Checkpoint& checkpoint : checkpoints) {
        if (window.contains(checkpoint.on) && checkpoint.on != window.last) {
            points.push_back(checkpoint);
        }
    }
    points.push_back({window.last, target});
    return points;
}

Expectation expectation(const std::vector<Checkpoint>& points, Curve curve, const DayCounter& days,
                        Date as_of) {
    const auto next = std::find_if(points.begin() + 1, points.end(),
                                   [&](const Checkpoint& point) { return as_of < point.on; });
    const Checkpoint from = *(next - 1);
    if (next == points.end()) {
        return {from, from, 0, 0, from.value};
    }
    Expectation expected{from, *next, days.count({from.on + 1, as_of}),
                         days.count({from.on + 1, next->on}), from.value};
    if (curve == Curve::linear && expected.total > 0) {
        const Fraction rise = Fraction(next->value) - from.value;
        expected.value = from.value + rise * expected.elapsed / expected.total;
    }
    return expected;
}

}  // namespace perfplan::evaluate
