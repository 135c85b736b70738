#include "evaluate/portfolio/achievements.hpp"

#include "evaluate/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

namespace {

/// How many points of its curve after the baseline a goal has reached.
std::size_t points_reached(const GoalStatus& goal) {
    if (!goal.current || goal.curve.size() < 2) {
        return 0;
    }
    const Fraction first(goal.curve.front().value);
    const bool falls = Fraction(goal.curve.back().value) < first;
    std::size_t reached = 0;
    for (std::size_t i = 1; i < goal.curve.size(); ++i) {
        const Fraction value(goal.curve[i].value);
        if (falls ? *goal.current <= value : value <= *goal.current) {
            reached = i;
        }
    }
    return reached;
}

void add_goal_achievement(std::vector<Achievement>& achievements, const GoalStatus* before,
                          const GoalStatus& now) {
    const bool was_met = before != nullptr && before->verdict == Verdict::met;
    if (now.kind == GoalKind::guardrail || was_met) {
        return;
    }
    const std::string& id = now.id.str();
    if (now.kind == GoalKind::deliverable) {
        if (now.verdict == Verdict::met) {
            achievements.push_back({StepKind::deliverable, now.id, fmt::format("{} is done", id)});
        }
        return;
    }
    if (now.kind == GoalKind::periodic) {
        if (now.verdict == Verdict::met) {
            achievements.push_back(
                {StepKind::goal, now.id,
                 fmt::format("{} held in {}", id,
                             counted_periods(now.periods.held, *now.terms.every))});
        }
        return;
    }
    const std::size_t reached = points_reached(now);
    const std::size_t reached_before = before == nullptr ? 0 : points_reached(*before);
    const bool is_met = now.verdict == Verdict::met;
    if (!is_met && reached <= reached_before) {
        return;
    }
    const Checkpoint& point = is_met ? now.curve.back() : now.curve[reached];
    const bool is_checkpoint = !is_met && reached + 1 < now.curve.size();
    std::string what = fmt::format("{} reached {}", id, amount(point.value, now.terms.unit));
    if (is_checkpoint) {
        what += fmt::format(", the checkpoint of {}", day(point.on, now.window.last));
    }
    achievements.push_back(
        {is_checkpoint ? StepKind::checkpoint : StepKind::goal, now.id, std::move(what)});
}

template <class T>
const T* with_id(const std::vector<T>& items, const Slug& id) {
    const auto found =
        std::ranges::find_if(items, [&](const T& candidate) { return candidate.id == id; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Achievement> achievements(const PlanStatus& before, const PlanStatus& now) {
    std::vector<Achievement> achievements;
    for (const GoalStatus& goal : now.goals) {
        add_goal_achievement(achievements, with_id(before.goals, goal.id), goal);
    }
    for (const SkillStatus& skill : now.skills) {
        const SkillStatus* earlier = with_id(before.skills, skill.id);
        if (skill.level > (earlier == nullptr ? skill.start : earlier->level)) {
            achievements.push_back({StepKind::skill, skill.id,
                                    fmt::format("{} rose to level {} of {} required",
                                                skill.id.str(), skill.level, skill.required)});
        }
    }
    return achievements;
}

}  // namespace perfplan::evaluate
