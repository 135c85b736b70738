// perfplan activity: the group; add, set and drop, which change terms; list.
#include "commands/activity/activity.hpp"

#include "base/text/text.hpp"
#include "commands/skill/skill.hpp"
#include "evaluate/plan/development.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

Result<std::vector<Slug>> named_activities(const Arguments& arguments, const Plan& plan) {
    return parse_activities(plan, arguments_after_plan(arguments));
}

ValueContext activity_context(const OpenPlan& open, const Slug& /*activity*/) {
    return {open};
}

}  // namespace

const SectionCommands& activity_commands() {
    static const SectionCommands commands{activities_section, named_activities, activity_context,
                                          "--due +2w or --unset skill", "activity list"};
    return commands;
}

std::string who_owes_it(const Plan& plan, const std::optional<std::string>& owner) {
    return owed_by(plan, owner) == OwedBy::rep
               ? fmt::format("owed by the rep, {}\n", visible(plan.rep))
               : fmt::format("owed by {}: a promise by the company\n", visible(*owner));
}

const JournalEntry* done_before(const Slug& id, const Journal& journal) {
    const auto found = std::ranges::find_if(journal, [&](const JournalEntry& entry) {
        return std::ranges::find(entry.record.done, id) != entry.record.done.end();
    });
    return found == journal.end() ? nullptr : &*found;
}

std::string done_in_words(const Slug& id, const JournalEntry& entry) {
    return fmt::format("'{}' was done on {}, as {} recorded", id.str(),
                       to_string(entry.record.date), visible(entry.record.by));
}

void count_from_today(std::vector<FieldEdit>& fields, const OpenPlan& open) {
    if (has_field(fields, "every") && !has_field(fields, "starts") &&
        open.today > open.written.starts) {
        fields.push_back({{"starts"}, yaml::Value::verbatim(to_string(open.today))});
    }
}

std::vector<Option> counting_from_today(std::vector<Option> options) {
    std::ranges::find(options, "starts", &Option::name)->help =
        "day from which the due dates of --every count (default: today if the plan runs already, "
        "else its start)";
    return options;
}

Diagnostic due_or_every() {
    return usage_error("an activity is due once or every so often, not both",
                       "keep one of --due and --every");
}

Diagnostic starts_without_every() {
    return usage_error("--starts goes with --every");
}

