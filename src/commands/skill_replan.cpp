// perfplan skill replan: other terms for an activity.
#include <perfplan/base/text.hpp>

#include "skill.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

bool unsets(const FieldChanges& changes, std::string_view field) {
    return std::ranges::find(changes.unset, field) != changes.unset.end();
}

/// What was ticked off counts for what is to be done once, whenever that is: it would be done.
Result<void> require_not_done(const Slug& id, const OpenPlan& open) {
    const JournalEntry* before = done_before(id, open.plan.journal);
    if (before == nullptr) {
        return {};
    }
    return fail(
        refusal(fmt::format("'{}' was done on {}, as {} recorded: due once, it would count as done",
                            id.str(), to_string(before->record.date), visible(before->record.by)),
                fmt::format("'perfplan skill plan {} ID' plans it anew, with an id of its own",
                            to_string(open.plan.ref))));
}

/// An activity is due once or every so often: the one takes the place of the other.
Result<void> settle_when(FieldChanges& changes, const Slug& id, const OpenPlan& open) {
    const Activity& activity = *find(open.written.activities, id.str());
    const bool due = has_field(changes.set, "due");
    const bool every = has_field(changes.set, "every");
    const bool starts = has_field(changes.set, "starts");
    if (due && every) {
        return fail(due_or_every());
    }
    const bool recurs = every || (activity.every && !due && !unsets(changes, "every"));
    if (starts && !recurs) {
        return fail(starts_without_every());
    }
    if (due || unsets(changes, "every")) {
        changes.unset.insert(changes.unset.end(), {"every", "starts"});
    }
    if (every) {
        changes.unset.emplace_back("due");
    }
    // what is agreed today can't be late for yesterday
    if (every && !starts && !unsets(changes, "starts") && open.today > open.written.starts) {
        changes.set.push_back({{"starts"}, yaml::Value::verbatim(to_string(open.today))});
    }
    return due ? require_not_done(id, open) : Result<void>();
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
    const bool is_owed_anew = has_field(changes->set, "owner") || unsets(*changes, "owner");
    if (auto settled = settle_when(*changes, id, *open); !settled) {
        return tl::unexpected(std::move(settled).error());
    }
    return change_and_tell(
        arguments, io, *open,
        [&](const yaml::Document& terms) {
            return with_changes(terms, activities_section, id, *changes);
        },
        list_of(activity_commands(), *open), {},
        is_owed_anew ? who_owes_it(open->written, arguments.value("owner")) : "");
}

}  // namespace

Command skill_replan_command() {
    Command command;
    command.name = "skill replan";
    command.summary = "Change the terms of an activity";
    command.description =
        "Changes only the fields that are named; the rest of plan.yaml stays as it was written. An activity is due once "
        "or every so often: --due takes the place of --every and --starts, and --every that of --due, counted from today "
        "if the plan runs and --starts does not say from when. Signed terms are amended.";
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
