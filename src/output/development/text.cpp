#include "evaluate/figures.hpp"
#include "output/describe/goal.hpp"
#include "output/development/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

std::string joined(const std::vector<Slug>& ids, std::string_view separator) {
    std::string text;
    for (const Slug& id : ids) {
        text.append(text.empty() ? "" : separator).append(id.str());
    }
    return text;
}

std::string or_dash(std::string text) {
    return text.empty() ? "-" : std::move(text);
}

/// "late 3d", "done, 2d late", "on-schedule"; of a recurring one also what was missed of what was
/// due: "missed 1/3"
std::string verdict_in_words(const ActivityStatus& activity) {
    std::string words(to_string(activity.verdict));
    if (activity.late_days > 0) {
        words += activity.verdict == ActivityVerdict::done
                     ? fmt::format(", {}d late", activity.late_days)
                     : fmt::format(" {}d", activity.late_days);
    }
    if (activity.every && activity.missed > 0) {
        words += fmt::format(", missed {}/{}", activity.missed, activity.due_so_far);
    }
    return words;
}

bool is_among(const std::vector<TableColumn>& columns, std::string_view title) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const TableColumn& column) { return column.title == title; });
}

constexpr std::string_view entry_column = "entry";

/// The columns of both, each name once.
std::vector<TableColumn> columns_of_both() {
    std::vector<TableColumn> columns{{std::string(entry_column)}};
    const auto add = [&](std::string_view name) {
        if (!is_among(columns, name)) {
            columns.push_back({std::string(name)});
        }
    };
    for (const auto& field : skill_output_fields()) {
        add(field.name);
    }
    add("goals");
    add("activities");
    for (const auto& field : activity_output_fields()) {
        add(field.name);
    }
    return columns;
}

using Cells = std::vector<std::pair<std::string_view, std::string>>;

template <class S>
Cells cells_of(std::string_view entry, const std::vector<OutputField<S>>& fields, const S& from) {
    Cells cells{{entry_column, std::string(entry)}};
    for (const OutputField<S>& field : fields) {
        cells.emplace_back(field.name, to_cell(field.value(from)));
    }
    return cells;
}

std::vector<std::string> row_of(const std::vector<TableColumn>& columns, const Cells& cells) {
    std::vector<std::string> row;
    for (const TableColumn& column : columns) {
        const auto found = std::find_if(cells.begin(), cells.end(), [&](const auto& cell) {
            return cell.first == column.title;
        });
        row.push_back(found == cells.end() ? "" : found->second);
    }
    return row;
}

}  // namespace

Table skills_table(const PlanStatus& plan, Date as_of) {
    Table table;
    table.columns = {{"SKILL", Align::left, WhenNarrow::keep},
                     {"FROM", Align::right},
                     {"LEVEL", Align::right},
                     {"GAP", Align::right},
                     {"BY", Align::right},
                     {"VERDICT", Align::left, WhenNarrow::keep},
                     {"MEANS"},
                     {"MOVES"}};
    for (const SkillStatus& skill : plan.skills) {
        table.rows.push_back({skill.id.str(), std::to_string(skill.start),
                              fmt::format("{} of {}", skill.level, skill.required),
                              std::to_string(std::max(0, skill.gap())), day(skill.by, as_of),
                              skill_verdict_in_words(skill),
                              meaning_of(skill.levels, skill.level).value_or("-"),
                              or_dash(joined(skill.goals, ", "))});
    }
    return table;
}

Table activities_table(const PlanStatus& plan, Date as_of) {
    Table table;
    table.columns = {{"ACTIVITY", Align::left, WhenNarrow::keep},
                     {"OWED BY"},
                     {"OWNER"},
                     {"DUE", Align::right},
                     {"DONE", Align::right},
                     {"VERDICT", Align::left, WhenNarrow::keep},
                     {"BUILDS"}};
    for (const ActivityStatus& activity : plan.activities) {
        table.rows.push_back({activity.id.str(), std::string(to_string(activity.owed_by)),
                              activity.owner, day(activity.due, as_of),
                              day(activity.done_on, as_of), verdict_in_words(activity),
                              activity.skill ? activity.skill->str() : "-"});
    }
    return table;
}

Table development_sheet(const PlanStatus& plan) {
    Table table;
    table.columns = columns_of_both();
    for (const SkillStatus& skill : plan.skills) {
        Cells cells = cells_of("skill", skill_output_fields(), skill);
        cells.emplace_back("goals", joined(skill.goals, "\n"));
        cells.emplace_back("activities", joined(skill.activities, "\n"));
        table.rows.push_back(row_of(table.columns, cells));
    }
    for (const ActivityStatus& activity : plan.activities) {
        table.rows.push_back(
            row_of(table.columns, cells_of("activity", activity_output_fields(), activity)));
    }
    return table;
}

namespace {

/// "3, Qualifies"
std::string level_with_meaning(int level, const Scale& levels) {
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
    const std::string since = is_latest ? ""
                                        : fmt::format("; since then {}, on {}",
                                                      level_with_meaning(skill.level, skill.levels),
                                                      day(skill.history.back().on, today));
    return fmt::format("{} {} of {}{}; was {}{}; {}\n", skill.id.str(), level, skill.required,
                       meaning ? ": " + visible(*meaning) : "",
                       level_with_meaning(before, skill.levels), since, what_is_left(skill, today));
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

}  // namespace perfplan::output
