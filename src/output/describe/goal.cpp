#include "output/describe/goal.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

/// "at least 4 meetings a week in 10 of 12", "at most 2 a month"
std::string periodic_target(const GoalStatus& goal) {
    const Goal& terms = goal.terms;
    std::vector<std::string> figures;
    for (const Decimal figure : (terms.at_most ? terms.at_most : terms.at_least).figures) {
        figures.push_back(grouped(figure));
    }
    const std::string each =
        fmt::format("at {} {} {}", terms.at_most ? "most" : "least",
                    amount(fmt::format("{}", fmt::join(figures, ", then ")), terms.unit),
                    per_period(*terms.every));
    return goal.periods.required == goal.periods.count()
               ? each
               : fmt::format("{} in {} of {}", each, goal.periods.required, goal.periods.count());
}

}  // namespace

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
        case GoalKind::periodic: return periodic_target(goal);
    }
    return {};
}

std::string goal_standing(const GoalStatus& goal, Date as_of) {
    if (goal.kind == GoalKind::periodic) {
        return periods_in_words(goal);
    }
    const std::string now = goal.kind != GoalKind::deliverable ? goal.current_in_words()
                            : goal.done_on                     ? "done " + day(goal.done_on, as_of)
                                                               : "open";
    const std::string later = later_in_words(goal, as_of);
    return later.empty() ? now : fmt::format("{} ({})", now, later);
}

std::string periods_in_words(const GoalStatus& goal) {
    if (goal.periods.decided == 0) {
        return "none decided";
    }
    return fmt::format("held in {} of {}", goal.periods.held,
                       counted_periods(goal.periods.decided, *goal.terms.every));
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
