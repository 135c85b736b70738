// perfplan skill replan: other terms for an activity.
#include "skill.hpp"

namespace perfplan {

namespace {

/// An activity is due once or every so often: the one takes the place of the other.
Result<void> settle_when(FieldChanges& changes, const Arguments& arguments,
                         const Activity& activity) {
    if (arguments.has("due") && arguments.has("every")) {
        return fail(due_or_every());
    }
    const bool recurs = arguments.has("every") || (activity.every && !arguments.has("due"));
    if (arguments.has("starts") && !recurs) {
        return fail(starts_without_every());
    }
    if (arguments.has("due")) {
        changes.unset.insert(changes.unset.end(), {"every", "starts"});
    }
    if (arguments.has("every")) {
        changes.unset.emplace_back("due");
    }
    return {};
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto open = open_plan(arguments, io);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const auto named = activity_commands().named(arguments, open->written);
    if (!named) {
        return tl::unexpected(named.error());
    }
    const Slug& id = named->front();
    auto changes =
        field_changes(activities_section, arguments, {*open}, activity_commands().example);
    if (!changes) {
        return tl::unexpected(changes.error());
    }
    const Activity& activity = *find(open->written.activities, id.str());
    if (auto settled = settle_when(*changes, arguments, activity); !settled) {
        return tl::unexpected(std::move(settled).error());
    }
    return change_and_tell(
        arguments, io, *open,
        [&](const yaml::Document& terms) {
            return with_changes(terms, activities_section, id, *changes);
        },
        list_of(activity_commands(), *open));
}

}  // namespace

Command skill_replan_command() {
    Command command;
    command.name = "skill replan";
    command.summary = "Change the terms of an activity";
    command.description =
        "Changes only the fields that are named; the rest of plan.yaml stays as it was written. An activity is due once "
        "or every so often: --due takes the place of --every and --starts, and --every that of --due.";
    command.positionals = {
        plan_positional(),
        {"ACTIVITY", "the activity", Positional::Arity::one, Completes::planned}};
    command.options = field_options(activities_section);
    command.options.push_back(unset_option(activities_section));
    command.options.push_back(reason_option());
    command.options.push_back(by_option());
    command.options.push_back(dry_run_option());
    command.options.push_back(quiet_option());
    command.examples = {
        {"perfplan skill replan dana-reyes meddicc-workshop --due +2w", "the same, later"},
        {"perfplan skill replan dana-reyes meddicc-workshop --owner 'Mia Chen' --dry-run",
         "see the change first"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
