#include "evaluate/plan/verdict_reasons.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/plan/plan_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

namespace {

struct Reason {
    Verdict weighs;  ///< how grave it is
    std::string text;
};

/// What the goal is about: its metric, unless another goal of the plan has the same.
std::string subject_of(const GoalStatus& goal, const PlanStatus& plan) {
    const auto namesakes = std::count_if(
        plan.goals.begin(), plan.goals.end(),
        [&](const GoalStatus& other) { return other.terms.metric == goal.terms.metric; });
    return goal.terms.metric && namesakes == 1 ? *goal.terms.metric : goal.id.str();
}

bool rises(const GoalStatus& goal) {
    return *goal.terms.target > goal.terms.baseline.value_or(0);
}

/// Whether a daily figure would be a part of one thing that is counted.
bool is_small_count(const GoalStatus& goal) {
    const auto whole = rounded(*goal.current, 0);
    return goal.terms.unit != "%" && magnitude(*goal.needed) < 1 && whole &&
           Fraction(*whole) == *goal.current && goal.terms.target->scale() == 0 &&
           goal.terms.baseline.value_or(0).scale() == 0;
}

/// "it needs 3 more in 28 workdays, it made 2 in 36"; for a figure that is to fall: "it must fall
/// by 3 in 28 workdays, it fell by 2 in 36"
std::string count_in_words(const GoalStatus& goal, DayCount basis) {
    const auto size = [](const Fraction& value) { return figure(magnitude(value), 0); };
    const std::string left = size(*goal.current - *goal.terms.target);
    const Fraction made = *goal.current - goal.terms.baseline.value_or(0);
    const bool moved_right = (made < 0) != rises(goal);
    const std::string before = fmt::format("{} in {}", size(made), goal.days.elapsed);
    const std::string days = counted(goal.days.remaining, basis);
    return rises(goal)
               ? fmt::format("it needs {} more in {}, it {}", amount(left, goal.terms.unit), days,
                             made.is_zero() ? "made none"
                             : moved_right  ? "made " + before
                                            : "lost " + before)
               : fmt::format("it must fall by {} in {}, it {}", amount(left, goal.terms.unit), days,
                             made.is_zero() ? "did not"
                             : moved_right  ? "fell by " + before
                                            : "rose by " + before);
}

/// "it needs 10,217 USD a workday, it made 4,000"; for a figure that is to fall: "it must fall by
/// 0.4 a workday, it fell by 0.1".
std::string pace_in_words(const GoalStatus& goal, DayCount basis) {
    const auto size = [&](const Fraction& value) {
        return figure(magnitude(value), goal.places());
    };
    if (!goal.needed) {
        return fmt::format("no {} is left", basis == DayCount::workdays ? "workday" : "day");
    }
    if (is_small_count(goal)) {
        return count_in_words(goal, basis);
    }
    const std::string needed = amount(size(*goal.needed), goal.terms.unit);
    const bool moved_right = goal.pace && (*goal.pace < 0) != rises(goal);
    if (rises(goal)) {
        return fmt::format("it needs {} {}, it {}", needed, per_day(basis),
                           !goal.pace || goal.pace->is_zero() ? "made none"
                           : moved_right                      ? "made " + size(*goal.pace)
                                                              : "lost " + size(*goal.pace));
    }
    return fmt::format("it must fall by {} {}, it {}", needed, per_day(basis),
                       !goal.pace || goal.pace->is_zero() ? "did not"
                       : moved_right                      ? "fell by " + size(*goal.pace)
                                                          : "rose by " + size(*goal.pace));
}

/// "; the checkpoint of Oct 31, 400,000 USD, was not reached"
std::string checkpoint_in_words(const GoalStatus& goal, Date as_of) {
    if (!goal.behind_checkpoint) {
        return {};
    }
    return fmt::format("; the checkpoint of {}, {}, was not reached",
                       day(goal.behind_checkpoint->on, as_of),
                       amount(goal.behind_checkpoint->value, goal.terms.unit));
}

/// "the weeks of Oct 5 and Oct 12"
std::string weeks_in_words(const GoalStatus& goal, PeriodVerdict verdict, Date as_of) {
    std::vector<std::string> days;
    for (const GoalPeriod& period : goal.periods.each) {
        if (period.verdict == verdict) {
            days.push_back(day(period.days.first, as_of));
        }
    }
    return listing(days);
}

/// "it held in 3 of 5 weeks and must in 10 of 12; missed: Oct 5 and Oct 12"
std::string periods_in_words(const GoalStatus& goal, Date as_of) {
    const GoalPeriods& periods = goal.periods;
    std::string words = fmt::format("held in {} of {} so far, {} of {} needed", periods.held,
                                    counted_periods(periods.decided, *goal.terms.every),
                                    periods.required, periods.count());
    for (const PeriodVerdict verdict : {PeriodVerdict::missed, PeriodVerdict::no_data}) {
        const std::string days = weeks_in_words(goal, verdict, as_of);
        if (!days.empty()) {
            words += fmt::format("; {}: {}",
                                 verdict == PeriodVerdict::missed ? "missed" : "no data", days);
        }
    }
    return words;
}

std::string behind_in_words(const GoalStatus& goal, const std::string& subject,
                            const PlanStatus& plan, const Policy& policy) {
    if (goal.kind == GoalKind::periodic) {
        const std::string now = goal.period_in_words(plan.figures_on);
        return fmt::format("{} {}{}", subject, periods_in_words(goal, plan.figures_on),
                           now.empty() ? "" : "; " + now);
    }
    const DayCount basis = plan.days.basis;
    const std::vector<Fraction> lines{Fraction(policy.on_track) / hundred,
                                      Fraction(policy.at_risk) / hundred};
    const bool is_worse = goal.progress && *goal.progress < 0;
    const std::string where =
        is_worse || !goal.ratio
            ? fmt::format("is at {}, worse than the {} it started from", goal.current_in_words(),
                          grouped(goal.terms.baseline.value_or(0)))
            : fmt::format("is at {} of where it should be today", percent(goal.ratio, lines));
    return fmt::format("{} {}; {}{}", subject, where, pace_in_words(goal, basis),
                       checkpoint_in_words(goal, plan.figures_on));
}

/// "on Nov 20, 10 days late"
std::string late_in_words(const GoalStatus& goal, Date as_of) {
    return fmt::format("on {}, {} late", day(goal.reached_on, as_of),
                       counted(goal.late_days(), DayCount::calendar));
}

std::string missed_in_words(const GoalStatus& goal, const std::string& subject, Date as_of) {
    if (goal.kind == GoalKind::deliverable) {
        return fmt::format(
            "{} was due {} and {}", subject, day(goal.due(), as_of),
            goal.reached_on ? "was done " + late_in_words(goal, as_of) : "is not done");
    }
    if (goal.kind == GoalKind::periodic) {
        return fmt::format("{} can't be met: {}", subject, periods_in_words(goal, as_of));
    }
    std::string reached =
        goal.current
            ? fmt::format("it {} at {}", goal.later.empty() ? "is" : "was", goal.current_in_words())
        : goal.later.empty() ? "there is no reading"
                             : "there was no reading";
    if (goal.reached_on) {
        reached += ", reached " + late_in_words(goal, as_of);
    } else if (goal.latest && !goal.later.empty()) {
        reached +=
            fmt::format(", and {} on {}", goal.in_words(*goal.latest), day(goal.latest_on, as_of));
    }
    return fmt::format("{} missed its target of {} by {}; {}", subject,
                       amount(*goal.terms.target, goal.terms.unit), day(goal.due(), as_of),
                       reached);
}

std::string breach_in_words(const GoalStatus& goal, const std::string& subject) {
    const bool is_above = goal.terms.at_most && *goal.current > *goal.terms.at_most;
    return fmt::format(
        "{} is at {}, {} the agreed {}", subject, goal.current_in_words(),
        is_above ? "above" : "below",
        amount(is_above ? *goal.terms.at_most : goal.terms.at_least.value_or(0), goal.terms.unit));
}

/// "pipeline hangs on two readings of Oct 9 that contradict each other, 280,000 and 300,000 USD"
std::string contradiction_in_words(const GoalStatus& goal, const std::string& subject, Date as_of) {
    const Contradiction& last = goal.contradictions.back();
    return fmt::format("{} hangs on two readings of {} that contradict each other, {} and {}",
                       subject, day(last.on, as_of), grouped(last.one),
                       amount(last.other, goal.terms.unit));
}

std::optional<Reason> reason_of(const GoalStatus& goal, const PlanStatus& plan,
                                const Policy& policy) {
    const std::string subject = subject_of(goal, plan);
    const Date as_of = plan.figures_on;
    switch (goal.verdict) {
        case Verdict::breached: return Reason{Verdict::off_track, breach_in_words(goal, subject)};
        case Verdict::missed:
            return Reason{Verdict::off_track, missed_in_words(goal, subject, as_of)};
        case Verdict::off_track:
        case Verdict::at_risk:
            return Reason{goal.verdict, behind_in_words(goal, subject, plan, policy)};
        case Verdict::no_data:
            return Reason{Verdict::stale, fmt::format("{} has no reading after {}", subject,
                                                      counted(goal.days.elapsed, plan.days.basis))};
        case Verdict::stale:
            return Reason{Verdict::stale,
                          fmt::format("the last reading of {} is of {}, {} old", subject,
                                      day(goal.read_on, as_of),
                                      counted(goal.fresh->age, DayCount::calendar))};
        default: return std::nullopt;
    }
}

void add_late_support(std::vector<Reason>& reasons, const PlanStatus& plan) {
    for (const ActivityStatus* activity : late_support(plan)) {
        reasons.push_back(
            {Verdict::at_risk, fmt::format("{} owes '{}' since {}", activity->owner,
                                           activity->title, day(activity->due, plan.figures_on))});
    }
}

/// "the score is 45% where 47% is expected"
std::string score_in_words(const PlanStatus& plan) {
    return fmt::format("the score is {} where {} is expected", score_percent(plan),
                       percent(plan.expected));
}

std::string success_in_words(const PlanStatus& plan) {
    if (plan.terms.success && plan.terms.success->score) {
        return fmt::format("the score of {} reaches the {} agreed", score_percent(plan),
                           percent(Fraction(*plan.terms.success->score) / 100));
    }
    return "every goal is met";
}

/// What is said where nothing is wrong.
std::string calm_reason(const PlanStatus& plan) {
    if (plan.goals.empty()) {
        return "no goals are agreed yet";
    }
    if (plan.verdict == Verdict::early) {
        return fmt::format("too early to tell: day {} of {}", plan.days.elapsed,
                           counted(plan.days.total, plan.days.basis));
    }
    return score_in_words(plan);
}

}  // namespace

