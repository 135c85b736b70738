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
    const std::string now = goal.kind != GoalKind::deliverable ? goal.current_in_words()
                            : goal.done_on                     ? "done " + day(goal.done_on, as_of)
                                                               : "open";
    const std::string later = later_in_words(goal, as_of);
    return later.empty() ? now : fmt::format("{} ({})", now, later);
}

std::string later_in_words(const GoalStatus& goal, Date as_of) {
    if (goal.fell_back_on) {
        return fmt::format("fell back on {}", day(goal.fell_back_on, as_of));
    }
    if (!goal.reached_on) {
        return {};
    }
    const std::string late = counted(goal.late_days(), DayCount::calendar) + " late";
    return goal.kind == GoalKind::deliverable || goal.verdict == Verdict::met
               ? late
               : fmt::format("reached on {}, {}", day(goal.reached_on, as_of), late);
}

std::string outcome_in_words(Decision outcome) {
    switch (outcome) {
        case Decision::withdraw: return "withdrawn";
        case Decision::not_met: return "not met";
        default: return std::string(to_string(outcome));
    }
}

std::string skill_verdict_in_words(const SkillStatus& skill) {
    if (skill.verdict != SkillVerdict::closed) {
        return std::string(to_string(skill.verdict));
    }
    return skill.late_days > 0
               ? fmt::format("reached, {} late", counted(skill.late_days, DayCount::calendar))
               : "reached";
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
