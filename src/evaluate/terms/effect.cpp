#include "evaluate/terms/effect.hpp"

#include "evaluate/plan/development.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace perfplan::evaluate {

namespace {

using namespace effects;

struct Rule {
    std::string_view field;  ///< "*" stands for an id or a date
    Effect (*effect)(const Both&);
};

/// Every field that is not listed is harder to change, whatever way: it is what the rep signed.
constexpr std::array rules{
    Rule{"team", neutral},
    Rule{"manager", neutral},
    Rule{"hr", neutral},
    Rule{"ends", ends},
    Rule{"success", success},
    Rule{"success.score", success},
    Rule{"goals.*", whole_goal},
    Rule{"goals.*.baseline", baseline},
    Rule{"goals.*.target", target},
    Rule{"goals.*.at_most", at_most},
    Rule{"goals.*.at_least", at_least},
    Rule{"goals.*.holds_in", holds_in},
    Rule{"goals.*.deliver", deliver},
    Rule{"goals.*.starts", goal_starts},
    Rule{"goals.*.due", due},
    Rule{"goals.*.weight", weight},
    Rule{"goals.*.checkpoints.*", checkpoint},
    Rule{"goals.*.supports", neutral},
    Rule{"goals.*.relevant", neutral},
    Rule{"goals.*.achievable", neutral},
    Rule{"skills.*", whole_skill},
    Rule{"skills.*.required", required_level},
    Rule{"skills.*.by", by_date},
    Rule{"activities.*", whole_activity},
    Rule{"activities.*.owner", owner},
    Rule{"activities.*.due", activity_due},
};

std::vector<std::string_view> steps_of(std::string_view path) {
    std::vector<std::string_view> steps;
    for (;;) {
        const std::size_t dot = path.find('.');
        steps.push_back(path.substr(0, dot));
        if (dot == std::string_view::npos) {
            return steps;
        }
        path.remove_prefix(dot + 1);
    }
}

bool fits(std::string_view pattern, const std::vector<std::string_view>& steps) {
    const std::vector<std::string_view> wanted = steps_of(pattern);
    return std::equal(wanted.begin(), wanted.end(), steps.begin(), steps.end(),
                      [](auto step, auto found) { return step == "*" || step == found; });
}

Effect effect_of(std::string_view field, const Plan& before, const Plan& after) {
    const std::vector<std::string_view> steps = steps_of(field);
    const Both both{before, after, steps.size() > 1 ? steps[1] : "", steps.back()};
    for (const Rule& rule : rules) {
        if (fits(rule.field, steps)) {
            return rule.effect(both);
        }
    }
    return Effect::harder;
}

}  // namespace

std::vector<Change> changes_between(const Plan& before, const Plan& after) {
    std::vector<Change> changes = differences(before, after);
    for (Change& change : changes) {
        change.effect = effect_of(change.field, before, after);
    }
    return changes;
}

bool is_harder(const std::vector<Change>& changes) {
    return std::any_of(changes.begin(), changes.end(),
                       [](const Change& change) { return change.effect == Effect::harder; });
}

}  // namespace perfplan::evaluate

