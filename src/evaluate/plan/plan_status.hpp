// Everything known about a plan on a date.
#pragma once

#include "evaluate/plan/development.hpp"
#include "evaluate/plan/follow_ups.hpp"
#include "evaluate/plan/goals.hpp"
#include "evaluate/plan/outcome.hpp"
#include "evaluate/plan/reviews.hpp"
#include "evaluate/plan/timeline.hpp"
#include "evaluate/terms/terms.hpp"
#include "model/plan_ref.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace perfplan::evaluate {

/// draft: required signatures are missing; ended: past its end without an outcome; closed: with
/// one.
enum class State { draft, scheduled, active, paused, ended, closed };

std::string_view to_string(State state);
std::vector<std::string> states();
Parsed<State> parse_state(std::string_view text);

/// Open: anything may still be added to it.
inline bool is_open(State state) {
    return state != State::closed;
}

struct DayStatus {
    DayCount basis = DayCount::workdays;
    int elapsed = 0;  ///< a day counts as elapsed at its end; paused days never
    int total = 0;
    [[nodiscard]] int left() const { return total - elapsed; }
};

enum class StepKind {
    review,
    checkpoint,
    goal,
    deliverable,
    skill,
    activity,
    follow_up,
    signature,
    end,
};

/// "review", "checkpoint", …, "follow-up", "signature", "end"
std::string_view to_string(StepKind kind);

/// Something to come, or overdue.
struct NextStep {
    Date on;
    StepKind kind = StepKind::review;
    std::string id{};  ///< of the goal, skill, activity or follow-up; the role of a signature
    int number = 0;  ///< which of a row of reviews, checkpoints or recurring activities; 0: single
    std::string what{};                  ///< "pipeline to be at 400,000 USD"
    std::optional<std::string> owner{};  ///< who is to do it, where anybody is named
    OwedBy owed_by = OwedBy::rep;
    int late_days = 0;  ///< calendar days after `on`
    Privacy privacy = Privacy::shared;
};

/// "Mia Chen: Send the template (follow-up 89s389kg), late"
std::string describe(const NextStep& step);

/// Another plan of the same rep that began before.
struct EarlierPlan {
    PlanRef ref;
    Date starts;
    State state = State::draft;
    std::optional<Outcome> outcome;
    std::optional<Date> relapsed_on;
};

struct PlanStatus {
    PlanRef ref;
    Plan terms;  ///< those in force
    State state = State::draft;
    std::optional<Outcome> outcome;
    std::optional<Monitoring> monitoring;  ///< of a plan that was met
    std::vector<EarlierPlan> earlier;      ///< by their start; plan_status knows none
    Timeline timeline;
    Date figures_on;  ///< the day of all figures: as_of, or that of the outcome
    DayStatus days;
    std::optional<Decimal> attainment;  ///< of the shortfall's quota, as a fraction
    std::vector<GoalStatus> goals;
    std::optional<Fraction> score;     ///< weighted progress of the goals
    std::optional<Fraction> expected;  ///< of the same goals
    std::optional<Fraction> ratio;     ///< score / expected, where more than nothing is expected
    std::optional<Verdict> verdict;    ///< nothing for a plan that is scheduled or closed
    std::vector<std::string> reasons;  ///< of the verdict, in words, the gravest first
    std::vector<SkillStatus> skills;
    std::vector<ActivityStatus> activities;
    TermsStatus agreed;
    ReviewStatus reviews;
    std::optional<Date> last_contact;  ///< the newest note, review or assessment
    std::optional<Date> last_reading;
    std::map<RecordKind, int> notes;         ///< how many of each kind that `note` writes
    std::vector<FollowUpStatus> follow_ups;  ///< those that are open, by their dates
    std::vector<NextStep> agenda;            ///< all that is to come and what is overdue, by date
    std::vector<NextStep> next;  ///< the same, of each row of dates the overdue and the next one
};

/// The score that the rule for success asks for, as a fraction; none where it asks for none.
std::vector<Fraction> score_lines(const Plan& terms);
/// The score in percent: "45%", and "89.96%" where 90% is agreed.
std::string score_percent(const PlanStatus& plan);

}  // namespace perfplan::evaluate