std::vector<std::string> reasons_of(const PlanStatus& plan, const Policy& policy) {
    if (plan.verdict == Verdict::met) {
        return {success_in_words(plan)};
    }
    std::vector<Reason> reasons;
    for (const GoalStatus& goal : plan.goals) {
        if (auto reason = reason_of(goal, plan, policy)) {
            reasons.push_back(*std::move(reason));
        }
        if (!goal.contradictions.empty()) {
            reasons.push_back({Verdict::stale, contradiction_in_words(goal, subject_of(goal, plan),
                                                                      plan.figures_on)});
        }
    }
    const auto of_score = verdict_of_score(plan, policy);
    if (of_score && severity(*of_score) >= severity(Verdict::at_risk)) {
        reasons.push_back({*of_score, score_in_words(plan)});
    }
    if (plan.reviews.overdue_since) {
        reasons.push_back(
            {Verdict::at_risk, fmt::format("the review of {} is overdue",
                                           day(plan.reviews.overdue_since, plan.figures_on))});
    }
    add_late_support(reasons, plan);
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
        return severity(a.weighs) > severity(b.weighs);
    });
    std::vector<std::string> texts;
    for (Reason& reason : reasons) {
        texts.push_back(std::move(reason.text));
    }
    if (texts.empty()) {
        texts.push_back(calm_reason(plan));
    }
    return texts;
}

}  // namespace perfplan::evaluate
