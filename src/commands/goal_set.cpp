// perfplan goal set: other terms for a goal.
#include "goal.hpp"

namespace perfplan {

namespace {

Result<ExitCode> run(const Arguments& arguments, Io& io) {
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
    command.run = run;
    return command;
}

}  // namespace perfplan
