#include "evaluate/plan/readings.hpp"

#include "evaluate/figures.hpp"

#include <algorithm>

namespace perfplan::evaluate {

bool replaces_earlier(const Record& record, const Slug& goal, Combine how) {
    return how != Combine::sum || std::ranges::find(record.corrects, goal) != record.corrects.end();
}

std::vector<Contradiction> contradictions(const Slug& goal, Combine how, const Journal& journal,
                                          Date as_of) {
    std::vector<Contradiction> found;
    if (how == Combine::sum) {
        return found;
    }
    std::optional<std::size_t> last;  // without a time of writing
    for (std::size_t i = 0; i < journal.size() && journal[i].record.date <= as_of; ++i) {
        const Record& record = journal[i].record;
        const Decimal* value = find(record.values, goal.str());
        if (value == nullptr) {
            continue;
        }
        if (!record.recorded.utc.empty()) {  // sorts after those without, and is in force
            std::erase_if(found, [&](const Contradiction& each) { return each.on == record.date; });
            continue;
        }
        if (last && journal[*last].record.date == record.date) {
            const Decimal before = *find(journal[*last].record.values, goal.str());
            if (before != *value) {
                found.push_back({record.date, *last, i, before, *value});
            }
        }
        last = i;
    }
    return found;
}

std::vector<GoalReading> readings_of(const Slug& goal, Combine how, const Journal& journal,
                                     Date as_of) {
    std::vector<GoalReading> readings;
    // the journal is in the order of date and time of writing
    for (const JournalEntry& entry : journal) {
        if (entry.record.date > as_of) {
            break;
        }
        const Decimal* value = find(entry.record.values, goal.str());
        if (value == nullptr) {
            continue;
        }
        while (replaces_earlier(entry.record, goal, how) && !readings.empty() &&
               readings.back().on == entry.record.date) {
            readings.pop_back();
        }
        readings.push_back({entry.record.date, *value, entry.record.by});
    }
    return readings;
}

std::optional<Fraction> combine(const std::vector<GoalReading>& readings, Combine how) {
    if (readings.empty()) {
        return std::nullopt;
    }
    if (how == Combine::latest) {
        return readings.back().value;
    }
    Fraction sum;
    for (const GoalReading& reading : readings) {
        sum = sum + reading.value;
    }
    return how == Combine::sum ? sum : sum / static_cast<int>(readings.size());
}

Fraction progress(Decimal baseline, Decimal target, const Fraction& current) {
    return (current - baseline) / (Fraction(target) - baseline);
}

namespace {

/// Calendar days from `from` (exclusive) to `to` (inclusive) on which the plan was not paused.
int unpaused_days(const Timeline& timeline, Date from, Date to) {
    const Calendar calendar;
    return DayCounter(calendar, DayCount::calendar, timeline).count({from + 1, to});
}

struct Limit {
    Date read_on;
    const std::vector<Date>* review_dates;
    int stale_after;
    const Timeline* timeline;
    Date as_of;

    std::optional<int> operator()(const EveryWeeks& weeks) const {
        return stale_after * weeks.weeks * days_a_week;
    }
    std::optional<int> operator()(const EveryMonths& months) const {
        return as_of - add_months(as_of, -stale_after * months.months);
    }
    std::optional<int> operator()(const ListedDates&) const {
        const auto first = std::upper_bound(review_dates->begin(), review_dates->end(), read_on);
        if (review_dates->end() - first < stale_after || stale_after < 1) {
            return std::nullopt;
        }
        return unpaused_days(*timeline, read_on, *(first + (stale_after - 1)));
    }
};

}  // namespace

Freshness freshness(Date read_on, const std::optional<Schedule>& reviews,
                    const std::vector<Date>& review_dates, int stale_after,
                    const Timeline& timeline, Date as_of) {
    Freshness fresh;
    fresh.age = unpaused_days(timeline, read_on, as_of);
    if (reviews) {
        fresh.limit =
            std::visit(Limit{read_on, &review_dates, stale_after, &timeline, as_of}, *reviews);
    }
    return fresh;
}

}  // namespace perfplan::evaluate
