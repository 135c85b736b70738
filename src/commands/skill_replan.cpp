// perfplan skill replan: other terms for an activity.
#include "skill.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

/// What was ticked off counts for what is to be done once, whenever that is: it would be done.
Result<void> require_not_done(const Slug& id, const OpenPlan& open) {
    const JournalEntry* before = done_before(id, open.plan.journal);
    return before == nullptr
               ? Result<void>()
               : fail(refusal(done_in_words(id, *before) + ": due once, it would count as done",
                              fmt::format("'perfplan skill plan {} ID' plans it anew, with an id "
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

Result<ExitCode> run(const Arguments& arguments, Io& io) {
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

Command skill_replan_command() {
    Command command;
    command.name = "skill replan";
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
        {"perfplan skill replan dana-reyes call-review --every '2 weeks'",
         "less often, from today"},
        {"perfplan skill replan dana-reyes call-review --owner 'Ines Duarte' --dry-run",
         "see the change first"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