namespace {

/// An id that 'done' can't mistake for another.
Result<Slug> new_id(const Arguments& arguments, const OpenPlan& open) {
    const auto id = parse_slug(arguments_after_plan(arguments).front());
    if (!id) {
        return fail(invalid_value("activity", id.error()));
    }
    const std::vector<std::string> taken = tickable(open.written);
    if (std::find(taken.begin(), taken.end(), id->str()) != taken.end()) {
        const bool is_activity = find(open.written.activities, id->str()) != nullptr;
        return fail(
            refusal(fmt::format("the plan has {} '{}' already",
                                is_activity ? "an activity" : "a deliverable", id->str()),
                    fmt::format("give it another id; 'perfplan {} {} {}{}' changes what is there",
                                is_activity ? "activity set" : "goal set", to_string(open.plan.ref),
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

Result<ExitCode> run_activity_add(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY(const auto activity, new_activity(arguments, open));
    return change_and_tell(
        arguments, io, open,
        [&](const yaml::Document& terms) {
            return with_entries(terms, activities_section, {activity});
        },
        fmt::format("perfplan activity done {} {}", to_string(open.plan.ref), activity.id.str()),
        {}, who_owes_it(open.written, arguments.value("owner")));
}

}  // namespace

Command activity_add_command() {
    Command command;
    command.name = "activity add";
    command.summary = "Plan an activity: training, coaching or support";
    command.description =
        "Adds an activity to plan.yaml. The rep owes it unless --owner says somebody else: then it is a promise by the "
        "company, and shown as late when it is.";
    command.positionals = {plan_positional(),
                           {"ACTIVITY", "an id for the activity", Positional::Arity::one}};
    command.options = counting_from_today(add_options(activities_section));
    command.examples = {
        {"perfplan activity add dana-reyes meddicc --title 'MEDDICC workshop' --kind training --skill discovery "
         "--owner Enablement --due 2026-10-20",
         "once, by the company"},
        {"perfplan activity add dana-reyes call-review --title 'Review two calls' --owner 'Mia Chen' --every week",
         "every week, by the manager"},
    };
    command.run = run_activity_add;
    return command;
}

namespace {

/// What was ticked off counts for what is to be done once, whenever that is: it would be done.
Result<void> require_not_done(const Slug& id, const OpenPlan& open) {
    const JournalEntry* before = done_before(id, open.plan.journal);
    return before == nullptr
               ? Result<void>()
               : fail(refusal(done_in_words(id, *before) + ": due once, it would count as done",
                              fmt::format("'perfplan activity add {} ID' plans it anew, with an id "
                                          "of its own",
                                          to_string(open.plan.ref))));
}

/// An activity is due once or every so often: the one takes the place of the other.
Result<void> settle_when(FieldChanges& changes, const Slug& id, const OpenPlan& open) {
    const bool becomes_single = changes.sets("due") || changes.unsets("every");
    const bool recurred = find(open.written.activities, id.str())->every.has_value();
    if (changes.sets("due") && changes.sets("every")) {
        return fail(due_or_every());
    }
    if (changes.sets("starts") && !changes.sets("every") && (becomes_single || !recurred)) {
        return fail(starts_without_every());
    }
    if (changes.sets("every")) {
        changes.unset.emplace_back("due");
        if (!changes.unsets("starts")) {
            count_from_today(changes.set, open);
        }
    }
    if (becomes_single) {
        changes.unset.insert(changes.unset.end(), {"every", "starts"});
        return require_not_done(id, open);
    }
    return {};
}

Result<ExitCode> run_activity_set(const Arguments& arguments, Io& io) {
    return set_entry(arguments, io, activity_commands(),
                     [&](FieldChanges& changes, const Slug& id, const OpenPlan& open) {
                         const bool is_owed_anew = changes.sets("owner") || changes.unsets("owner");
                         return settle_when(changes, id, open).map([&] {
                             return is_owed_anew
                                        ? who_owes_it(open.written, arguments.value("owner"))
                                        : std::string();
                         });
                     });
}

}  // namespace

Command activity_set_command() {
    Command command;
    command.name = "activity set";
    command.summary = "Change the terms of an activity";
    command.description =
        "Changes only the fields that are named; the rest of plan.yaml stays as it was written. An activity is due once "
        "or every so often: --due takes the place of --every and --starts, and --every that of --due. Signed terms are "
        "amended.";
    command.positionals = {
        plan_positional(),
        {"ACTIVITY", "the activity", Positional::Arity::one, Completes::planned}};
    command.options = counting_from_today(set_options(activities_section));
    command.examples = {
        {"perfplan activity set dana-reyes call-review --every '2 weeks'",
         "less often, from today"},
        {"perfplan activity set dana-reyes call-review --owner 'Ines Duarte' --dry-run",
         "see the change first"},
    };
    command.run = run_activity_set;
    return command;
}

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

Result<ExitCode> run_activity_drop(const Arguments& arguments, Io& io) {
    return drop_entries(arguments, io, activity_commands(), warn_of_what_stays);
}

}  // namespace

Command activity_drop_command() {
    Command command;
    command.name = "activity drop";
    command.summary = "Take activities out of a plan";
    command.description =
        "Takes the activities out of plan.yaml. Records that they were done stay in the journal. Signed terms are amended.";
    command.positionals = {
        plan_positional(),
        {"ACTIVITY", "an activity", Positional::Arity::some, Completes::planned}};
    command.options = change_options();
    command.examples = {{"perfplan activity drop dana-reyes call-review", "one activity less"}};
    command.run = run_activity_drop;
    return command;
}

namespace {

std::string activities_text(const PlanStatus& plan, const Output& output, Date date, Io& io) {
    PlanStatus activities = plan;
    activities.skills.clear();
    return development_text(activities, output, date, io);
}

Result<ExitCode> run_activity_list(const Arguments& arguments, Io& io) {
    return list_plan(arguments, io, development_listing(), activities_text);
}

}  // namespace

Command activity_list_command() {
    Command command;
    command.name = "activity list";
    command.summary = "List activities and where they stand";
    command.description =
        "Lists training, coaching and support with owners and due dates, the company's included.";
    command.positionals = {plan_positional()};
    command.options = plan_list_options(development_listing());
    command.examples = {{"perfplan activity list dana-reyes", "a row each"}};
    command.run = run_activity_list;
    return command;
}

Command activity_command() {
    Command command;
    command.name = "activity";
    command.summary = "Plan training, coaching and support, and tick them off";
    command.description =
        "Activities are part of the terms, in plan.yaml. An activity is owed by the rep, or by somebody else: then it "
        "is a promise by the company. What is done goes into the journal.";
    command.examples = {
        {"perfplan activity add dana-reyes meddicc --title 'MEDDICC workshop' --skill discovery --owner Enablement",
         "a promise by the company"},
        {"perfplan activity done dana-reyes meddicc --on friday", "kept"},
    };
    command.subcommands = {activity_add_command(), activity_set_command(), activity_drop_command(),
                           activity_done_command(), activity_list_command()};
    return command;
}

}  // namespace perfplan::commands
