// perfplan goal: the group, and what its commands share.
// perfplan goal set: other terms for a goal.
// perfplan goal drop: goals that are no longer agreed.
// perfplan goal list: the goals of a plan and where they stand.
#include "commands/goal/goal.hpp"

#include "base/text/text.hpp"
#include "commands/common/listing.hpp"
#include "commands/registry.hpp"
#include "output/status/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

Result<std::vector<Slug>> named_goals(const Arguments& arguments, const Plan& plan) {
    return parse_goals(plan, arguments_after_plan(arguments));
}

/// What values of a goal depend on: what it is counted in.
ValueContext goal_context(const OpenPlan& open, const Slug& goal) {
    return {open, find(open.written.goals, goal.str())->unit};
}

}  // namespace

const SectionCommands& goal_commands() {
    static const SectionCommands commands{goals_section, named_goals, goal_context,
                                          "--target 800k or --unset due", "goal list"};
    return commands;
}

Command goal_command() {
    Command command;
    command.name = "goal";
    command.summary = "Add, change, drop, read and list the goals of a plan";
    command.description =
        "Goals are part of the terms, in plan.yaml. Readings of them go into the journal.";
    command.examples = {
        {"perfplan goal add dana-reyes pipeline=240k..750k --unit USD --due 2026-12-18",
         "from 240,000 to 750,000"},
        {"perfplan goal record dana-reyes pipeline=310k discount=14% --on friday", "two readings"},
    };
    command.subcommands = {goal_add_command(), goal_set_command(), goal_drop_command(),
                           goal_record_command(), goal_list_command()};
    return command;
}

namespace {

Result<ExitCode> run_goal_set(const Arguments& arguments, Io& io) {
    return set_entry(arguments, io, goal_commands());
}

}  // namespace

Command goal_set_command() {
    Command command;
    command.name = "goal set";
    command.summary = "Change the terms of a goal";
    command.description =
        "Changes only the fields that are named; the rest of plan.yaml stays as it was written. Signed terms are "
        "amended, which takes a --reason; what makes anything harder is in force when it is signed.";
    command.positionals = {plan_positional(),
                           {"GOAL", "the goal", Positional::Arity::one, Completes::goal}};
    command.options = set_options(goals_section);
    command.examples = {
        {"perfplan goal set dana-reyes pipeline --target 800k --due +2w",
         "another target, another date"},
        {"perfplan goal set dana-reyes pipeline --checkpoint 2026-11-30=600k --dry-run",
         "see the change first"},
    };
    command.run = run_goal_set;
    return command;
}

namespace {

/// What is left of a dropped goal: its readings in the journal, and skills that are to move it.
Diagnostics warn_of_what_stays(const OpenPlan& open, const std::vector<Slug>& goals) {
    Diagnostics warnings;
    for (const Slug& goal : goals) {
        const std::size_t readings =
            readings_of(goal, Combine::latest, open.plan.journal, open.today).size();
        if (readings > 0) {
            warnings.push_back(warn_of_records(
                open, readings, fmt::format("{} of '{}'", count(readings, "reading"), goal.str())));
        }
        for (const auto& [id, skill] : open.written.skills) {
            if (std::find(skill.goals.begin(), skill.goals.end(), goal) != skill.goals.end()) {
                warnings.push_back(
                    warning(fmt::format("skill '{}' is to move '{}', which is dropped", id.str(),
                                        goal.str()),
                            fmt::format("'perfplan skill set {} {}' names its goals",
                                        to_string(open.plan.ref), id.str())));
            }
        }
    }
    return warnings;
}

Result<ExitCode> run_goal_drop(const Arguments& arguments, Io& io) {
    return drop_entries(arguments, io, goal_commands(), warn_of_what_stays);
}

}  // namespace

Command goal_drop_command() {
    Command command;
    command.name = "goal drop";
    command.summary = "Take goals out of a plan";
    command.description =
        "Takes the goals out of plan.yaml. What was recorded about them stays in the journal.";
    command.positionals = {plan_positional(),
                           {"GOAL", "a goal", Positional::Arity::some, Completes::goal}};
    command.options = change_options();
    command.examples = {{"perfplan goal drop dana-reyes forecast-habit", "one goal less"}};
    command.run = run_goal_drop;
    return command;
}

namespace {

Listed goal_listing() {
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
    return text_table(goals_table(plan, date), Style(io.color(Stream::output)), io.width());
}

Result<ExitCode> run_goal_list(const Arguments& arguments, Io& io) {
    return list_plan(arguments, io, goal_listing(), text_of);
}

}  // namespace

Command goal_list_command() {
    Command command;
    command.name = "goal list";
    command.summary = "List the goals of a plan and where they stand";
    command.positionals = {plan_positional()};
    command.options = plan_list_options(goal_listing());
    command.examples = {{"perfplan goal list dana-reyes", "a row each"},
                        {"perfplan goal list dana-reyes --format csv", "for a spreadsheet"}};
    command.run = run_goal_list;
    return command;
}

}  // namespace perfplan::commands
