#include "evaluate/plan/outcome.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/portfolio/trigger.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

bool is_outcome(Decision decision) {
    return decision == Decision::met || decision == Decision::not_met ||
           decision == Decision::withdraw;
}

std::optional<Outcome> outcome_of(const Journal& journal, Date as_of) {
    for (const JournalEntry& entry : journal) {
        const Record& record = entry.record;
        if (record.kind == RecordKind::review && record.decision && is_outcome(*record.decision) &&
            record.date <= as_of) {
            return Outcome{*record.decision, record.date,   record.recorded,
                           record.by,        record.reason, record.override_reason};
        }
    }
    return std::nullopt;
}

std::optional<Window> monitored_days(const Policy& policy, const Outcome& outcome) {
    if (outcome.result != Decision::met || policy.monitor_days < 1) {
        return std::nullopt;
    }
    return Window{outcome.on + 1, outcome.on + policy.monitor_days};
}

namespace {

struct Relapse {
    Date on;
    std::string why;
};

/// What a reading is of the target, as a fraction; nothing where that says nothing.
std::optional<Fraction> attainment_of(const Goal& goal, Decimal value) {
    if (!goal.target || *goal.target <= 0) {
        return std::nullopt;
    }
    if (*goal.target > goal.baseline.value_or(0)) {
        return quotient(Fraction(value), Fraction(*goal.target));
    }
    return value <= 0 ? Fraction(1) : quotient(Fraction(*goal.target), Fraction(value));
}

std::string describe(const Slug& goal, const std::vector<Fraction>& last, const Trigger& rule) {
    std::vector<std::string> shares;
    for (const Fraction& share : last) {
        shares.push_back(percent(share, {line_of(rule)}));
    }
    const std::string readings =
        last.size() == 1 ? "the last reading" : fmt::format("the last {} readings", last.size());
    return fmt::format("{} is at {} of its target: below {} {} {}", goal.str(), listing(shares),
                       percent(line_of(rule)),
                       rule.over_last     ? "over"
                       : last.size() == 1 ? "in"
                                          : "in each of",
                       readings);
}

Fraction mean_of(const std::vector<Fraction>& shares) {
    Fraction sum;
    for (const Fraction& share : shares) {
        sum = sum + share;
    }
    return sum / static_cast<int>(shares.size());
}

std::optional<Relapse> relapse_by(const Slug& id, const Goal& goal, const Trigger& rule,
                                  const std::vector<GoalReading>& readings) {
    const std::size_t n = periods_asked_for(rule);
    std::vector<Fraction> last;
    for (const GoalReading& reading : readings) {
        const auto share = attainment_of(goal, reading.value);
        if (!share) {
            continue;
        }
        last.push_back(*share);
        if (last.size() > n) {
            last.erase(last.begin());
        }
        if (last.size() == n && fires(rule, last, mean_of(last))) {
            return Relapse{reading.on, describe(id, last, rule)};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Monitoring> monitoring(const Policy& policy, const Plan& terms,
                                     const Outcome& outcome, const Journal& journal, Date as_of) {
    const auto days = monitored_days(policy, outcome);
    if (!days) {
        return std::nullopt;
    }
    Monitoring found{*days, std::nullopt, ""};
    for (const auto& [id, goal] : terms.goals) {
        if (goal.readings == Combine::sum) {
            continue;
        }
        std::vector<GoalReading> after =
            readings_of(id, goal.readings, journal, std::min(as_of, days->last));
        std::erase_if(after, [&](const GoalReading& reading) { return reading.on < days->first; });
        for (const Trigger& rule : policy.trigger) {
            auto relapse = relapse_by(id, goal, rule, after);
            if (relapse && (!found.relapsed_on || relapse->on < *found.relapsed_on)) {
                found.relapsed_on = relapse->on;
                found.why = std::move(relapse->why);
            }
        }
    }
    return found;
}

}  // namespace perfplan::evaluate
