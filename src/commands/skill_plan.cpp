// perfplan skill plan: an activity that builds a skill, in plan.yaml, whoever owes it.
#include <perfplan/base/text.hpp>

#include "skill.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

/// An id that 'done' can't mistake for another.
Result<Slug> new_id(const Arguments& arguments, const OpenPlan& open) {
    const auto id = parse_slug(behind_plan(arguments).front());
    if (!id) {
        return fail(bad_value("activity", id.error()));
    }
    const std::vector<std::string> taken = tickable(open.written);
    if (std::find(taken.begin(), taken.end(), id->str()) != taken.end()) {
        const bool is_activity = find(open.written.activities, id->str()) != nullptr;
        return fail(
            refusal(fmt::format("the plan has {} '{}' already",
                                is_activity ? "an activity" : "a deliverable", id->str()),
                    fmt::format("give it another id; 'perfplan {} {} {}{}' changes what is there",
                                is_activity ? "skill replan" : "goal set", to_string(open.plan.ref),
                                id->str(), reason_if_signed(open))));
    }
    if (const JournalEntry* before = done_before(*id, open.plan.journal)) {
        return fail(refusal(fmt::format("'{}' was done on {} already, as {} recorded", id->str(),
                                        to_string(before->record.date), visible(before->record.by)),
                            "give the new activity another id"));
    }
    return *id;
}

Result<NewEntry> new_activity(const Arguments& arguments, const OpenPlan& open) {
    const auto id = new_id(arguments, open);
    auto fields = field_edits(activities_section, arguments, {open});
    Diagnostics errors;
    collect(errors, id);
    collect(errors, fields);
    if (id && fields) {
        collect(errors, require_fields(activities_section, id->str(), *fields));
    }
    if (arguments.has("due") && arguments.has("every")) {
        errors.push_back(due_or_every());
    }
    if (arguments.has("starts") && !arguments.has("every")) {
        errors.push_back(starts_without_every());
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    count_from_today(*fields, open);
    return NewEntry{*id, *std::move(fields)};
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto open = open_plan(arguments, io);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const auto activity = new_activity(arguments, *open);
    if (!activity) {
        return tl::unexpected(activity.error());
    }
    return change_and_tell(
        arguments, io, *open,
        [&](const yaml::Document& terms) {
            return with_entries(terms, activities_section, {*activity});
        },
        fmt::format("perfplan skill done {} {}", to_string(open->plan.ref), activity->id.str()), {},
        who_owes_it(open->written, arguments.value("owner")));
}

}  // namespace

Command skill_plan_command() {
    Command command;
    command.name = "skill plan";
    command.summary = "Plan an activity: training, coaching or support";
    command.description =
        "Adds an activity to plan.yaml. The rep owes it unless --owner says somebody else: then it is a promise by the "
        "company, and shown as late when it is.";
    command.positionals = {plan_positional(),
                           {"ACTIVITY", "an id for the activity", Positional::Arity::one}};
    command.options = counting_from_today(add_options(activities_section));
    command.examples = {
        {"perfplan skill plan dana-reyes meddicc --title 'MEDDICC workshop' --kind training --skill discovery "
         "--owner Enablement --due 2026-10-20",
         "once, by the company"},
        {"perfplan skill plan dana-reyes call-review --title 'Review two calls' --owner 'Mia Chen' --every week",
         "every week, by the manager"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
