#include "evaluate/plan/development.hpp"

#include "base/text/text.hpp"

#include <algorithm>

namespace perfplan::evaluate {

Scale meanings_of_levels(const Settings& settings, const Slug& skill) {
    const Competency* competency = find(settings.competencies, skill.str());
    return competency != nullptr ? competency->levels : Scale();
}

std::vector<SkillLevel> levels_of(const Slug& skill, const Journal& journal, Date as_of) {
    std::vector<SkillLevel> levels;
    // the journal is in the order of date and time of writing: the last one for a date is in force
    for (const JournalEntry& entry : journal) {
        const Record& record = entry.record;
        const int* level = find(record.levels, skill.str());
        if (level == nullptr || record.date > as_of) {
            continue;
        }
        if (!levels.empty() && levels.back().on == record.date) {
            levels.pop_back();
        }
        levels.push_back({record.date, *level, record.by});
    }
    return levels;
}

std::vector<Date> done_dates(const Slug& id, const Journal& journal, Date as_of) {
    std::vector<Date> dates;
    for (const JournalEntry& entry : journal) {
        const std::vector<Slug>& done = entry.record.done;
        if (entry.record.date <= as_of && std::find(done.begin(), done.end(), id) != done.end()) {
            dates.push_back(entry.record.date);
        }
    }
    return dates;
}

namespace {

SkillVerdict verdict_of(const SkillStatus& skill, Date as_of) {
    if (skill.gap() <= 0) {
        return SkillVerdict::closed;
    }
    return skill.by && *skill.by < as_of ? SkillVerdict::late : SkillVerdict::on_schedule;
}

/// Calendar days after its date on which a skill was reached and stayed so.
int days_late(const SkillStatus& skill) {
    std::optional<Date> reached;
    for (const SkillLevel& each : skill.history) {
        if (each.level < skill.required) {
            reached = std::nullopt;
        } else if (!reached) {
            reached = each.on;
        }
    }
    return skill.by && reached ? std::max(0, *reached - *skill.by) : 0;
}

/// Done once: the first time counts.
void judge_once(ActivityStatus& status, const std::vector<Date>& done, Date as_of) {
    const bool is_due_past = status.due && *status.due < as_of;
    status.due_so_far = status.due && *status.due <= as_of ? 1 : 0;
    if (!done.empty()) {
        status.done_on = done.front();
        status.verdict = ActivityVerdict::done;
        status.late_days = status.due ? std::max(0, *status.done_on - *status.due) : 0;
    } else if (is_due_past) {
        status.verdict = ActivityVerdict::late;
        status.late_days = as_of - *status.due;
        status.missed = 1;
    }
}

/// Late for the latest due date before `as_of`; one before that is missed, which the next time
/// makes up for.
void judge_recurring(ActivityStatus& status, const std::vector<Date>& due,
                     const std::vector<Date>& done, Date starts, Date as_of) {
    if (!done.empty()) {
        status.done_on = done.back();
    }
    const std::vector<bool> covered = covered_dates(due, done, starts);
    status.open = still_open(due, covered, as_of);
    std::optional<Date> next;
    std::optional<Date> late_since;
    for (std::size_t i = 0; i < due.size(); ++i) {
        status.due_so_far += due[i] <= as_of ? 1 : 0;
        if (due[i] < as_of) {
            status.missed += covered[i] ? 0 : 1;
            late_since = covered[i] ? std::nullopt : std::optional(due[i]);
        } else if (!covered[i] && !next) {
            next = due[i];
        }
    }
    if (late_since) {
        status.verdict = ActivityVerdict::late;
        status.due = late_since;
        status.late_days = as_of - *late_since;
    } else if (next) {
        status.due = next;
    } else if (!due.empty()) {  // else the plan is over before it is due for the first time
        status.verdict = ActivityVerdict::done;
        status.due = due.back();
    }
}

/// A recurring activity counts from its own start; pauses before that don't move it.
Timeline from_its_start(const Activity& activity, Timeline timeline) {
    const Date starts = std::max(timeline.starts, activity.starts.value_or(timeline.starts));
    timeline.starts = starts;
    std::erase_if(timeline.pauses, [&](const Window& pause) { return pause.last < starts; });
    return timeline;
}

}  // namespace

std::vector<Slug> activities_for(const Slug& skill, const Plan& plan) {
    std::vector<Slug> activities;
    for (const auto& [id, activity] : plan.activities) {
        if (activity.skill == skill) {
            activities.push_back(id);
        }
    }
    return activities;
}

OwedBy owed_by(const Plan& plan, const std::optional<std::string>& owner) {
    return !owner || folded(*owner) == folded(plan.rep) ? OwedBy::rep : OwedBy::company;
}

std::vector<SkillStatus> skill_statuses(const Settings& settings, const Plan& plan,
                                        const Timeline& timeline, const Journal& journal,
                                        Date as_of) {
    std::vector<SkillStatus> skills;
    for (const auto& [id, skill] : plan.skills) {
        const Competency* competency = find(settings.competencies, id.str());
        SkillStatus status;
        status.id = id;
        status.title = skill.title.value_or(competency != nullptr ? competency->title : id.str());
        status.levels = meanings_of_levels(settings, id);
        status.start = skill.current;
        status.required = skill.required;
        status.history = levels_of(id, journal, std::min(as_of, timeline.ends));
        status.level = status.history.empty() ? skill.current : status.history.back().level;
        status.goals = skill.goals;
        status.activities = activities_for(id, plan);
        if (skill.by) {
            status.by = moved_by_pauses(settings, settings.workdays(), timeline, *skill.by);
        }
        status.verdict = verdict_of(status, as_of);
        status.late_days = status.verdict == SkillVerdict::closed ? days_late(status) : 0;
        skills.push_back(std::move(status));
    }
    return skills;
}

std::vector<ActivityStatus> activity_statuses(const Settings& settings, const Plan& plan,
                                              const Timeline& timeline, const Journal& journal,
                                              Date as_of) {
    const Calendar calendar = settings.workdays();
    std::vector<ActivityStatus> activities;
    for (const auto& [id, activity] : plan.activities) {
        ActivityStatus status;
        status.id = id;
        status.title = activity.title;
        status.kind = activity.kind;
        status.skill = activity.skill;
        status.every = activity.every;
        status.owner = activity.owner.value_or(plan.rep);
        status.owed_by = owed_by(plan, activity.owner);
        if (activity.due) {
            status.due = moved_by_pauses(settings, calendar, timeline, *activity.due);
        }
        const std::vector<Date> done = done_dates(id, journal, std::min(as_of, timeline.ends));
        const Timeline own = from_its_start(activity, timeline);
        if (activity.every) {
            judge_recurring(status, review_dates(settings, calendar, *activity.every, own, as_of),
                            done, own.starts, as_of);
        } else {
            judge_once(status, done, as_of);
        }
        activities.push_back(std::move(status));
    }
    return activities;
}

std::string_view to_string(SkillVerdict verdict) {
    switch (verdict) {
        case SkillVerdict::closed: return "closed";
        case SkillVerdict::on_schedule: return "on-schedule";
        case SkillVerdict::late: return "late";
    }
    return "?";
}

std::string_view to_string(OwedBy owed_by) {
    return owed_by == OwedBy::rep ? "rep" : "company";
}

std::string_view to_string(ActivityVerdict verdict) {
    switch (verdict) {
        case ActivityVerdict::done: return "done";
        case ActivityVerdict::late: return "late";
        case ActivityVerdict::on_schedule: return "on-schedule";
    }
    return "?";
}

}  // namespace perfplan::evaluate
