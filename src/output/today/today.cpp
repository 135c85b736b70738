#include "output/today/today.hpp"

#include "base/text/text.hpp"
#include "evaluate/figures.hpp"
#include "format/json.hpp"
#include "output/status/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::output {

namespace {

constexpr std::size_t most_rows = 8;      ///< of a section
constexpr std::size_t most_commands = 6;  ///< to paste

/// A row of a section: three columns, of which the last one is wrapped.
struct DayRow {
    std::string lead;
    std::string plan;
    std::string text;
    Tone tone = Tone::plain;  ///< of the lead
};

/// At most `most_rows` rows below a heading; `rest`: where the others are shown.
std::string day_section(std::string_view heading, const std::vector<DayRow>& rows,
                        std::string_view rest, const Style& style, std::size_t width) {
    if (rows.empty()) {
        return {};
    }
    const std::size_t shown = std::min(rows.size(), most_rows);
    std::size_t lead_width = 0;
    std::size_t plan_width = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        lead_width = std::max(lead_width, display_width(rows[i].lead));
        plan_width = std::max(plan_width, display_width(rows[i].plan));
    }
    const std::size_t indent = 2 + lead_width + (lead_width > 0 ? 2 : 0) + plan_width + 2;
    constexpr std::size_t least_text = 20;
    const std::size_t text_width = width > indent + least_text ? width - indent : least_text;
    std::string text = fmt::format("\n{}\n", style.bold(heading));
    for (std::size_t i = 0; i < shown; ++i) {
        const DayRow& row = rows[i];
        const std::string lead = std::string(lead_width - display_width(row.lead), ' ') + row.lead;
        std::string start = "  " + (lead_width > 0 ? style.toned(row.tone, lead) + "  " : "") +
                            pad(row.plan, plan_width) + "  ";
        for (const std::string& line : wrap(visible(row.text), text_width)) {
            text += start + line + "\n";
            start = std::string(indent, ' ');
        }
    }
    if (rows.size() > shown) {
        text += fmt::format("  and {} more: {}\n", rows.size() - shown, rest);
    }
    return text;
}

std::string step_text(const AgendaEntry& entry) {
    const NextStep& step = entry.step;
    const std::string what =
        step.kind == StepKind::review ? fmt::format("{} with {}", step.what, entry.rep) : step.what;
    return step.owner && step.owed_by == OwedBy::rep ? fmt::format("{}: {}", *step.owner, what)
                                                     : what;
}

/// The steps from `first` on (nothing: however old) to `last`.
std::vector<DayRow> step_rows(const Today& today, std::optional<Date> first, Date last) {
    std::vector<DayRow> rows;
    for (const AgendaEntry& entry : today.entries) {
        const NextStep& step = entry.step;
        if ((first && step.on < *first) || step.on > last) {
            continue;
        }
        std::string lead = step.on == today.as_of  ? std::string()
                           : step.on < today.as_of ? fmt::format("{}d late", step.late_days)
                                                   : day(step.on, today.as_of);
        rows.push_back({std::move(lead), to_string(entry.plan), step_text(entry),
                        step.on < today.as_of ? Tone::warning : Tone::plain});
    }
    return rows;
}

std::vector<DayRow> trouble_rows(const Today& today) {
    std::vector<DayRow> rows;
    for (const PlanInTrouble& plan : today.in_trouble) {
        rows.push_back({plan.verdict ? std::string(to_string(*plan.verdict)) : "-",
                        to_string(plan.need.ref), plan.reason, tone_of(plan.verdict)});
    }
    return rows;
}

std::vector<DayRow> stale_rows(const Today& today) {
    std::vector<DayRow> rows;
    for (const StaleGoal& goal : today.stale) {
        rows.push_back({"", to_string(goal.plan),
                        goal.read_on ? fmt::format("{}, last reading {}", goal.goal.str(),
                                                   day(goal.read_on, today.as_of))
                                     : fmt::format("{}, no reading yet", goal.goal.str())});
    }
    return rows;
}

std::vector<DayRow> recognition_rows(const Today& today) {
    std::vector<DayRow> rows;
    for (const Unrecognized& reached : today.unrecognized) {
        rows.push_back({"", to_string(reached.plan),
                        fmt::format("{}: {}", reached.rep, reached.achievement.what)});
    }
    return rows;
}

/// The command that settles a step; nothing where there is none or somebody else has to act.
std::string command_for(const AgendaEntry& entry) {
    const std::string plan = to_string(entry.plan);
    switch (entry.step.kind) {
        case StepKind::review: return fmt::format("perfplan review {}", plan);
        case StepKind::end: return fmt::format("perfplan review {} --decision", plan);
        case StepKind::activity:
        case StepKind::follow_up:
        case StepKind::deliverable:
            return fmt::format("perfplan activity done {} {}", plan, entry.step.id);
        case StepKind::signature:
            return fmt::format("perfplan sign {} --as {}", plan, entry.step.id);
        case StepKind::checkpoint:
        case StepKind::goal: return fmt::format("perfplan goal record {} {}=", plan, entry.step.id);
        case StepKind::skill:
            return fmt::format("perfplan skill assess {} {}=", plan, entry.step.id);
    }
    return {};
}

