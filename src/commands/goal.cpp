// perfplan goal: the group, and what its commands share.
#include "goal.hpp"

#include "registry.hpp"

namespace perfplan {

namespace {

Result<std::vector<Slug>> named_goals(const Arguments& arguments, const Plan& plan) {
    return parse_goals(plan, behind_plan(arguments));
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

}  // namespace perfplan
