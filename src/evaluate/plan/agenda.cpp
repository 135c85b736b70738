#include "evaluate/plan/agenda.hpp"

#include "evaluate/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace perfplan::evaluate {

namespace {

int days_late(Date on, Date today) {
    return std::max(0, today - on);
}

void add_reviews(std::vector<NextStep>& steps, const PlanStatus& plan) {
    for (const auto& [number, on] : plan.reviews.open) {
        if (on < plan.figures_on && plan.state == State::paused) {
            continue;
        }
        NextStep step{on, StepKind::review};
        step.number = number;
        step.what = "review";
        step.owner = plan.terms.manager;
        step.owed_by = OwedBy::company;
        step.late_days = days_late(on, plan.figures_on);
        steps.push_back(std::move(step));
    }
}

/// Something the rep is to reach.
NextStep for_the_rep(const PlanStatus& plan, StepKind kind, const Slug& id, Date on) {
    NextStep step{on, kind};
    step.id = id.str();
    step.owner = plan.terms.rep;
    step.late_days = days_late(on, plan.figures_on);
    return step;
}

/// The period that runs, until it is decided.
void add_period(std::vector<NextStep>& steps, const PlanStatus& plan, const GoalStatus& goal) {
    const GoalPeriod* period = goal.periods.current(plan.figures_on);
    if (period != nullptr && period->verdict == PeriodVerdict::running) {
        NextStep step = for_the_rep(plan, StepKind::goal, goal.id, period->days.last);
        step.number = static_cast<int>(period - goal.periods.each.data()) + 1;
        step.what = fmt::format("{}: {}", goal.id.str(), goal.period_in_words(plan.figures_on));
        steps.push_back(std::move(step));
    }
}

/// The checkpoints of a goal that are to come, and its due date.
void add_goal(std::vector<NextStep>& steps, const PlanStatus& plan, const GoalStatus& goal) {
    if (goal.kind == GoalKind::guardrail || goal.verdict == Verdict::met) {
        return;
    }
    const std::string& id = goal.id.str();
    if (goal.kind == GoalKind::deliverable) {
        NextStep step = for_the_rep(plan, StepKind::deliverable, goal.id, goal.due());
        step.what = fmt::format("{} to be done", id);
        steps.push_back(std::move(step));
        return;
    }
    if (goal.kind == GoalKind::periodic) {
        add_period(steps, plan, goal);
        return;
    }
    for (std::size_t i = 1; i + 1 < goal.curve.size(); ++i) {
        const auto& [on, value] = goal.curve[i];
        if (on >= plan.figures_on) {
            NextStep step = for_the_rep(plan, StepKind::checkpoint, goal.id, on);
            step.number = static_cast<int>(i);
            step.what = fmt::format("{} to be at {}", id, amount(value, goal.terms.unit));
            steps.push_back(std::move(step));
        }
    }
    if (goal.due() >= plan.figures_on) {
        NextStep step = for_the_rep(plan, StepKind::goal, goal.id, goal.due());
        step.what = fmt::format("{} to reach {}", id, amount(*goal.terms.target, goal.terms.unit));
        steps.push_back(std::move(step));
    }
}

void add_activity(std::vector<NextStep>& steps, const ActivityStatus& activity, Date today) {
    std::vector<Occurrence> open = activity.open;
    if (!activity.every && activity.due && activity.verdict != ActivityVerdict::done) {
        open.push_back({0, *activity.due});
    }
    for (const auto& [number, on] : open) {
        NextStep step{on, StepKind::activity};
        step.id = activity.id.str();
        step.number = number;
        step.what = activity.title;
        step.owner = activity.owner;
        step.owed_by = activity.owed_by;
        step.late_days = days_late(on, today);
        steps.push_back(std::move(step));
    }
}

void add_skill(std::vector<NextStep>& steps, const PlanStatus& plan, const SkillStatus& skill) {
    if (skill.by && skill.verdict != SkillVerdict::closed) {
        NextStep step = for_the_rep(plan, StepKind::skill, skill.id, *skill.by);
        step.what = fmt::format("{} to be at level {}", skill.id.str(), skill.required);
        steps.push_back(std::move(step));
    }
}

void add_follow_up(std::vector<NextStep>& steps, const PlanStatus& plan,
                   const FollowUpStatus& follow_up) {
    NextStep step{follow_up.by, StepKind::follow_up};
    step.id = follow_up.id.str();
    step.what = follow_up.what;
    step.owner = follow_up.owner;
    step.owed_by = owed_by(plan.terms, follow_up.owner);
    step.late_days = follow_up.late_days;
    step.privacy = follow_up.privacy;
    steps.push_back(std::move(step));
}

/// Signatures that the terms wait for: of the plan by its first day, of an amendment since it was
/// made.
void add_signatures(std::vector<NextStep>& steps, const PlanStatus& plan) {
    const TermsStatus& agreed = plan.agreed;
    const bool is_first = !agreed.missing.empty();
    if (!is_first && !agreed.newest_waits) {
        return;
    }
    const Date on =
        is_first ? plan.timeline.starts : agreed.newest_since.value_or(plan.timeline.starts);
    for (const Role role : is_first ? agreed.missing : agreed.newest_missing) {
        NextStep step{on, StepKind::signature};
        step.id = to_string(role);
        step.what =
            fmt::format("sign the {}terms as {}", is_first ? "" : "amended ", to_string(role));
        step.owner = named_for(plan.terms, role);
        step.owed_by = role == Role::rep ? OwedBy::rep : OwedBy::company;
        step.late_days = days_late(on, plan.figures_on);
        steps.push_back(std::move(step));
    }
}

/// The last day, and once it is over the outcome that nobody has decided.
void add_end(std::vector<NextStep>& steps, const PlanStatus& plan) {
    const Date on = plan.timeline.ends;
    NextStep step{on, StepKind::end};
    step.what = on < plan.figures_on ? "the outcome to be decided" : "the plan ends";
    step.owner = plan.terms.manager;
    step.owed_by = OwedBy::company;
    step.late_days = days_late(on, plan.figures_on);
    steps.push_back(std::move(step));
}

}  // namespace

std::vector<NextStep> agenda(const PlanStatus& plan) {
    if (plan.outcome) {
        return {};
    }
    std::vector<NextStep> steps;
    add_reviews(steps, plan);
    for (const GoalStatus& goal : plan.goals) {
        add_goal(steps, plan, goal);
    }
    for (const ActivityStatus& activity : plan.activities) {
        add_activity(steps, activity, plan.figures_on);
    }
    for (const SkillStatus& skill : plan.skills) {
        add_skill(steps, plan, skill);
    }
    for (const FollowUpStatus& follow_up : plan.follow_ups) {
        add_follow_up(steps, plan, follow_up);
    }
    add_signatures(steps, plan);
    add_end(steps, plan);
    std::stable_sort(steps.begin(), steps.end(),
                     [](const NextStep& a, const NextStep& b) { return a.on < b.on; });
    return steps;
}

std::vector<NextStep> next_steps(const std::vector<NextStep>& agenda) {
    std::vector<NextStep> next;
    std::set<std::tuple<StepKind, std::string>> seen;
    for (const NextStep& step : agenda) {
        const bool is_single = step.number == 0 || step.late_days > 0;
        if (is_single || seen.emplace(step.kind, step.id).second) {
            next.push_back(step);
        }
    }
    return next;
}

}  // namespace perfplan::evaluate
