// perfplan skill list: the skills of a plan, what is to build them, and where all that stands.
#include "../output/development_output.hpp"
#include "plan_list.hpp"
#include "skill.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

/// Both tables, each only if it has rows.
template <class Print>
std::string both(const PlanStatus& plan, Date date, const Print& print) {
    std::string text;
    if (!plan.skills.empty()) {
        text += print(skills_table(plan, date));
    }
    if (!plan.activities.empty()) {
        text += (text.empty() ? "" : "\n") + print(activities_table(plan, date));
    }
    return text;
}

Listed listed() {
    return {titles(development_sheet({})), development_member_names()};
}

std::string text_of(const PlanStatus& plan, const Output& output, Date date, Io& io) {
    if (plan.skills.empty() && plan.activities.empty() && output.format == Format::table) {
        io.report({warning(
            "the plan has no skills and no activities yet",
            fmt::format("'perfplan skill add {}' agrees on a skill", to_string(plan.ref)))});
    }
    if (output.is_sheet()) {
        return sheet_text(development_sheet(plan), output, io);
    }
    switch (output.format) {
        case Format::json: return development_json(plan, date);
        case Format::ndjson: return development_ndjson(plan, output.fields);
        case Format::markdown: return both(plan, date, markdown_table);
        default: break;
    }
    return both(plan, date, [&](const Table& table) {
        return text_table(table, Style(io.colour(Stream::output)), io.width());
    });
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    return list_plan(arguments, io, listed(), text_of);
}

}  // namespace

Command skill_list_command() {
    Command command;
    command.name = "skill list";
    command.summary = "List skills and activities and where they stand";
    command.description =
        "Skills with their levels, and activities with who owes them: what the company promised as plainly as what the "
        "rep is to do.";
    command.positionals = {plan_positional()};
    command.options = plan_list_options(listed());
    command.examples = {{"perfplan skill list dana-reyes", "a row each"},
                        {"perfplan skill list dana-reyes --format json", "with all levels"}};
    command.run = run;
    return command;
}

}  // namespace perfplan
