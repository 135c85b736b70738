// perfplan goal drop: goals that are no longer agreed.
#include <perfplan/base/text.hpp>

#include "goal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

/// What is left of a dropped goal: its readings in the journal, and skills that are to move it.
Diagnostics warn_of_what_stays(const OpenPlan& open, const std::vector<Slug>& goals) {
    Diagnostics warnings;
    for (const Slug& goal : goals) {
        const std::size_t readings = readings_of(goal, open.plan.journal, open.today).size();
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

Result<ExitCode> run(const Arguments& arguments, Io& io) {
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
    command.run = run;
    return command;
}

}  // namespace perfplan
