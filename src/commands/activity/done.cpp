// perfplan activity done: activities, deliverables and follow-ups that are done.
#include "base/text/text.hpp"
#include "commands/activity/activity.hpp"
#include "commands/skill/skill.hpp"
#include "output/development/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

std::string path_of(const JournalEntry& entry, const OpenPlan& open) {
    return visible(fmt::format("{}/{}/{}", open.tree.shown(open.plan.ref),
                               entry.privacy == Privacy::private_ ? "private" : "journal",
                               entry.file));
}

bool is_recurring(const Slug& id, const Plan& plan) {
    const Activity* activity = find(plan.activities, id.str());
    return activity != nullptr && activity->every;
}

/// What is to be done once is done once.
Result<void> require_not_done(const std::vector<Slug>& done, const OpenPlan& open) {
    Diagnostics errors;
    for (const Slug& id : done) {
        const JournalEntry* before = done_before(id, open.plan.journal);
        if (before != nullptr && !is_recurring(id, open.plan.terms)) {
            errors.push_back(
                refusal(done_in_words(id, *before), "the record is " + path_of(*before, open)));
        }
    }
    return errors.empty() ? Result<void>() : fail(std::move(errors));
}

/// What builds a skill is training, a deliverable evidence, and a follow-up neither.
RecordKind kind_for(const std::vector<Slug>& done, const Plan& plan) {
    const auto is_any = [&](const auto& all) {
        return std::any_of(done.begin(), done.end(),
                           [&](const Slug& id) { return find(all, id.str()) != nullptr; });
    };
    return is_any(plan.activities) ? RecordKind::training
           : is_any(plan.goals)    ? RecordKind::evidence
                                   : RecordKind::general;
}

std::string where_they_stand(const OpenPlan& open, const Record& record) {
    const Settings& settings = open.tree.settings();
    const Plan& plan = open.plan.terms;
    const Journal journal = with_record(open.plan.journal, record);
    const Timeline line = timeline(settings, plan, journal, open.today);
    const auto activities = activity_statuses(settings, plan, line, journal, open.today);
    std::string lines;
    for (const Slug& id : record.done) {
        const Goal* goal = find(plan.goals, id.str());
        const auto activity = std::find_if(activities.begin(), activities.end(),
                                           [&](const auto& each) { return each.id == id; });
        if (activity != activities.end()) {
            lines += activity_standing(*activity, record.date, open.today);
        } else if (goal != nullptr && goal->deliver) {
            const Date due = moved_by_pauses(settings, settings.workdays(), line, *goal->deliver);
            lines += tick(id, record.date, open.today, in_time(record.date - due, due));
        } else {
            lines += tick(id, record.date, open.today);
        }
    }
    return lines;
}

/// What was trained is to be assessed.
std::string next_command(const OpenPlan& open, const std::vector<Slug>& done) {
    for (const Slug& id : done) {
        const Activity* activity = find(open.plan.terms.activities, id.str());
        if (activity != nullptr && activity->skill) {
            return fmt::format("perfplan skill assess {} {}=…", to_string(open.plan.ref),
                               activity->skill->str());
        }
    }
    return list_of(skill_commands(), open);
}

Result<ExitCode> run_activity_done(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY(const auto done, parse_done(open, arguments_after_plan(arguments)));
    const RecordKind kind = kind_for(done, open.plan.terms);
    PERFPLAN_TRY_DO(require_open(open, kind));
    PERFPLAN_TRY_DO(require_not_done(done, open));
    PERFPLAN_TRY(auto record, new_record(kind, arguments, io, open));
    record.done = done;
    record.evidence = arguments.values("evidence");
    PERFPLAN_TRY(const auto words, read_text(arguments, io, TextNeeded::no, ""));
    return save_record(arguments, io, open, record, words, Privacy::shared,
                       next_command(open, done), where_they_stand(open, record));
}

}  // namespace

Command activity_done_command() {
    Command command;
    command.name = "activity done";
    command.summary = "Tick off activities, deliverables and follow-ups";
    command.description =
        "Adds one record that says they are done. A recurring activity is ticked off each time; what is to be done "
        "once can't be done twice.";
    command.positionals = {plan_positional(),
                           {"ID", "an activity, a deliverable or an open follow-up",
                            Positional::Arity::some, Completes::activity}};
    command.options = occasion_options("when it was done (default today)");
    command.examples = {
        {"perfplan activity done dana-reyes meddicc --on friday", "an activity"},
        {"perfplan activity done dana-reyes call-review -m 'Acme and Globex'",
         "once more, and how"},
    };
    command.run = run_activity_done;
    return command;
}

}  // namespace perfplan::commands
