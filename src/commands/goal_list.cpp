// perfplan goal list: the goals of a plan and where they stand.
#include "../output/status_output.hpp"
#include "agreed.hpp"
#include "goal.hpp"
#include "listing.hpp"

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
    const auto output = output_of(arguments, listed());
    const auto open = open_plan(arguments, io);
    if (!output || !open) {
        return tl::unexpected(!output ? output.error() : open.error());
    }
    const auto date = as_of(arguments, open->tree.settings(), open->today);
    if (!date) {
        return tl::unexpected(date.error());
    }
    const PlanStatus status =
        status_of(open->tree, open->plan, agreed_terms(open->tree, open->plan, *date), *date);
    tell_of_late_records(open->plan, *date, io);
    if (auto delivered = deliver(arguments, io, text_of(status, *output, *date, io)); !delivered) {
        return tl::unexpected(std::move(delivered).error());
    }
    return ExitCode::done;
}

}  // namespace

Command goal_list_command() {
    Command command;
    command.name = "goal list";
    command.summary = "List the goals of a plan and where they stand";
    command.positionals = {plan_positional()};
    command.options = {as_of_option()};
    const std::vector<Option> output = output_options(listed());
    command.options.insert(command.options.end(), output.begin(), output.end());
    command.examples = {{"perfplan goal list dana-reyes", "a row each"},
                        {"perfplan goal list dana-reyes --format csv", "for a spreadsheet"}};
    command.run = run;
    return command;
}

}  // namespace perfplan
