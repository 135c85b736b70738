// perfplan skill cancel: activities that are no longer agreed.
#include <perfplan/base/text.hpp>

#include "skill.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

/// What is left of an activity: the records that say that it was done.
Diagnostics warn_of_what_stays(const OpenPlan& open, const std::vector<Slug>& activities) {
    Diagnostics warnings;
    for (const Slug& activity : activities) {
        const auto ticks = static_cast<std::size_t>(
            std::ranges::count_if(open.plan.journal, [&](const JournalEntry& entry) {
                return std::ranges::find(entry.record.done, activity) != entry.record.done.end();
            }));
        if (ticks > 0) {
            const bool is_one = ticks == 1;
            std::string stay =
                fmt::format("{} that '{}' was done {} in the journal", count(ticks, "record"),
                            activity.str(), is_one ? "stays" : "stay");
            if (open.agreed.newest) {
                warnings.push_back(warning(std::move(stay)));
                continue;
            }
            stay += fmt::format(", where 'perfplan check' takes {} for {}", is_one ? "it" : "them",
                                is_one ? "an error" : "errors");
            warnings.push_back(
                warning(std::move(stay),
                        "nobody has signed terms that have the activity: put it back "
                        "into plan.yaml, sign, and cancel it then"));
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
    command.options = {reason_option(), by_option(), dry_run_option(), quiet_option()};
    command.examples = {{"perfplan skill cancel dana-reyes meddicc-workshop", "one activity less"}};
    command.run = run;
    return command;
}

}  // namespace perfplan
