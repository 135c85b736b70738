#include <perfplan/evaluate/goals.hpp>

#include <algorithm>

namespace perfplan {

std::vector<GoalReading> readings_of(const Slug& goal, const Journal& journal, Date as_of) {
    std::vector<GoalReading> readings;
    // the journal is in the order of date and time of writing: the last one for a date is in force
    for (const JournalEntry& entry : journal) {
        if (entry.record.date > as_of) {
            break;
        }
        const Decimal* value = find(entry.record.values, goal.str());
        if (value == nullptr) {
            continue;
        }
        if (!readings.empty() && readings.back().on == entry.record.date) {
            readings.pop_back();
        }
        readings.push_back({entry.record.date, *value, entry.record.by});
    }
    return readings;
}

std::optional<Decimal> combine(const std::vector<GoalReading>& readings, Combine how) {
    if (readings.empty()) {
        return std::nullopt;
    }
    if (how == Combine::latest) {
        return readings.back().value;
    }
    std::optional<Decimal> sum = Decimal(0);
    for (const GoalReading& reading : readings) {
        sum = add(*sum, reading.value);
        if (!sum) {
            return std::nullopt;
        }
    }
    return how == Combine::sum
               ? sum
               : divide(*sum, Decimal(static_cast<int>(readings.size())), Decimal::max_scale);
}

std::optional<Decimal> progress(Decimal baseline, Decimal target, Decimal current) {
    const auto done = subtract(current, baseline);
    const auto whole = subtract(target, baseline);
    return done && whole ? divide(*done, *whole, fraction_places) : std::nullopt;
}

namespace {

std::optional<Date> done_on(const Slug& id, const Journal& journal, Date as_of) {
    for (const JournalEntry& entry : journal) {
        const std::vector<Slug>& done = entry.record.done;
        if (entry.record.date <= as_of && std::find(done.begin(), done.end(), id) != done.end()) {
            return entry.record.date;
        }
    }
    return std::nullopt;
}

bool is_within(const Goal& guardrail, Decimal value) {
    return (!guardrail.at_most || value <= *guardrail.at_most) &&
           (!guardrail.at_least || value >= *guardrail.at_least);
}

GoalStatus goal_status(const Slug& id, const Goal& goal, const Journal& journal, Date plan_ends,
                       Date as_of) {
    GoalStatus status;
    status.id = id;
    status.kind = goal.kind();
    status.terms = goal;
    status.due = goal.deliver ? *goal.deliver : goal.due.value_or(plan_ends);
    status.readings = readings_of(id, journal, as_of);
    status.current = combine(status.readings, goal.readings);
    if (!status.readings.empty()) {
        status.read_on = status.readings.back().on;
    }
    switch (status.kind) {
        case GoalKind::reach:
            if (status.current) {
                status.progress =
                    progress(goal.baseline.value_or(0), *goal.target, *status.current);
            }
            break;
        case GoalKind::guardrail:
            if (status.current) {
                status.holds = is_within(goal, *status.current);
            }
            break;
        case GoalKind::deliverable:
            status.done_on = done_on(id, journal, as_of);
            status.progress = status.done_on ? 1 : 0;
            break;
    }
    return status;
}

/// What a goal without a weight weighs: the mean of the weights given, or 1.
Decimal default_weight(const std::vector<GoalStatus>& goals) {
    std::vector<Weighted> given;
    for (const GoalStatus& goal : goals) {
        if (goal.kind != GoalKind::guardrail && goal.terms.weight) {
            given.push_back({1, *goal.terms.weight});
        }
    }
    return weighted_mean(given, Decimal::max_scale).value_or(1);
}

}  // namespace

std::vector<GoalStatus> goal_statuses(const Plan& plan, const Journal& journal, Date plan_ends,
                                      Date as_of) {
    std::vector<GoalStatus> statuses;
    statuses.reserve(plan.goals.size());
    for (const auto& [id, goal] : plan.goals) {
        statuses.push_back(goal_status(id, goal, journal, plan_ends, as_of));
    }
    return statuses;
}

std::optional<Decimal> score(const std::vector<GoalStatus>& goals, OverAttainment over_attainment) {
    const Decimal default_weight_of_goal = default_weight(goals);
    std::vector<Weighted> items;
    bool is_anything_known = false;
    for (const GoalStatus& goal : goals) {
        if (goal.kind == GoalKind::guardrail) {
            continue;
        }
        is_anything_known = is_anything_known || goal.current || goal.done_on;
        Decimal value = std::max(goal.progress.value_or(0), Decimal(0));
        if (over_attainment == OverAttainment::capped) {
            value = std::min(value, Decimal(1));
        }
        items.push_back({goal.terms.weight.value_or(default_weight_of_goal), value});
    }
    return is_anything_known ? weighted_mean(items, fraction_places) : std::nullopt;
}

bool success_holds(const Plan& plan, const std::vector<GoalStatus>& goals,
                   std::optional<Decimal> score) {
    const bool guardrails_hold =
        std::all_of(goals.begin(), goals.end(), [](const GoalStatus& goal) {
            return goal.kind != GoalKind::guardrail || goal.holds.value_or(false);
        });
    if (plan.success && plan.success->score) {
        const auto needed = divide(*plan.success->score, 100, fraction_places);
        return guardrails_hold && score && needed && *score >= *needed;
    }
    return guardrails_hold && std::all_of(goals.begin(), goals.end(), [](const GoalStatus& goal) {
               return goal.kind == GoalKind::guardrail || goal.progress.value_or(0) >= Decimal(1);
           });
}

}  // namespace perfplan
