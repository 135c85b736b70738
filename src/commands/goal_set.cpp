// perfplan goal set: other terms for a goal.
#include "goal.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto open = open_plan(arguments, io);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const auto goals = named_goals(arguments, open->written);
    if (!goals) {
        return tl::unexpected(goals.error());
    }
    const Slug& goal = goals->front();
    const ValueContext context{*open, find(open->written.goals, goal.str())->unit};
    const auto changes =
        field_changes(goals_section, arguments, context, "--target 800k or --unset due");
    if (!changes) {
        return tl::unexpected(changes.error());
    }
    return change_and_tell(
        arguments, io, *open,
        [&](const yaml::Document& terms) {
            return with_changes(terms, goals_section, goal, *changes);
        },
        fmt::format("perfplan goal list {}", to_string(open->plan.ref)));
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
    command.options = field_options(goals_section);
    command.options.push_back(unset_option(goals_section));
    command.options.push_back(reason_option());
    command.options.push_back(by_option());
    command.options.push_back(dry_run_option());
    command.options.push_back(quiet_option());
    command.examples = {
        {"perfplan goal set dana-reyes pipeline --target 800k --due +2w",
         "another target, another date"},
        {"perfplan goal set dana-reyes pipeline --checkpoint 2026-11-30=600k --dry-run",
         "see the change first"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
