// perfplan skill set: other terms for a skill.
#include "skill.hpp"

namespace perfplan {

namespace {

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    return set_entry(arguments, io, skill_commands());
}

}  // namespace

Command skill_set_command() {
    Command command;
    command.name = "skill set";
    command.summary = "Change the terms of a skill";
    command.description =
        "Changes only the fields that are named; the rest of plan.yaml stays as it was written. The goals that --goal "
        "names take the place of those that were there.";
    command.positionals = {plan_positional(),
                           {"SKILL", "the skill", Positional::Arity::one, Completes::skill}};
    command.options = set_options(skills_section);
    command.examples = {
        {"perfplan skill set dana-reyes discovery --required 3 --due +2w", "less, and later"},
        {"perfplan skill set dana-reyes discovery --unset by --dry-run", "see the change first"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
