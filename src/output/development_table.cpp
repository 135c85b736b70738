#include "development_output.hpp"
#include "words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

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
                              std::string(to_string(skill.verdict)),
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

}  // namespace perfplan
