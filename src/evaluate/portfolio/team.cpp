#include "evaluate/portfolio/team.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/portfolio/priority.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace perfplan::evaluate {

namespace {

constexpr int percent_a_band = 10;

/// Due dates up to the day of the figures, of which one that is due on that very day counts only
/// once it is covered.
Proportion kept(int due, int missed, bool is_open_today) {
    const int of = due - (is_open_today ? 1 : 0);
    return {of - missed, of};
}

bool has(const std::vector<Occurrence>& open, Date on) {
    return std::any_of(open.begin(), open.end(),
                       [&](const Occurrence& occurrence) { return occurrence.on == on; });
}

bool is_open_on(const ActivityStatus& activity, Date on) {
    return activity.every ? has(activity.open, on) : activity.due == on && !activity.done_on;
}

}  // namespace

Proportion reviews_kept(const PlanStatus& plan) {
    const ReviewStatus& reviews = plan.reviews;
    return kept(reviews.due, reviews.missed, has(reviews.open, plan.figures_on));
}

Proportion support_delivered(const PlanStatus& plan) {
    Proportion delivered;
    for (const ActivityStatus& activity : plan.activities) {
        if (activity.owed_by == OwedBy::company) {
            delivered +=
                kept(activity.due_so_far, activity.missed, is_open_on(activity, plan.figures_on));
        }
    }
    return delivered;
}

namespace {

Window week_of(Date date) {
    const Date monday = date - static_cast<int>((date.weekday() - std::chrono::Monday).count());
    return {monday, monday + (days_a_week - 1)};
}

std::vector<std::size_t> by_need(const std::vector<RecordedPlan>& plans) {
    std::vector<std::pair<PlanPriority, std::size_t>> needs;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        needs.emplace_back(need_of(plans[i].status), i);
    }
    std::sort(needs.begin(), needs.end());
    std::vector<std::size_t> places;
    for (const auto& [need, place] : needs) {
        places.push_back(place);
    }
    return places;
}

/// The reviews that are to be held by then, the overdue ones among them.
std::vector<ReviewToHold> reviews_until(const std::vector<RecordedPlan>& plans, Date last) {
    std::vector<ReviewToHold> due;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        for (const NextStep& step : plans[i].status.agenda) {
            if (step.kind == StepKind::review && step.on <= last) {
                due.push_back({i, step.on, step.late_days});
            }
        }
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const ReviewToHold& a, const ReviewToHold& b) { return a.on < b.on; });
    return due;
}

std::vector<OwedSupport> support_owed(const std::vector<RecordedPlan>& plans) {
    std::vector<OwedSupport> owed;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const PlanStatus& plan = plans[i].status;
        for (std::size_t j = 0; j < plan.activities.size(); ++j) {
            const ActivityStatus& activity = plan.activities[j];
            if (!plan.outcome && activity.owed_by == OwedBy::company &&
                activity.verdict != ActivityVerdict::done) {
                const bool is_late = activity.verdict == ActivityVerdict::late;
                owed.push_back({i, j, activity.due, is_late ? activity.late_days : 0});
            }
        }
    }
    std::stable_sort(owed.begin(), owed.end(), [](const OwedSupport& a, const OwedSupport& b) {
        return std::tuple(!a.due, a.due) < std::tuple(!b.due, b.due);
    });
    return owed;
}

AttainmentSpread spread_of(const std::vector<RecordedPlan>& plans) {
    AttainmentSpread spread;
    for (int from = 0; from < hundred; from += percent_a_band) {
        spread.bands.push_back({from, from + percent_a_band});
    }
    spread.bands.push_back({hundred, std::nullopt});
    std::vector<Fraction> all;
    for (const RecordedPlan& plan : plans) {
        const auto& attainment = plan.status.attainment;
        spread.stated.add(attainment.has_value());
        if (!attainment) {
            continue;
        }
        all.emplace_back(*attainment);
        const auto band = std::find_if(
            spread.bands.begin(), spread.bands.end(), [&](const AttainmentBand& candidate) {
                return !candidate.below || Fraction(*attainment) * hundred < *candidate.below;
            });
        ++band->plans;
    }
    spread.median = median(std::move(all));
    return spread;
}

