#include "evaluate/plan/goal_periods.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

namespace {

constexpr int months_a_quarter = 3;
constexpr int months_a_year = 12;

Date monday_of(Date date) {
    return date - static_cast<int>(date.weekday().iso_encoding() - 1);
}

Date quarter_start(Date date, unsigned fiscal_year_starts) {
    const int month = static_cast<int>(date.month()) - static_cast<int>(fiscal_year_starts);
    return add_months(first_of_month(date),
                      -((month + months_a_year) % months_a_year % months_a_quarter));
}

/// Each workday with the days off after it; those before the first workday go with that one.
std::vector<Window> workday_periods(Window window, const Calendar& calendar) {
    std::vector<Window> periods;
    Date first = window.first;
    while (first <= window.last) {
        const Date workday = calendar.workday_on_or_after(first);
        const Date next = calendar.workday_on_or_after(workday + 1);
        periods.push_back({first, std::max(next - 1, first)});
        first = periods.back().last + 1;
    }
    return periods;
}

Date period_start(GoalPeriodLength every, Date date, const Settings& settings) {
    switch (every) {
        case GoalPeriodLength::day: return date;
        case GoalPeriodLength::week:
        case GoalPeriodLength::two_weeks: return monday_of(date);
        case GoalPeriodLength::month: return first_of_month(date);
        case GoalPeriodLength::quarter:
            return quarter_start(date, settings.calendar.fiscal_year_starts);
    }
    return date;
}

Date next_period(GoalPeriodLength every, Date start) {
    switch (every) {
        case GoalPeriodLength::day: return start + 1;
        case GoalPeriodLength::week: return start + days_a_week;
        case GoalPeriodLength::two_weeks: return start + 2 * days_a_week;
        case GoalPeriodLength::month: return add_months(start, 1);
        case GoalPeriodLength::quarter: return add_months(start, months_a_quarter);
    }
    return start + 1;
}

const Limit& limit_of(const Goal& goal) {
    return goal.at_most ? goal.at_most : goal.at_least;
}

/// The periods that count, without readings: those with a workday that was not paused; of those cut
/// short, what the policy makes of them.
std::vector<GoalPeriod> counted_periods_of(const Goal& goal, Window window,
                                           const Settings& settings, const Calendar& calendar,
                                           const Timeline& timeline) {
    const DayCounter days(calendar, DayCount::workdays, timeline);
    const PartialPeriods partial = settings.policy.partial_periods;
    std::vector<GoalPeriod> periods;
    std::size_t index = 0;
    for (const Window& whole : calendar_periods(*goal.every, window, settings, calendar)) {
        GoalPeriod period;
        period.days = {std::max(whole.first, window.first), std::min(whole.last, window.last)};
        period.workdays = days.count(period.days);
        period.whole = calendar.workdays(whole);
        period.target = limit_of(goal).in_period(index++);
        const bool is_cut = period.workdays < period.whole;
        if (period.workdays <= 0 || (is_cut && partial == PartialPeriods::skip)) {
            continue;
        }
        if (is_cut && partial == PartialPeriods::pro_rata && goal.readings == Combine::sum) {
            period.target = period.target * period.workdays / period.whole;
        }
        periods.push_back(std::move(period));
    }
    return periods;
}

/// How many periods count in the window as it was agreed, before pauses and extensions.
int agreed_count(const Goal& goal, const Plan& plan, const Settings& settings,
                 const Calendar& calendar) {
    const Window window{goal.starts.value_or(plan.starts), goal.due.value_or(plan.ends)};
    const Timeline as_agreed{plan.starts, plan.ends, plan.ends, {}, 0};
    return static_cast<int>(counted_periods_of(goal, window, settings, calendar, as_agreed).size());
}

bool reaches_target(const Goal& goal, const GoalPeriod& period) {
    return goal.at_most ? *period.value <= period.target : *period.value >= period.target;
}

/// Whether readings of a period that ended on that day may no longer be expected: as for a reading
/// that is stale; where no schedule of reviews says when that is, reviews count as weekly.
bool is_given_up(Date ended, const PeriodScene& scene) {
    const int stale_after = scene.settings->policy.stale_after;
    const auto since = [&](const std::optional<Schedule>& reviews) {
        return freshness(ended, reviews, *scene.review_dates, stale_after, *scene.timeline,
                         scene.as_of);
    };
    const Freshness fresh = since(scene.plan->reviews);
    return fresh.limit ? fresh.is_stale() : since(EveryWeeks{1}).is_stale();
}

/// A sum that only grows is decided as soon as it is over its limit, or has reached it.
PeriodVerdict verdict_while_running(const Goal& goal, const GoalPeriod& period) {
    const bool is_decided = period.value && goal.readings == Combine::sum &&
                            reaches_target(goal, period) != bool{goal.at_most};
    return !is_decided    ? PeriodVerdict::running
           : goal.at_most ? PeriodVerdict::missed
                          : PeriodVerdict::held;
}

void judge_period(GoalPeriod& period, const Goal& goal, const std::vector<GoalReading>& readings,
                  const PeriodScene& scene) {
    std::vector<GoalReading> own;
    std::ranges::copy_if(readings, std::back_inserter(own), [&](const GoalReading& reading) {
        return period.days.contains(reading.on);
    });
    period.value = combine(own, goal.readings);
    if (!own.empty()) {
        period.read_on = own.back().on;
    }
    const Date ended = period.days.last + 1;
    if (scene.as_of < period.days.first) {
        period.verdict = PeriodVerdict::pending;
    } else if (scene.as_of <= period.days.last) {
        period.verdict = verdict_while_running(goal, period);
        period.decided_on =
            period.verdict == PeriodVerdict::running ? std::nullopt : period.read_on;
    } else if (period.value) {
        period.verdict = reaches_target(goal, period) ? PeriodVerdict::held : PeriodVerdict::missed;
        period.decided_on = ended;
    } else {
        const bool is_passed_over = !readings.empty() && readings.back().on >= ended;
        if (is_passed_over || is_given_up(period.days.last, scene)) {
            period.verdict = PeriodVerdict::no_data;
            period.decided_on = ended;
        }
    }
}

}  // namespace

