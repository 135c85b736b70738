// perfplan skill drop: skills that are no longer agreed.
#include <perfplan/base/text.hpp>

#include "skill.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

/// What is left of a dropped skill: its levels in the journal, and activities that build it.
Diagnostics warn_of_what_stays(const OpenPlan& open, const std::vector<Slug>& skills) {
    Diagnostics warnings;
    for (const Slug& skill : skills) {
        const std::size_t levels = levels_of(skill, open.plan.journal, open.today).size();
        if (levels > 0) {
            warnings.push_back(warn_of_records(
                open, levels, fmt::format("{} of '{}'", count(levels, "level"), skill.str())));
        }
        for (const Slug& activity : activities_for(skill, open.written)) {
            const std::string which =
                fmt::format("{} {}", to_string(open.plan.ref), activity.str());
            warnings.push_back(warning(
                fmt::format("activity '{}' builds '{}', which is dropped", activity.str(),
                            skill.str()),
                fmt::format("'perfplan skill cancel {}{}' takes it out, 'perfplan skill replan {} "
                            "--unset skill{}' keeps it",
                            which, reason_if_signed(open), which, reason_if_signed(open))));
        }
    }
    return warnings;
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    return drop_entries(arguments, io, skill_commands(), warn_of_what_stays);
}

}  // namespace

Command skill_drop_command() {
    Command command;
    command.name = "skill drop";
    command.summary = "Take skills out of a plan";
    command.description =
        "Takes the skills out of plan.yaml. Levels that were recorded stay in the journal, activities in the terms.";
    command.positionals = {plan_positional(),
                           {"SKILL", "a skill", Positional::Arity::some, Completes::skill}};
    command.options = change_options();
    command.examples = {{"perfplan skill drop dana-reyes discovery", "one skill less"}};
    command.run = run;
    return command;
}

}  // namespace perfplan