/// What to type next: for what is late or due today, for missing figures, for recognition.
std::vector<std::string> next_commands(const Today& today) {
    std::vector<std::string> commands;
    const auto add = [&](std::string command) {
        if (std::ranges::find(commands, command) == commands.end()) {
            commands.push_back(std::move(command));
        }
    };
    for (const Unrecognized& reached : today.unrecognized) {
        add(fmt::format("perfplan note {} --kind recognition --{} {}", to_string(reached.plan),
                        reached.achievement.kind == StepKind::skill ? "skill" : "goal",
                        reached.achievement.id.str()));
    }
    for (const AgendaEntry& entry : today.entries) {
        if (entry.step.on <= today.as_of) {
            add(command_for(entry));
        }
    }
    for (const StaleGoal& goal : today.stale) {
        add(fmt::format("perfplan goal record {} {}=", to_string(goal.plan), goal.goal.str()));
    }
    return commands;
}

std::string command_lines(const Today& today, const Style& style) {
    const std::vector<std::string> commands = next_commands(today);
    if (commands.empty()) {
        return {};
    }
    std::string text = fmt::format("\n{}\n", style.bold("Next commands"));
    for (std::size_t i = 0; i < std::min(commands.size(), most_commands); ++i) {
        text += fmt::format("  {}\n", commands[i]);
    }
    return text;
}

}  // namespace

std::string today_page(const Today& today, const Style& style, std::size_t width) {
    const std::string whose =
        today.who
            ? fmt::format("{} of {}", count(today.open_plans, "open plan"), visible(*today.who))
            : count(today.open_plans, "open plan");
    std::string text =
        style.bold(fmt::format("{}, {}", weekday_name(today.as_of), to_string(today.as_of))) +
        fmt::format("  {}\n", whose);
    const Date tomorrow = today.as_of + 1;
    const std::string_view agenda = "perfplan agenda";
    text += day_section("Overdue", step_rows(today, std::nullopt, today.as_of - 1), agenda, style,
                        width);
    text += day_section("Today", step_rows(today, today.as_of, today.as_of), agenda, style, width);
    text +=
        day_section("Next 7 days", step_rows(today, tomorrow, today.until), agenda, style, width);
    text += day_section("Needs attention", trouble_rows(today), "perfplan status", style, width);
    text += day_section("Figures to record", stale_rows(today), "perfplan status", style, width);
    text += day_section("To recognize", recognition_rows(today), "perfplan log", style, width);
    if (today.who && today.open_plans == 0) {
        text += "\nYou manage no open plan here; 'perfplan today --all' shows all plans.\n";
    } else if (today.entries.empty() && today.in_trouble.empty() && today.stale.empty() &&
               today.unrecognized.empty()) {
        text += "\nNothing is due in the next 7 days, and no plan needs attention.\n";
    }
    return text + command_lines(today, style);
}

std::string today_json(const Today& today) {
    using namespace json;
    Json page{{"schema", "perfplan/today"},
              {"version", 1},
              {"as_of", to_string(today.as_of)},
              {"until", to_string(today.until)},
              {"who", today.who ? Json(*today.who) : Json()},
              {"open_plans", today.open_plans}};
    page["entries"] = Json::array();
    for (const AgendaEntry& entry : today.entries) {
        page["entries"].push_back(object(entry_fields(), entry));
    }
    page["attention"] = Json::array();
    for (const PlanInTrouble& plan : today.in_trouble) {
        page["attention"].push_back(
            {{"plan", to_string(plan.need.ref)},
             {"verdict", plan.verdict ? Json(std::string(to_string(*plan.verdict))) : Json()},
             {"reason", plan.reason}});
    }
    page["stale_goals"] = Json::array();
    for (const StaleGoal& goal : today.stale) {
        page["stale_goals"].push_back(
            {{"plan", to_string(goal.plan)},
             {"goal", goal.goal.str()},
             {"read_on", goal.read_on ? Json(to_string(*goal.read_on)) : Json()}});
    }
    page["recognize"] = Json::array();
    for (const Unrecognized& reached : today.unrecognized) {
        page["recognize"].push_back({{"plan", to_string(reached.plan)},
                                     {"rep", reached.rep},
                                     {"kind", std::string(to_string(reached.achievement.kind))},
                                     {"id", reached.achievement.id.str()},
                                     {"what", reached.achievement.what}});
    }
    page["commands"] = next_commands(today);
    return text(page, pretty);
}

}  // namespace perfplan::output