std::string_view to_string(PeriodVerdict verdict) {
    switch (verdict) {
        case PeriodVerdict::held: return "held";
        case PeriodVerdict::missed: return "missed";
        case PeriodVerdict::no_data: return "no-data";
        case PeriodVerdict::running: return "running";
        case PeriodVerdict::pending: return "pending";
    }
    return "?";
}

const GoalPeriod* GoalPeriods::current(Date as_of) const {
    const auto found = std::ranges::find_if(
        each, [&](const GoalPeriod& period) { return period.days.contains(as_of); });
    return found == each.end() ? nullptr : &*found;
}

std::vector<Window> calendar_periods(GoalPeriodLength every, Window window,
                                     const Settings& settings, const Calendar& calendar) {
    if (every == GoalPeriodLength::day) {
        return workday_periods(window, calendar);
    }
    std::vector<Window> periods;
    Date start = period_start(every, window.first, settings);
    while (start <= window.last) {
        const Date next = next_period(every, start);
        periods.push_back({start, next - 1});
        start = next;
    }
    return periods;
}

GoalPeriods judge_periods(const Goal& goal, Window window, const std::vector<GoalReading>& readings,
                          const PeriodScene& scene) {
    const Settings& settings = *scene.settings;
    const DayCounter days(*scene.calendar, DayCount::workdays, *scene.timeline);
    GoalPeriods periods;
    periods.each = counted_periods_of(goal, window, settings, *scene.calendar, *scene.timeline);
    periods.required =
        std::min(goal.holds_in.of(agreed_count(goal, *scene.plan, settings, *scene.calendar)),
                 periods.count());
    for (GoalPeriod& period : periods.each) {
        judge_period(period, goal, readings, scene);
        period.left = days.count({std::max(period.days.first, scene.as_of + 1), period.days.last});
        periods.held += period.verdict == PeriodVerdict::held ? 1 : 0;
        periods.decided += period.decided_on ? 1 : 0;
    }
    return periods;
}

std::optional<Fraction> progress_by(const GoalPeriods& periods, Date on) {
    const auto held = std::ranges::count_if(periods.each, [&](const GoalPeriod& period) {
        return period.verdict == PeriodVerdict::held && period.read_on <= on;
    });
    return quotient(static_cast<int>(held), periods.required);
}

std::optional<Fraction> decided_by(const GoalPeriods& periods, Date on) {
    const auto decided = std::ranges::count_if(periods.each, [&](const GoalPeriod& period) {
        return period.decided_on && *period.decided_on <= on;
    });
    return quotient(static_cast<int>(decided), periods.count());
}

std::vector<PeriodProblem> period_problems(const Settings& settings, const Plan& plan) {
    const Calendar calendar = settings.workdays();
    std::vector<PeriodProblem> problems;
    for (const auto& [id, goal] : plan.goals) {
        if (!goal.every) {
            continue;
        }
        const int there = agreed_count(goal, plan, settings, calendar);
        const int required = goal.holds_in.of(there);
        if (required > there || there == 0) {
            problems.push_back(
                {id, there == 0 ? "every" : "holds_in",
                 there == 0 ? fmt::format("goal '{}' has no period with a workday", id.str())
                            : fmt::format("goal '{}' must hold in {}, but has only {}", id.str(),
                                          counted_periods(required, *goal.every), there),
                 there == 0 ? "choose shorter periods, or other dates"
                            : fmt::format("lower holds_in to {} or less, or write all", there)});
        }
        const Window window{goal.starts.value_or(plan.starts), goal.due.value_or(plan.ends)};
        const auto all = calendar_periods(*goal.every, window, settings, calendar).size();
        const std::size_t figures = limit_of(goal).figures.size();
        if (figures > all) {
            problems.push_back({id, goal.at_most ? "at_most" : "at_least",
                                fmt::format("goal '{}' lists {} figures for {}", id.str(), figures,
                                            counted_periods(static_cast<int>(all), *goal.every)),
                                "take out those that no period is left for"});
        }
    }
    return problems;
}

std::string counted_periods(int number, GoalPeriodLength every) {
    if (every == GoalPeriodLength::two_weeks) {
        return base::count(static_cast<std::size_t>(number), "period") + " of 2 weeks";
    }
    return base::count(static_cast<std::size_t>(number), std::string(to_string(every)));
}

std::string_view per_period(GoalPeriodLength every) {
    switch (every) {
        case GoalPeriodLength::day: return "a day";
        case GoalPeriodLength::week: return "a week";
        case GoalPeriodLength::two_weeks: return "every 2 weeks";
        case GoalPeriodLength::month: return "a month";
        case GoalPeriodLength::quarter: return "a quarter";
    }
    return "";
}

std::string_view current_in_words(GoalPeriodLength every) {
    switch (every) {
        case GoalPeriodLength::day: return "today";
        case GoalPeriodLength::week: return "this week";
        case GoalPeriodLength::two_weeks: return "these 2 weeks";
        case GoalPeriodLength::month: return "this month";
        case GoalPeriodLength::quarter: return "this quarter";
    }
    return "";
}

}  // namespace perfplan::evaluate
