#include "effect_rules.hpp"

#include <optional>

namespace perfplan::effects {

namespace {

const Goal& goal_before(const Both& both) {
    return *find(both.before.goals, both.id);
}

const Goal& goal_after(const Both& both) {
    return *find(both.after.goals, both.id);
}

enum class Direction { up, down, none };

Direction direction(const Goal& goal) {
    if (!goal.target) {
        return Direction::none;
    }
    return *goal.target > goal.baseline.value_or(0) ? Direction::up : Direction::down;
}

/// A figure on the way from baseline to target: all of them ask for less the nearer they are to
/// where bad results lie, and for nothing comparable if the direction turns.
Effect figure_on_the_way(const Both& both, const std::optional<Decimal>& before,
                         const std::optional<Decimal>& after) {
    const Direction way = direction(goal_before(both));
    if (way == Direction::none || way != direction(goal_after(both)) || !before || !after) {
        return Effect::harder;
    }
    return way == Direction::up ? easier_if_less(*before, *after) : easier_if_more(*before, *after);
}

std::optional<Decimal> checkpoint_of(const Goal& goal, std::string_view date) {
    for (const Checkpoint& checkpoint : goal.checkpoints) {
        if (to_string(checkpoint.on) == date) {
            return checkpoint.value;
        }
    }
    return std::nullopt;
}

/// A limit that goes is easier, if the goal stays a guardrail.
Effect limit(const std::optional<Decimal>& before, const std::optional<Decimal>& after,
             const Goal& goal, Effect (*compare)(const Decimal&, const Decimal&)) {
    if (before && after) {
        return compare(*before, *after);
    }
    return after || goal.kind() != GoalKind::guardrail ? Effect::harder : Effect::easier;
}

}  // namespace

/// A new goal is one more to meet. One that goes is one less, unless the others then make up more
/// of a score that is needed.
Effect whole_goal(const Both& both) {
    const Goal* dropped = find(both.before.goals, both.id);
    const bool is_added = dropped == nullptr;
    const bool was_in_the_score = !is_added && dropped->kind() != GoalKind::guardrail;
    return is_added || (was_in_the_score && weights_decide(both)) ? Effect::harder : Effect::easier;
}

Effect target(const Both& both) {
    return figure_on_the_way(both, goal_before(both).target, goal_after(both).target);
}

Effect baseline(const Both& both) {
    return figure_on_the_way(both, goal_before(both).baseline.value_or(0),
                             goal_after(both).baseline.value_or(0));
}

Effect checkpoint(const Both& both) {
    return figure_on_the_way(both, checkpoint_of(goal_before(both), both.key),
                             checkpoint_of(goal_after(both), both.key));
}

Effect at_most(const Both& both) {
    return limit(goal_before(both).at_most, goal_after(both).at_most, goal_after(both),
                 easier_if_more<Decimal>);
}

Effect at_least(const Both& both) {
    return limit(goal_before(both).at_least, goal_after(both).at_least, goal_after(both),
                 easier_if_less<Decimal>);
}

Effect deliver(const Both& both) {
    const auto before = goal_before(both).deliver;
    const auto after = goal_after(both).deliver;
    return before && after ? easier_if_more(*before, *after) : Effect::harder;
}

Effect due(const Both& both) {
    return easier_if_more(goal_before(both).due.value_or(both.before.ends),
                          goal_after(both).due.value_or(both.after.ends));
}

Effect goal_starts(const Both& both) {
    const bool is_same = goal_before(both).starts.value_or(both.before.starts) ==
                         goal_after(both).starts.value_or(both.after.starts);
    return is_same ? Effect::neutral : Effect::harder;
}

Effect weight(const Both& both) {
    return weights_decide(both) ? Effect::harder : Effect::neutral;
}

}  // namespace perfplan::effects
