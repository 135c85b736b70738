#include <perfplan/evaluate/words.hpp>

#include "plan_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

void add_reviews(std::vector<NextStep>& steps, const ReviewStatus& reviews) {
    if (reviews.overdue_since) {
        steps.push_back({*reviews.overdue_since, "review, overdue"});
    }
    if (reviews.next) {
        steps.push_back({*reviews.next, "review"});
    }
}

/// The next checkpoint of a goal, and its due date.
void add_goal(std::vector<NextStep>& steps, const GoalStatus& goal, Date today) {
    if (goal.kind == GoalKind::guardrail || goal.verdict == Verdict::met) {
        return;
    }
    const std::string& id = goal.id.str();
    if (goal.kind == GoalKind::deliverable) {
        steps.push_back(
            {goal.due(), fmt::format("{} to be done{}", id, goal.due() < today ? ", late" : "")});
        return;
    }
    for (std::size_t i = 1; i + 1 < goal.curve.size(); ++i) {
        const auto& [on, value] = goal.curve[i];
        if (on >= today) {
            steps.push_back(
                {on, fmt::format("{} to be at {}", id, amount(value, goal.terms.unit))});
            break;
        }
    }
    if (goal.due() >= today) {
        steps.push_back({goal.due(), fmt::format("{} to reach {}", id,
                                                 amount(*goal.terms.target, goal.terms.unit))});
    }
}

void add_development(std::vector<NextStep>& steps, const PlanStatus& plan) {
    for (const ActivityStatus& activity : plan.activities) {
        if (activity.due && activity.verdict != ActivityVerdict::done) {
            steps.push_back({*activity.due, fmt::format("{}: {}{}", activity.owner, activity.title,
                                                        activity.late_days > 0 ? ", late" : "")});
        }
    }
    for (const SkillStatus& skill : plan.skills) {
        if (skill.by && skill.verdict != SkillVerdict::closed) {
            steps.push_back(
                {*skill.by, fmt::format("{} to be at level {}{}", skill.id.str(), skill.required,
                                        *skill.by < plan.figures_on ? ", late" : "")});
        }
    }
}

/// "Mia Chen: Send the template (follow-up 89s389kg)"
void add_follow_ups(std::vector<NextStep>& steps, const PlanStatus& plan) {
    for (const FollowUpStatus& follow_up : plan.follow_ups) {
        steps.push_back({follow_up.by,
                         fmt::format("{}{} (follow-up {}){}",
                                     follow_up.owner ? *follow_up.owner + ": " : "", follow_up.what,
                                     follow_up.id.str(), follow_up.late_days > 0 ? ", late" : "")});
    }
}

}  // namespace

std::vector<NextStep> next_steps(const PlanStatus& plan) {
    if (plan.outcome) {
        return {};
    }
    std::vector<NextStep> steps;
    add_reviews(steps, plan.reviews);
    for (const GoalStatus& goal : plan.goals) {
        add_goal(steps, goal, plan.figures_on);
    }
    add_development(steps, plan);
    add_follow_ups(steps, plan);
    if (plan.timeline.ends >= plan.figures_on) {
        steps.push_back({plan.timeline.ends, "the plan ends"});
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const NextStep& a, const NextStep& b) { return a.on < b.on; });
    return steps;
}

}  // namespace perfplan
