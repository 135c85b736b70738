#include "evaluate/plan/score.hpp"

#include <algorithm>

namespace perfplan::evaluate {

namespace {

/// sum(weight * value(goal)) / sum(weight) over the scored goals.
template <class Value>
std::optional<Fraction> weighted_mean(const std::vector<GoalStatus>& goals, const Value& value) {
    const std::vector<Fraction> weights = weights_of(goals);
    Fraction sum;
    Fraction total;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        if (goals[i].is_scored()) {
            sum = sum + weights[i] * value(goals[i]);
            total = total + weights[i];
        }
    }
    return quotient(sum, total);
}

bool is_anything_known(const std::vector<GoalStatus>& goals) {
    return std::any_of(goals.begin(), goals.end(), [](const GoalStatus& goal) {
        return goal.is_scored() && (goal.current || goal.done_on);
    });
}

Fraction clamped(const Fraction& value) {
    return std::clamp(value, Fraction(0), Fraction(1));
}

bool is_reached(const GoalStatus& goal) {
    return goal.verdict == Verdict::met || goal.verdict == Verdict::held;
}

}  // namespace

std::vector<Fraction> weights_of(const std::vector<GoalStatus>& goals) {
    Fraction sum;
    int given = 0;
    for (const GoalStatus& goal : goals) {
        if (goal.is_scored() && goal.terms.weight) {
            sum = sum + *goal.terms.weight;
            ++given;
        }
    }
    const Fraction mean = quotient(sum, given).value_or(1);
    std::vector<Fraction> weights;
    weights.reserve(goals.size());
    for (const GoalStatus& goal : goals) {
        weights.push_back(goal.terms.weight ? Fraction(*goal.terms.weight) : mean);
    }
    return weights;
}

Fraction counted_progress(const GoalStatus& goal, OverAttainment over_attainment) {
    const Fraction progress = goal.progress.value_or(0);
    return over_attainment == OverAttainment::counted ? std::max(progress, Fraction(0))
                                                      : clamped(progress);
}

Fraction counted_expectation(const GoalStatus& goal, Date as_of) {
    return goal.kind == GoalKind::deliverable ? Fraction(as_of > goal.due() ? 1 : 0)
                                              : clamped(goal.expected.value_or(0));
}

std::optional<Fraction> score(const std::vector<GoalStatus>& goals,
                              OverAttainment over_attainment) {
    if (!is_anything_known(goals)) {
        return std::nullopt;
    }
    return weighted_mean(
        goals, [&](const GoalStatus& goal) { return counted_progress(goal, over_attainment); });
}

std::optional<Fraction> expected_score(const std::vector<GoalStatus>& goals, Date as_of) {
    if (!is_anything_known(goals)) {
        return std::nullopt;
    }
    return weighted_mean(goals,
                         [&](const GoalStatus& goal) { return counted_expectation(goal, as_of); });
}

bool success_holds(const Plan& plan, const std::vector<GoalStatus>& goals,
                   const std::optional<Fraction>& score, Date last_day, Date as_of) {
    const bool guardrails_hold =
        std::all_of(goals.begin(), goals.end(),
                    [](const GoalStatus& goal) { return goal.is_scored() || is_reached(goal); });
    const bool nothing_to_reach = std::none_of(
        goals.begin(), goals.end(), [](const GoalStatus& goal) { return goal.is_scored(); });
    if (goals.empty() || !guardrails_hold || (nothing_to_reach && as_of < last_day)) {
        return false;
    }
    if (plan.success && plan.success->score) {
        return score && *score * 100 >= *plan.success->score;
    }
    return std::all_of(goals.begin(), goals.end(), is_reached);
}

}  // namespace perfplan::evaluate
