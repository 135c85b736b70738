#include "output/report/development.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "output/chart/skill_chart.hpp"
#include "output/describe/goal.hpp"
#include "output/report/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

/// "3, Qualifies"
std::string level_in_words(const SkillStatus& skill, int level) {
    const auto meaning = meaning_of(skill.levels, level);
    return meaning ? fmt::format("{}, {}", level, *meaning) : std::to_string(level);
}

/// The titles of goals or activities; the id of one that the terms do not have.
template <class Entry>
std::vector<std::string> titles_of(const Keyed<Entry>& entries, const std::vector<Slug>& ids) {
    std::vector<std::string> titles;
    for (const Slug& id : ids) {
        const Entry* entry = find(entries, id.str());
        titles.push_back(entry ? entry->title : id.str());
    }
    return titles;
}

std::string evidence_of(const PlanStatus& plan, const Slug& id) {
    const Skill* terms = find(plan.terms.skills, id.str());
    return terms ? terms->evidence.value_or("") : "";
}

/// A level that was assessed, with what it means.
struct AssessedLevel {
    const SkillStatus& skill;
    const SkillLevel& entry;
};

const ViewShape<AssessedLevel>& level_shape() {
    using L = AssessedLevel;
    static const ViewShape<L> shape{
        {"on", "day", [](const L& l) { return date_text(l.entry.on); }},
        {"level", "level and what it means",
         [](const L& l) { return level_in_words(l.skill, l.entry.level); }},
        {"by", "who assessed it", [](const L& l) { return l.entry.by; }},
    };
    return shape;
}

std::vector<AssessedLevel> assessed_levels(const SkillStatus& skill) {
    std::vector<AssessedLevel> levels;
    for (const SkillLevel& entry : skill.history) {
        levels.push_back({skill, entry});
    }
    return levels;
}

std::string gap_in_words(const SkillStatus& skill) {
    return skill.gap() > 0 ? count(static_cast<std::size_t>(skill.gap()), "level") : "";
}

}  // namespace

std::vector<ReportedSkill> reported_skills(const PlanStatus& plan) {
    std::vector<ReportedSkill> skills;
    for (const SkillStatus& skill : plan.skills) {
        skills.push_back({plan, skill});
    }
    return skills;
}

const ViewShape<ReportedSkill>& skill_shape() {
    using S = ReportedSkill;
    static const ViewShape<S> shape{
        {"id", "its id", [](const S& s) { return s.skill.id.str(); }},
        {"title", "its title", [](const S& s) { return s.skill.title; }},
        {"verdict", "its verdict in words",
         [](const S& s) { return capitalized(skill_verdict_in_words(s.skill)); }},
        {"tone", "good or warning", [](const S& s) { return tone_name(tone_of(s.skill.verdict)); }},
        {"start", "level at the start, and what it means",
         [](const S& s) { return level_in_words(s.skill, s.skill.start); }},
        {"now", "level now, and what it means",
         [](const S& s) { return level_in_words(s.skill, s.skill.level); }},
        {"required", "level agreed, and what it means",
         [](const S& s) { return level_in_words(s.skill, s.skill.required); }},
        {"gap", "levels to go; not there once the level is reached",
         [](const S& s) { return gap_in_words(s.skill); }},
        {"due", "day by which", [](const S& s) { return date_text(s.skill.by); }},
        {"evidence", "what showed the gap",
         [](const S& s) { return evidence_of(s.plan, s.skill.id); }},
        {"track", "the levels, drawn",
         [](const S& s) {
             return level_track({"skill-" + s.skill.id.str(), s.skill.title, s.skill.start,
                                 s.skill.level, s.skill.required});
         }},
        {"activities", "titles of the activities that build it",
         [](const S& s) { return titles_of(s.plan.terms.activities, s.skill.activities); }},
        {"goals", "titles of the goals that it is to move",
         [](const S& s) { return titles_of(s.plan.terms.goals, s.skill.goals); }},
        {"history", "levels that were assessed, by day", level_shape(),
         [](const S& s) { return assessed_levels(s.skill); }},
    };
    return shape;
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

std::string title_of_skill(const ReportedActivity& reported) {
    const auto& id = reported.activity.skill;
    if (!id) {
        return {};
    }
    const auto& skills = reported.plan.skills;
    const auto skill = std::find_if(skills.begin(), skills.end(),
                                    [&](const SkillStatus& other) { return other.id == *id; });
    return skill == skills.end() ? id->str() : skill->title;
}

}  // namespace

std::vector<ReportedActivity> reported_activities(const PlanStatus& plan, OwedBy side) {
    std::vector<ReportedActivity> activities;
    for (const ActivityStatus& activity : plan.activities) {
        if (activity.owed_by == side) {
            activities.push_back({plan, activity});
        }
    }
    return activities;
}

const ViewShape<ReportedActivity>& activity_shape() {
    using A = ReportedActivity;
    static const ViewShape<A> shape{
        {"id", "its id", [](const A& a) { return a.activity.id.str(); }},
        {"title", "its title", [](const A& a) { return a.activity.title; }},
        {"kind", "training, coaching, …",
         [](const A& a) { return a.activity.kind ? to_string(*a.activity.kind) : ""; }},
        {"skill", "title of the skill that it builds", title_of_skill},
        {"owner", "who owes it", [](const A& a) { return a.activity.owner; }},
        {"when", "when it is due, or was done",
         [](const A& a) { return when_in_words(a.activity); }},
        {"verdict", "done, late or on schedule, in words",
         [](const A& a) { return verdict_in_words(a.activity); }},
        {"tone", "good or warning",
         [](const A& a) { return tone_name(tone_of(a.activity.verdict)); }},
    };
    return shape;
}

}  // namespace perfplan::output
