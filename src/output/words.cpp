#include "words.hpp"

#include <perfplan/base/text.hpp>

#include <fmt/format.h>

namespace perfplan {

std::string percent(const std::optional<Decimal>& fraction) {
    if (!fraction) {
        return "-";
    }
    return fmt::format("{} %", grouped(round(multiply(*fraction, 100).value_or(0), 0)));
}

std::string day(const std::optional<Date>& date, Date as_of) {
    return date ? short_form(*date, as_of) : "-";
}

std::string amount(Decimal value, const std::optional<std::string>& unit) {
    return unit ? fmt::format("{} {}", grouped(value), visible(*unit)) : grouped(value);
}

std::string goal_terms(const GoalStatus& goal, Date as_of) {
    const Goal& terms = goal.terms;
    switch (goal.kind) {
        case GoalKind::reach:
            return fmt::format("{} to {} by {}", grouped(terms.baseline.value_or(0)),
                               amount(*terms.target, terms.unit), day(goal.due, as_of));
        case GoalKind::guardrail:
            if (terms.at_most && terms.at_least) {
                return fmt::format("{} to {}", grouped(*terms.at_least),
                                   amount(*terms.at_most, terms.unit));
            }
            return terms.at_most ? "at most " + amount(*terms.at_most, terms.unit)
                                 : "at least " + amount(terms.at_least.value_or(0), terms.unit);
        case GoalKind::deliverable: return "by " + day(goal.due, as_of);
    }
    return {};
}

std::string goal_standing(const GoalStatus& goal, Date as_of) {
    if (goal.kind == GoalKind::deliverable) {
        return goal.done_on ? "done " + day(goal.done_on, as_of) : "open";
    }
    if (!goal.current) {
        return "no reading";
    }
    return amount(*goal.current, goal.terms.unit);
}

std::string counted(int days, DayCount basis) {
    return count(static_cast<std::size_t>(std::max(days, 0)),
                 basis == DayCount::workdays ? "workday" : "day");
}

}  // namespace perfplan