namespace perfplan::evaluate::effects {

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

/// A limit that goes is easier, if the goal stays a guardrail. One that lists figures is easier if
/// no period's is harder.
Effect limit(const Limit& before, const Limit& after, const Goal& goal,
             Effect (*compare)(const Decimal&, const Decimal&)) {
    if (before && after) {
        Effect effect = Effect::neutral;
        for (std::size_t i = 0; i < std::max(before.figures.size(), after.figures.size()); ++i) {
            const Effect of_period = compare(before.in_period(i), after.in_period(i));
            effect = of_period == Effect::harder || effect == Effect::neutral ? of_period : effect;
            if (effect == Effect::harder) {
                break;
            }
        }
        return effect;
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

/// Fewer periods are easier; a number and a share of them can't be compared, but for all of them.
Effect holds_in(const Both& both) {
    const HoldsIn& before = goal_before(both).holds_in;
    const HoldsIn& after = goal_after(both).holds_in;
    return before.kind == after.kind           ? easier_if_less(before.value, after.value)
           : before.kind == HoldsIn::Kind::all ? Effect::easier
                                               : Effect::harder;
}

Effect deliver(const Both& both) {
    const auto before = goal_before(both).deliver;
    const auto after = goal_after(both).deliver;
    return before && after ? easier_if_more(*before, *after) : Effect::harder;
}

/// With a later end a goal that must hold in all periods, or a share of them, must hold in more.
bool asks_more_if_longer(const Goal& goal) {
    return goal.every && goal.holds_in.kind != HoldsIn::Kind::number;
}

Effect due(const Both& both) {
    if (asks_more_if_longer(goal_after(both)) &&
        goal_after(both).due.value_or(both.after.ends) !=
            goal_before(both).due.value_or(both.before.ends)) {
        return Effect::harder;
    }
    return easier_if_more(goal_before(both).due.value_or(both.before.ends),
                          goal_after(both).due.value_or(both.after.ends));
}

Effect goal_starts(const Both& both) {
    const bool is_same = goal_before(both).starts.value_or(both.before.starts) ==
                         goal_after(both).starts.value_or(both.after.starts);
    return is_same ? Effect::neutral : Effect::harder;
}

/// Verdicts follow the weighted score whatever the success rule says. Only where there is one
/// scored goal does its weight decide nothing.
Effect weight(const Both& both) {
    const auto is_scored = [](const auto& goal) {
        return goal.second.kind() != GoalKind::guardrail;
    };
    const bool is_alone = std::ranges::count_if(both.after.goals, is_scored) < 2 &&
                          std::ranges::count_if(both.before.goals, is_scored) < 2;
    return is_alone ? Effect::neutral : Effect::harder;
}

}  // namespace perfplan::evaluate::effects

namespace perfplan::evaluate::effects {

namespace {

Effect opposite(Effect effect) {
    return effect == Effect::easier   ? Effect::harder
           : effect == Effect::harder ? Effect::easier
                                      : Effect::neutral;
}

/// Percent of the score that is needed; that all goals be met asks for at least as much as 100%.
std::optional<Decimal> needed_score(const Plan& plan) {
    return plan.success ? plan.success->score : std::nullopt;
}

}  // namespace

Effect neutral(const Both& /*both*/) {
    return Effect::neutral;
}

Effect ends(const Both& both) {
    const bool asks_more = std::ranges::any_of(both.after.goals, [](const auto& goal) {
        return !goal.second.due && asks_more_if_longer(goal.second);
    });
    if (asks_more && both.before.ends != both.after.ends) {
        return Effect::harder;
    }
    return easier_if_more(both.before.ends, both.after.ends);
}

Effect success(const Both& both) {
    const auto before = needed_score(both.before);
    const auto after = needed_score(both.after);
    if (before && after) {
        return easier_if_less(*before, *after);
    }
    if (!before && !after) {
        return Effect::neutral;
    }
    return after && *after <= Decimal(100) ? Effect::easier : Effect::harder;
}

bool weights_decide(const Both& both) {
    return needed_score(both.before) || needed_score(both.after);
}

Effect whole_skill(const Both& both) {
    return find(both.before.skills, both.id) == nullptr ? Effect::harder : Effect::easier;
}

Effect required_level(const Both& both) {
    return easier_if_less(find(both.before.skills, both.id)->required,
                          find(both.after.skills, both.id)->required);
}

/// Without a date a skill is never late.
Effect by_date(const Both& both) {
    const auto before = find(both.before.skills, both.id)->by;
    const auto after = find(both.after.skills, both.id)->by;
    return before && after ? easier_if_more(*before, *after)
           : after         ? Effect::harder
                           : Effect::easier;
}

/// What the company owes is a help that comes or goes; what the rep owes is work.
Effect whole_activity(const Both& both) {
    const Activity* dropped = find(both.before.activities, both.id);
    const bool is_company =
        dropped != nullptr
            ? owed_by(both.before, dropped->owner) == OwedBy::company
            : owed_by(both.after, find(both.after.activities, both.id)->owner) == OwedBy::company;
    const Effect of_work = dropped == nullptr ? Effect::harder : Effect::easier;
    return is_company ? opposite(of_work) : of_work;
}

Effect owner(const Both& both) {
    const OwedBy before = owed_by(both.before, find(both.before.activities, both.id)->owner);
    const OwedBy after = owed_by(both.after, find(both.after.activities, both.id)->owner);
    return before == after        ? Effect::neutral
           : after == OwedBy::rep ? Effect::harder
                                  : Effect::easier;
}

/// More time for the rep's work is easier, more time for the company's help is harder.
Effect activity_due(const Both& both) {
    const Activity& before = *find(both.before.activities, both.id);
    const Activity& after = *find(both.after.activities, both.id);
    if (owed_by(both.before, before.owner) != owed_by(both.after, after.owner)) {
        return Effect::harder;
    }
    const Effect of_work = before.due && after.due ? easier_if_more(*before.due, *after.due)
                           : after.due             ? Effect::harder
                                                   : Effect::easier;
    return owed_by(both.after, after.owner) == OwedBy::company ? opposite(of_work) : of_work;
}

}  // namespace perfplan::evaluate::effects
