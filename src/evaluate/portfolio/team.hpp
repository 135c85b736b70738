// The plans of a team, or of a whole tree, as one picture. Nothing here is typed by anybody: all of
// it is counted from the plans and their journals.
// Plans by who manages them.
#pragma once

#include "evaluate/plan/feedback.hpp"
#include "evaluate/plan/status.hpp"
#include "evaluate/portfolio/statistics.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace perfplan::evaluate {

/// A plan as of a day, with what was recorded for it. Both must outlive what is made from them.
struct RecordedPlan {
    const PlanStatus& status;
    const Journal& journal;
};

/// The due dates of reviews that are over, and how many of them a review covers; one that is due on
/// the day of the figures counts once it is held.
Proportion reviews_kept(const PlanStatus& plan);

/// The same of the support that the company promised: how often it was due, how often delivered,
/// be it late.
Proportion support_delivered(const PlanStatus& plan);

/// A review that is to be held, overdue or until the end of the week.
struct ReviewToHold {
    std::size_t plan = 0;  ///< its place among the plans
    Date on;
    int late_days = 0;  ///< calendar days
};

/// Support that the company promised and that is not delivered, or not for the next time.
struct OwedSupport {
    std::size_t plan = 0;      ///< its place among the plans
    std::size_t activity = 0;  ///< its place in the plan
    std::optional<Date> due;
    int late_days = 0;  ///< calendar days
};

/// How many plans state an attainment in a band of ten percent.
struct AttainmentBand {
    int from = 0;              ///< percent; in the first band all that is below `below`
    std::optional<int> below;  ///< percent; nothing: there is no limit
    int plans = 0;
};

/// What reps attained of the quota that they missed.
struct AttainmentSpread {
    std::vector<AttainmentBand> bands;  ///< 0 … 10, …, 90 … 100 and from 100 on
    Proportion stated;                  ///< plans that state it
    std::optional<Fraction> median;     ///< as a fraction
};

/// How plans came to their end.
struct Outcomes {
    int met = 0;
    int not_met = 0;
    int withdrawn = 0;
    Proportion recovered;  ///< met, of those that were met or not met
    Proportion relapsed;   ///< of those met: readings fell under a trigger afterwards
    int undecided = 0;     ///< past their end without an outcome
};

/// What can be said of the plans of one manager.
struct ManagerFigures {
    std::optional<std::string> manager;  ///< nothing: the plans name none
    int plans = 0;
    int open = 0;
    Proportion reviews;    ///< see reviews_kept
    int coaching = 0;      ///< notes of coaching that are not private
    Feedback feedback;     ///< of notes that are not private
    Proportion recovered;  ///< see Outcomes
};

struct TeamFigures {
    Date as_of;
    Window week;  ///< from Monday to Sunday, the one of `as_of`
    std::map<State, int> states;
    std::map<Verdict, int> verdicts;
    std::vector<std::size_t> by_need;       ///< places of all plans, see needs_attention_before
    std::vector<std::size_t> attention;     ///< those of them that need somebody, see needs
    std::vector<ReviewToHold> reviews_due;  ///< by date
    std::vector<OwedSupport> support_owed;  ///< by date, what has none last
    Proportion support;                     ///< see support_delivered
    AttainmentSpread attainment;
    Outcomes outcomes;
    std::vector<ManagerFigures> managers;  ///< by name, those without one last
    ManagerFigures together;               ///< of all plans; `manager` says nothing
};

TeamFigures team_figures(const std::vector<RecordedPlan>& plans, Date as_of);

/// Orders plans by their managers, however the names are capitalized; those without one last.
std::pair<bool, std::string> manager_key(const PlanStatus& plan);

/// The places of the plans of each manager, in that order.
std::vector<std::pair<std::optional<std::string>, std::vector<std::size_t>>> plans_by_manager(
    const std::vector<RecordedPlan>& plans);

}  // namespace perfplan::evaluate