void count_outcome(Outcomes& outcomes, const PlanStatus& plan) {
    outcomes.undecided += plan.state == State::ended ? 1 : 0;
    if (!plan.outcome) {
        return;
    }
    switch (plan.outcome->result) {
        case Decision::met:
            ++outcomes.met;
            outcomes.recovered.add(true);
            outcomes.relapsed.add(has_relapsed(plan));
            break;
        case Decision::not_met:
            ++outcomes.not_met;
            outcomes.recovered.add(false);
            break;
        default: ++outcomes.withdrawn; break;
    }
}

int shared_coaching(const Journal& journal, Date as_of) {
    return static_cast<int>(
        std::count_if(journal.begin(), journal.end(), [&](const JournalEntry& entry) {
            return entry.record.kind == RecordKind::coaching && entry.privacy == Privacy::shared &&
                   is_known_on(entry.record, as_of);
        }));
}

void count_plan(ManagerFigures& figures, const RecordedPlan& plan, Date as_of) {
    ++figures.plans;
    figures.open += is_open(plan.status.state) ? 1 : 0;
    figures.reviews += reviews_kept(plan.status);
    figures.coaching += shared_coaching(plan.journal, as_of);
    figures.feedback += shared_feedback(plan.journal, as_of);
    Outcomes outcomes;
    count_outcome(outcomes, plan.status);
    figures.recovered += outcomes.recovered;
}

ManagerFigures figures_of(const std::vector<RecordedPlan>& plans,
                          const std::vector<std::size_t>& places, Date as_of) {
    ManagerFigures figures;
    for (const std::size_t place : places) {
        count_plan(figures, plans[place], as_of);
    }
    return figures;
}

std::vector<ManagerFigures> by_manager(const std::vector<RecordedPlan>& plans, Date as_of) {
    std::vector<ManagerFigures> managers;
    for (const auto& [manager, places] : plans_by_manager(plans)) {
        managers.push_back(figures_of(plans, places, as_of));
        managers.back().manager = manager;
    }
    return managers;
}

}  // namespace

TeamFigures team_figures(const std::vector<RecordedPlan>& plans, Date as_of) {
    TeamFigures figures;
    figures.as_of = as_of;
    figures.week = week_of(as_of);
    figures.by_need = by_need(plans);
    for (const std::size_t place : figures.by_need) {
        if (!needs(plans[place].status).empty()) {
            figures.attention.push_back(place);
        }
    }
    for (const RecordedPlan& plan : plans) {
        ++figures.states[plan.status.state];
        if (plan.status.verdict) {
            ++figures.verdicts[*plan.status.verdict];
        }
        figures.support += support_delivered(plan.status);
        count_outcome(figures.outcomes, plan.status);
    }
    figures.reviews_due = reviews_until(plans, figures.week.last);
    figures.support_owed = support_owed(plans);
    figures.attainment = spread_of(plans);
    figures.managers = by_manager(plans, as_of);
    figures.together = figures_of(plans, figures.by_need, as_of);
    return figures;
}

std::pair<bool, std::string> manager_key(const PlanStatus& plan) {
    return {!plan.terms.manager, folded(plan.terms.manager.value_or(""))};
}

std::vector<std::pair<std::optional<std::string>, std::vector<std::size_t>>> plans_by_manager(
    const std::vector<RecordedPlan>& plans) {
    std::map<std::pair<bool, std::string>, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        places[manager_key(plans[i].status)].push_back(i);
    }
    std::vector<std::pair<std::optional<std::string>, std::vector<std::size_t>>> managers;
    managers.reserve(places.size());
    for (auto& [key, of_one] : places) {
        managers.emplace_back(plans[of_one.front()].status.terms.manager, std::move(of_one));
    }
    return managers;
}

}  // namespace perfplan::evaluate
