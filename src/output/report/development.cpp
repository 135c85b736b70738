// Skills and activities in a report.
#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "output/chart/skill_chart.hpp"
#include "output/report/describe.hpp"
#include "output/report/plan_view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

/// "3, Qualifies"
std::string level_in_words(const SkillStatus& skill, int level) {
    const auto meaning = meaning_of(skill.levels, level);
    return meaning ? fmt::format("{}, {}", level, *meaning) : std::to_string(level);
}

std::vector<std::string> titles_of_activities(const PlanStatus& plan,
                                              const std::vector<Slug>& ids) {
    std::vector<std::string> titles;
    for (const Slug& id : ids) {
        const Activity* activity = find(plan.terms.activities, id.str());
        titles.push_back(activity ? activity->title : id.str());
    }
    return titles;
}

std::vector<std::string> titles_of_goals(const PlanStatus& plan, const std::vector<Slug>& ids) {
    std::vector<std::string> titles;
    for (const Slug& id : ids) {
        const Goal* goal = find(plan.terms.goals, id.str());
        titles.push_back(goal ? goal->title : id.str());
    }
    return titles;
}

std::string evidence_of(const PlanStatus& plan, const Slug& id) {
    const Skill* terms = find(plan.terms.skills, id.str());
    return terms ? terms->evidence.value_or("") : "";
}

SkillView skill_view(const PlanStatus& plan, const SkillStatus& skill) {
    SkillView view;
    view.id = skill.id.str();
    view.title = skill.title;
    view.verdict = capitalized(to_string(skill.verdict));
    view.tone = tone_name(tone_of(skill.verdict));
    view.start = level_in_words(skill, skill.start);
    view.now = level_in_words(skill, skill.level);
    view.required = level_in_words(skill, skill.required);
    view.gap = skill.gap() > 0 ? count(static_cast<std::size_t>(skill.gap()), "level") : "";
    view.due = date_text(skill.by);
    view.evidence = evidence_of(plan, skill.id);
    view.track = level_track(
        {"skill-" + skill.id.str(), skill.title, skill.start, skill.level, skill.required});
    view.activities = titles_of_activities(plan, skill.activities);
    view.goals = titles_of_goals(plan, skill.goals);
    for (const SkillLevel& entry : skill.history) {
        view.history.push_back({date_text(entry.on), level_in_words(skill, entry.level), entry.by});
    }
    return view;
}

}  // namespace

std::vector<SkillView> skill_views(const PlanStatus& plan) {
    std::vector<SkillView> views;
    for (const SkillStatus& skill : plan.skills) {
        views.push_back(skill_view(plan, skill));
    }
    return views;
}

namespace {

/// "every week, next due Oct 22, 2026", "due Oct 20, 2026", "done Oct 21, 2026 (due Oct 20, 2026)"
std::string when_in_words(const ActivityStatus& activity) {
    std::vector<std::string> parts;
    if (activity.every) {
        parts.push_back(std::holds_alternative<ListedDates>(*activity.every)
                            ? "on dates agreed"
                            : "every " + interval(*activity.every));
    }
    if (activity.done_on) {
        parts.push_back((activity.every ? "last done " : "done ") + date_text(*activity.done_on));
    }
    if (activity.due && activity.verdict != ActivityVerdict::done) {
        parts.push_back((activity.every && activity.verdict == ActivityVerdict::on_schedule
                             ? "next due "
                             : "due ") +
                        date_text(*activity.due));
    } else if (activity.due && activity.done_on && !activity.every) {
        parts.back() += fmt::format(" (due {})", date_text(*activity.due));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// "Late, 5 days", "Done, 2 days late", "On schedule, missed 1 of 3"
std::string verdict_in_words(const ActivityStatus& activity) {
    std::string words = capitalized(to_string(activity.verdict));
    if (activity.late_days > 0) {
        const std::string days = counted(activity.late_days, DayCount::calendar);
        words += activity.verdict == ActivityVerdict::done ? fmt::format(", {} late", days)
                                                           : ", " + days;
    }
    if (activity.every && activity.missed > 0) {
        words += fmt::format(", missed {} of {}", activity.missed, activity.due_so_far);
    }
    return words;
}

ActivityView activity_view(const PlanStatus& plan, const ActivityStatus& activity) {
    ActivityView view;
    view.id = activity.id.str();
    view.title = activity.title;
    view.kind = activity.kind ? to_string(*activity.kind) : "";
    view.owner = activity.owner;
    view.when = when_in_words(activity);
    view.verdict = verdict_in_words(activity);
    view.tone = tone_name(tone_of(activity.verdict));
    if (activity.skill) {
        const auto skill =
            std::find_if(plan.skills.begin(), plan.skills.end(),
                         [&](const SkillStatus& other) { return other.id == *activity.skill; });
        view.skill = skill == plan.skills.end() ? activity.skill->str() : skill->title;
    }
    return view;
}

}  // namespace

std::vector<ActivityView> activity_views(const PlanStatus& plan, OwedBy side) {
    std::vector<ActivityView> views;
    for (const ActivityStatus& activity : plan.activities) {
        if (activity.owed_by == side) {
            views.push_back(activity_view(plan, activity));
        }
    }
    return views;
}

std::vector<std::string> late_in_words(const PlanStatus& plan, Audience audience) {
    std::vector<std::string> late;
    const auto add = [&](const std::string& owner, const std::string& what, Date due) {
        late.push_back(fmt::format("{}: {}, due {}", owner, what, date_text(due)));
    };
    for (const ActivityStatus& activity : plan.activities) {
        if (activity.verdict == ActivityVerdict::late && activity.due) {
            add(activity.owner, activity.title, *activity.due);
        }
    }
    for (const FollowUpStatus& follow_up : plan.follow_ups) {
        const bool is_shown = follow_up.privacy == Privacy::shared || may_see_private(audience);
        if (is_shown && follow_up.is_open() && follow_up.late_days > 0) {
            add(follow_up.owner.value_or(follow_up.said_by), follow_up.what, follow_up.by);
        }
    }
    return late;
}

}  // namespace perfplan::output
