#include <perfplan/evaluate/words.hpp>

#include "development_output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

/// "3, Qualifies"
std::string in_words(int level, const Scale& levels) {
    const auto meaning = meaning_of(levels, level);
    return meaning ? fmt::format("{}, {}", level, visible(*meaning)) : std::to_string(level);
}

std::string joined(const std::vector<Slug>& goals) {
    std::vector<std::string> names;
    for (const Slug& goal : goals) {
        names.push_back(goal.str());
    }
    return listing(names);
}

/// "1 to go by Nov 30; to move pipeline"
std::string what_is_left(const SkillStatus& skill, Date today) {
    const std::string by = skill.by ? " by " + day(skill.by, today) : "";
    const std::string moves = skill.goals.empty() ? "" : "; to move " + joined(skill.goals);
    return skill.gap() <= 0 ? "reached" + moves
                            : fmt::format("{} to go{}{}", skill.gap(), by, moves);
}

/// What each level of a skill means, with the one it is at and the one it is to reach.
std::string described(const SkillStatus& skill, Date today) {
    const std::string by = skill.by ? " by " + day(skill.by, today) : "";
    std::string text = fmt::format("{}: {}, level {}, {} required{}\n", skill.id.str(),
                                   visible(skill.title), skill.level, skill.required, by);
    if (skill.levels.empty()) {
        return text + fmt::format("  levels are {} to {}; perfplan.yaml does not describe them\n",
                                  lowest_level, highest_level);
    }
    std::size_t width = 0;
    for (const auto& [level, meaning] : skill.levels) {
        width = std::max(width, display_width(visible(meaning)));
    }
    for (const auto& [level, meaning] : skill.levels) {
        const std::string mark = level == skill.level      ? "  now"
                                 : level == skill.required ? "  required"
                                                           : "";
        text += fmt::format("  {}  {}{}\n", level,
                            mark.empty() ? visible(meaning) : pad(visible(meaning), width), mark);
    }
    return text;
}

/// What a recurring activity is still to do: ", next by Oct 22", ", what was due on Oct 15 is still
/// open"
std::string what_is_still_due(const ActivityStatus& activity, Date today) {
    switch (activity.verdict) {
        case ActivityVerdict::done: return ", for the last time";
        case ActivityVerdict::late:
            return fmt::format(", what was due on {} is still open", day(activity.due, today));
        case ActivityVerdict::on_schedule: break;
    }
    return activity.due ? ", next by " + day(activity.due, today) : "";
}

}  // namespace

std::string skill_standing(const SkillStatus& skill, Date on, Date today) {
    int before = skill.start;
    int level = skill.start;
    for (const SkillLevel& entry : skill.history) {
        if (entry.on <= on) {
            before = entry.on < on ? entry.level : before;
            level = entry.level;
        }
    }
    const auto meaning = meaning_of(skill.levels, level);
    const bool is_latest = skill.history.empty() || skill.history.back().on <= on;
    const std::string since =
        is_latest ? ""
                  : fmt::format("; since then {}, on {}", in_words(skill.level, skill.levels),
                                day(skill.history.back().on, today));
    return fmt::format("{} {} of {}{}; was {}{}; {}\n", skill.id.str(), level, skill.required,
                       meaning ? ": " + visible(*meaning) : "", in_words(before, skill.levels),
                       since, what_is_left(skill, today));
}

std::string levels_described(const std::vector<SkillStatus>& skills, Date today) {
    std::string text;
    for (const SkillStatus& skill : skills) {
        text += (text.empty() ? "" : "\n") + described(skill, today);
    }
    return text;
}

std::string tick(const Slug& id, Date on, Date today, std::string_view how) {
    return fmt::format("{} done {}{}\n", id.str(), day(on, today), how);
}

std::string in_time(int late_days, const std::optional<Date>& due) {
    if (late_days > 0) {
        return fmt::format(", {} late", count(static_cast<std::size_t>(late_days), "day"));
    }
    return due ? ", in time" : "";
}

std::string activity_standing(const ActivityStatus& activity, Date on, Date today) {
    return tick(activity.id, on, today,
                activity.every ? what_is_still_due(activity, today)
                               : in_time(activity.late_days, activity.due));
}

}  // namespace perfplan
