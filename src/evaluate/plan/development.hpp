// Individual development: where each skill stands, and whether what was to build it was done, by
// the rep and by the company.
#pragma once

#include "evaluate/plan/reviews.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::evaluate {

/// closed: at the level agreed, or above.
enum class SkillVerdict { closed, on_schedule, late };

/// A level of a skill that somebody recorded.
struct SkillLevel {
    Date on;
    int level = 0;
    std::string by;
};

/// A skill from the level it started at to the one agreed.
struct SkillStatus {
    Slug id;
    std::string title;  ///< of the plan, else of the competency, else the id
    Scale levels;       ///< what each level means, as far as perfplan.yaml says
    int start = 0;
    int level = 0;  ///< the latest that was recorded, else `start`
    int required = 0;
    std::optional<Date> by;           ///< with the pauses before it
    std::vector<SkillLevel> history;  ///< levels in force, by date
    std::vector<Slug> activities;     ///< that build it
    std::vector<Slug> goals;          ///< that it is to move
    SkillVerdict verdict = SkillVerdict::on_schedule;
    int late_days = 0;  ///< of one that was reached: calendar days after `by`

    [[nodiscard]] int gap() const { return required - level; }
};

/// What the levels of a skill mean: those of the competency with its id, or none.
Scale meanings_of_levels(const Settings& settings, const Slug& skill);

/// The levels of a skill in force on `as_of`, by date: of several for one date the one that was
/// recorded last.
std::vector<SkillLevel> levels_of(const Slug& skill, const Journal& journal, Date as_of);

/// The activities that build a skill.
std::vector<Slug> activities_for(const Slug& skill, const Plan& plan);

/// Every skill of a plan as of a date, in the order of the plan.
std::vector<SkillStatus> skill_statuses(const Settings& settings, const Plan& plan,
                                        const Timeline& timeline, const Journal& journal,
                                        Date as_of);

enum class OwedBy { rep, company };

/// Who owes what `owner` is to do: the rep if there is no owner or it is the rep's own name,
/// however it is capitalized, else the company.
OwedBy owed_by(const Plan& plan, const std::optional<std::string>& owner);

/// done: nothing of it is left to do; late: it was due before as_of and is not done.
enum class ActivityVerdict { done, late, on_schedule };

/// An activity: training, coaching or support, once or every so often.
struct ActivityStatus {
    Slug id;
    std::string title;
    std::optional<ActivityKind> kind;
    std::optional<Slug> skill;  ///< that it builds
    std::optional<Schedule> every;
    std::string owner;  ///< as agreed, else the rep
    OwedBy owed_by = OwedBy::rep;
    std::optional<Date> due;      ///< with the pauses before it; a recurring one's, while late the
                                  ///< one it is late for, else the next that is not covered
    std::optional<Date> done_on;  ///< once: when it was done first; recurring: last
    int late_days = 0;            ///< calendar days after `due`: until it was done, or so far
    ActivityVerdict verdict = ActivityVerdict::on_schedule;
    int due_so_far = 0;            ///< due dates up to as_of
    int missed = 0;                ///< due dates before as_of on which it was not done
    std::vector<Occurrence> open;  ///< of one that recurs, see still_open
};

/// Every activity of a plan as of a date, in the order of the plan. What is done late counts until
/// the plan's last day. An activity without any due
/// date is on schedule until it is done.
std::vector<ActivityStatus> activity_statuses(const Settings& settings, const Plan& plan,
                                              const Timeline& timeline, const Journal& journal,
                                              Date as_of);

/// The dates of the records that say an activity or a deliverable is done, in order.
std::vector<Date> done_dates(const Slug& id, const Journal& journal, Date as_of);

std::string_view to_string(SkillVerdict verdict);
std::string_view to_string(OwedBy owed_by);
std::string_view to_string(ActivityVerdict verdict);

}  // namespace perfplan::evaluate
