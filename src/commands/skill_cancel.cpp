// perfplan skill cancel: activities that are no longer agreed.
#include <perfplan/base/text.hpp>
#include <perfplan/evaluate/development.hpp>

#include "skill.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

/// What is left of an activity: the records that say that it was done.
Diagnostics warn_of_what_stays(const OpenPlan& open, const std::vector<Slug>& activities) {
    Diagnostics warnings;
    for (const Slug& activity : activities) {
        const std::size_t ticks = done_dates(activity, open.plan.journal, open.today).size();
        if (ticks > 0) {
            warnings.push_back(warn_of_records(
                open, ticks,
                fmt::format("{} that '{}' was done", count(ticks, "record"), activity.str())));
        }
    }
    return warnings;
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    return drop_entries(arguments, io, activity_commands(), warn_of_what_stays);
}

}  // namespace

Command skill_cancel_command() {
    Command command;
    command.name = "skill cancel";
    command.summary = "Take activities out of a plan";
    command.description =
        "Takes the activities out of plan.yaml. Records that they were done stay in the journal. Signed terms are amended.";
    command.positionals = {
        plan_positional(),
        {"ACTIVITY", "an activity", Positional::Arity::some, Completes::planned}};
    command.options = change_options();
    command.examples = {{"perfplan skill cancel dana-reyes call-review", "one activity less"}};
    command.run = run;
    return command;
}

}  // namespace perfplan
