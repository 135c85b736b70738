// perfplan goal list: the goals of a plan and where they stand.
#include "../output/status_output.hpp"
#include "goal.hpp"
#include "plan_list.hpp"

namespace perfplan {

namespace {

Listed listed() {
    return {titles(goals_sheet({})), goal_member_names()};
}

std::string text_of(const PlanStatus& plan, const Output& output, Date date, const Io& io) {
    if (output.is_sheet()) {
        return sheet_text(goals_sheet(plan), output, io);
    }
    switch (output.format) {
        case Format::json: return goals_json(plan, date);
        case Format::ndjson: return goals_ndjson(plan, output.fields);
        case Format::markdown: return markdown_table(goals_table(plan, date));
        default: break;
    }
    return text_table(goals_table(plan, date), Style(io.colour(Stream::output)), io.width());
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    return list_plan(arguments, io, listed(), text_of);
}

}  // namespace

Command goal_list_command() {
    Command command;
    command.name = "goal list";
    command.summary = "List the goals of a plan and where they stand";
    command.positionals = {plan_positional()};
    command.options = plan_list_options(listed());
    command.examples = {{"perfplan goal list dana-reyes", "a row each"},
                        {"perfplan goal list dana-reyes --format csv", "for a spreadsheet"}};
    command.run = run;
    return command;
}

}  // namespace perfplan
