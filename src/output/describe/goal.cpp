#include "output/describe/goal.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

namespace perfplan::output {

std::string goal_target(const GoalStatus& goal) {
    const Goal& terms = goal.terms;
    switch (goal.kind) {
        case GoalKind::reach: return amount(*terms.target, terms.unit);
        case GoalKind::guardrail:
            if (terms.at_most && terms.at_least) {
                return fmt::format("{} to {}", grouped(*terms.at_least),
                                   amount(*terms.at_most, terms.unit));
            }
            return terms.at_most ? "at most " + amount(*terms.at_most, terms.unit)
                                 : "at least " + amount(terms.at_least.value_or(0), terms.unit);
        case GoalKind::deliverable: return "done";
    }
    return {};
}

std::string goal_standing(const GoalStatus& goal, Date as_of) {
    if (goal.kind == GoalKind::deliverable) {
        return goal.done_on ? "done " + day(goal.done_on, as_of) : "open";
    }
    return goal.current_in_words();
}

std::string outcome_in_words(Decision outcome) {
    switch (outcome) {
        case Decision::withdraw: return "withdrawn";
        case Decision::not_met: return "not met";
        default: return std::string(to_string(outcome));
    }
}

std::string skill_verdict_in_words(SkillVerdict verdict) {
    return verdict == SkillVerdict::closed ? "reached" : std::string(to_string(verdict));
}

std::string ramp_in_words(const Shortfall& shortfall) {
    if (shortfall.ramp.empty() ||
        (shortfall.ramp.size() == 1 && shortfall.ramp.front() == Decimal(100))) {
        return {};
    }
    std::vector<std::string> figures;
    for (const Decimal figure : shortfall.ramp) {
        figures.push_back(grouped(figure));
    }
    return fmt::format("{}% ramp", fmt::join(figures, ", "));
}

}  // namespace perfplan::output
