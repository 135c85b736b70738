// perfplan note: words about a plan, with what they concern.
#include "base/text/shell.hpp"
#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/common/selection.hpp"
#include "commands/import/batch.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"
#include "commands/terms/amend.hpp"
#include "store/commit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

Result<RecordKind> kind_of(const Arguments& arguments) {
    const auto text = arguments.value("kind");
    if (!text) {
        return RecordKind::coaching;
    }
    const auto kind = parse_record_kind(*text);
    if (kind && is_note(*kind)) {
        return *kind;
    }
    return fail(usage_error(fmt::format("--kind: a note can't be '{}'", visible(*text)),
                            choose_from(*text, note_kinds())));
}

Result<std::optional<FollowUp>> follow_up_of(const Arguments& arguments, const OpenPlan& open) {
    const auto what = arguments.value("follow-up");
    const auto by = arguments.value("follow-up-by");
    if (!what && !by && !arguments.has("follow-up-owner")) {
        return std::nullopt;
    }
    if (!what || !by) {
        return fail(usage_error("a follow-up needs both --follow-up WHAT and --follow-up-by DATE"));
    }
    PERFPLAN_TRY(const auto date, any_date("--follow-up-by", *by, open.today, open.tree.settings(),
                                           PeriodEnd::last));
    PERFPLAN_TRY(auto words, clean_text("--follow-up", *what));
    return FollowUp{date, std::move(words), arguments.value("follow-up-owner")};
}

/// Nothing but a response goes into a closed plan, and that is words alone: a reading in it would
/// change what was decided on. A response is the rep's own, so it is never hidden from the rep.
Result<void> check_allowed(const Arguments& arguments, const OpenPlan& open, RecordKind kind) {
    if (kind != RecordKind::response) {
        return require_open(open, kind);
    }
    if (arguments.has("private")) {
        return fail(usage_error("a response is the rep's own words: it can't be private",
                                "leave out --private"));
    }
    for (const std::string_view option : {"value", "level", "done", "follow-up"}) {
        if (!is_open(open.state) && arguments.has(option)) {
            return fail(
                refusal(fmt::format("{} is closed: a response to it is words alone, without --{}",
                                    to_string(open.plan.ref), option)));
        }
    }
    return {};
}

/// The plans a note is for, and whether `-` behind them asks for its words.
PlanNames plan_names(const Arguments& arguments) {
    PlanNames names = arguments.positionals();
    if (!names.empty()) {
        names.erase(std::remove(names.begin() + 1, names.end(), "-"), names.end());
    }
    return names;
}

/// Filters alone pick from the plans that are open: who wants to answer in closed ones says so.
Result<Filter> open_plan_filter(const Arguments& arguments, const Settings& settings) {
    auto filter = filter_from(arguments, settings);
    const bool takes_closed =
        arguments.has("state") || !plan_names(arguments).empty() || arguments.has("plans-from");
    if (!filter || takes_closed) {
        return filter;
    }
    return Filter([passes = *std::move(filter)](const PlanSummary& plan) {
        return is_open(plan.state) && passes(plan);
    });
}

/// The plans, open for writing; all that is wrong with any of them.
Result<std::vector<OpenPlan>> open_plans(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto tree = open_tree(arguments, io);
    if (!now || !tree) {
        return tl::unexpected(!now ? now.error() : tree.error());
    }
    const auto filter = open_plan_filter(arguments, tree->settings());
    PERFPLAN_TRY(const auto refs, filter
                                      ? selected(arguments, plan_names(arguments), *tree, *now, io)
                                      : tl::unexpected(filter.error()));
    std::vector<OpenPlan> plans;
    Diagnostics errors;
    for (auto& plan : load_plans(*tree, refs, io)) {
        collect(errors, plan);
        if (!plan ||
            (has_filters(arguments) && !(*filter)(summary_of(evaluate_plan(*tree, *plan, *now))))) {
            continue;
        }
        auto open = open_loaded(*tree, *std::move(plan), *now, io);
        collect(errors, open);
        if (open) {
            plans.push_back(*std::move(open));
        }
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    if (plans.empty()) {
        tell_of_no_match(refs.size(), io);
    }
    return plans;
}

/// What is wrong with the command line, whatever the plans are.
Result<void> check_arguments(const Arguments& arguments) {
    const PlanNames names = plan_names(arguments);
    const bool reads_list = reads_plans(arguments, names);
    if (names.empty() && !reads_list && !has_filters(arguments)) {
        return fail(
            usage_error("PLAN is missing: the plan, or the rep if there is one open plan",
                        "name plans, pick them with a filter such as --team, or read a list "
                        "of them with '-'"));
    }
    if (arguments.has("null") && !reads_list) {
        return fail(usage_error("-0 has nothing to end: no plans are read",
                                "name the list of plans with '-' or --plans-from"));
    }
    const bool has_words =
        arguments.has("message") || (arguments.has("file") && arguments.value("file") != "-");
    if (reads_plans_from_input(arguments, names) && !has_words) {
        return fail(usage_error("the plans come from standard input, so the words can't",
                                "say them with -m TEXT or -F FILE"));
    }
    return {};
}

/// A record for one plan; its words are still to come.
Result<Record> record_for(const Arguments& arguments, const OpenPlan& open, RecordKind kind,
                          const Io& io) {
    PERFPLAN_TRY_DO(check_allowed(arguments, open, kind));
    const Plan& plan = open.plan.terms;
    auto record = new_record(kind, arguments, io, open);
    auto values = parse_figures(plan, arguments.values("value"));
    auto levels = parse_levels(open.tree.settings(), plan, arguments.values("level"));
    auto goals = parse_goals(plan, arguments.values("goal"));
    auto skills = parse_skills(plan, arguments.values("skill"));
    auto done = parse_done(open, arguments.values("done"));
    auto follow_up = follow_up_of(arguments, open);
    Diagnostics errors;
    collect(errors, record);
    if (record && kind == RecordKind::response && !is_same_person(record->by, plan.rep)) {
        errors.push_back(refusal(
            fmt::format("a response is {}'s own words, not {}'s", visible(plan.rep),
                        visible(record->by)),
            fmt::format("--by {} if you type them in; words of others are of another --kind",
                        in_shell_quotes(visible(plan.rep)))));
    }
    collect(errors, values);
    collect(errors, levels);
    collect(errors, goals);
    collect(errors, skills);
    collect(errors, done);
    collect(errors, follow_up);
    if (record && follow_up && *follow_up && (*follow_up)->by < record->date) {
        errors.push_back(
            usage_error(fmt::format("--follow-up-by: {} is before the note, {}",
                                    to_string((*follow_up)->by), to_string(record->date)),
                        "a follow-up is something to come"));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    record->values = *std::move(values);
    record->levels = *std::move(levels);
    record->goals = *std::move(goals);
    record->skills = *std::move(skills);
    record->done = *std::move(done);
    record->follow_up = *std::move(follow_up);
    record->evidence = arguments.values("evidence");
    PERFPLAN_TRY_DO(settle_readings(open, SameDate::elsewhere, *record));
    return record;
}

bool is_same(const Diagnostic& a, const Diagnostic& b) {
    return a.message == b.message && a.file == b.file && a.hint == b.hint;
}

/// What is wrong with the records of many plans: what is so with every one of them once, else with
/// the plan's name.
Diagnostics merge_errors(const std::vector<OpenPlan>& plans,
                         const std::vector<Diagnostics>& wrong) {
    Diagnostics errors;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        for (Diagnostic error : wrong[i]) {
            const bool is_everywhere =
                std::all_of(wrong.begin(), wrong.end(), [&](const Diagnostics& others) {
                    return std::any_of(others.begin(), others.end(), [&](const Diagnostic& other) {
                        return is_same(error, other);
                    });
                });
            const std::string name = to_string(plans[i].plan.ref);
            if (!is_everywhere && !error.message.starts_with(name)) {
                error.message = fmt::format("{}: {}", name, error.message);
            }
            if (!is_everywhere || i == 0) {
                errors.push_back(std::move(error));
            }
        }
    }
    return errors;
}

Result<std::vector<Record>> records_for(const Arguments& arguments,
                                        const std::vector<OpenPlan>& plans, RecordKind kind,
                                        const Io& io) {
    std::vector<Record> records;
    std::vector<Diagnostics> wrong(plans.size());
    for (std::size_t i = 0; i < plans.size(); ++i) {
        auto record = record_for(arguments, plans[i], kind, io);
        collect(wrong[i], record);
        if (record) {
            records.push_back(*std::move(record));
        }
    }
    Diagnostics errors = merge_errors(plans, wrong);
    return errors.empty() ? Result<std::vector<Record>>(std::move(records))
                          : fail(std::move(errors));
}

/// Whether every record could be written, before the first one is.
Result<void> dry_run_all(const std::vector<OpenPlan>& plans, std::vector<Record> records,
                         const RecordText& words, Privacy privacy) {
    Diagnostics errors;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        records[i].text = words.text;
        collect(errors, add_record(plans[i].tree, plans[i].plan, records[i], privacy, DryRun::yes));
    }
    return errors.empty() ? Result<void>() : fail(with_draft(std::move(errors), words));
}

/// Writes them all. Should that fail half-way, the same command writes the rest: what is there
/// stays as it is.
Result<ExitCode> save_all(const Arguments& arguments, Io& io, const std::vector<OpenPlan>& plans,
                          std::vector<Record> records, const RecordText& words) {
    const Privacy privacy = arguments.has("private") ? Privacy::private_ : Privacy::shared;
    PERFPLAN_TRY_DO(dry_run_all(plans, records, words, privacy));
    std::vector<WriteGroup> parts;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (auto finished = finish_amendment(arguments, io, plans[i]); !finished) {
            return fail(with_draft(std::move(finished).error(), words));
        }
        records[i].text = words.text;
        parts.push_back({i});
    }
    SavedMany batch = save_many(
        parts,
        [&](std::size_t i) {
            return add_record(plans[i].tree, plans[i].plan, records[i], privacy,
                              dry_run(arguments));
        },
        [&](std::size_t done) { io.progress("writing notes", done, plans.size()); });
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (batch.saved[i]) {
            tell_record(arguments, io, plans[i], records[i], *batch.saved[i]);
        }
    }
    if (!batch.errors.empty()) {
        return fail(with_draft(stopped(std::move(batch), "note", "written"), words));
    }
    finish_draft(arguments, io, words);
    return ExitCode::done;
}

std::string prompt_for(RecordKind kind, const std::vector<OpenPlan>& plans) {
    if (plans.size() == 1) {
        return fmt::format("A {} note for {} ({}).", to_string(kind), plans.front().plan.terms.rep,
                           to_string(plans.front().plan.ref));
    }
    std::vector<std::string> names;
    for (const OpenPlan& open : plans) {
        names.push_back(to_string(open.plan.ref));
    }
    return fmt::format("A {} note for {}: {}.", to_string(kind), count(plans.size(), "plan"),
                       listing(names));
}

Result<ExitCode> run_note(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY_DO(check_arguments(arguments));
    PERFPLAN_TRY(const auto plans, open_plans(arguments, io));
    if (plans.empty()) {
        return ExitCode::findings;
    }
    PERFPLAN_TRY(const auto kind, kind_of(arguments));
    PERFPLAN_TRY(const auto records, records_for(arguments, plans, kind, io));
    PERFPLAN_TRY(const auto words,
                 read_text(arguments, io, TextNeeded::yes, prompt_for(kind, plans)));
    if (plans.size() > 1) {
        return save_all(arguments, io, plans, records, words);
    }
    return save_record(arguments, io, plans.front(), records.front(), words,
                       arguments.has("private") ? Privacy::private_ : Privacy::shared,
                       fmt::format("perfplan status {}", to_string(plans.front().plan.ref)));
}

}  // namespace

Command note_command() {
    Command command;
    command.name = "note";
    command.summary = "Record coaching, feedback, recognition or a concern";
    command.description =
        "Adds one dated record to the journal of each plan: of those that are named, or of the open plans that pass the "
        "filters. All is checked before the first is written. Without -m, -F or - the words come from your editor on a "
        "terminal, and from standard input in a pipe. A note is never changed by a later command.";
    command.positionals = {
        plans_positional("the plan, or the rep if there is one open plan; '-' in the first place "
                         "reads a list of plans from standard input, behind a plan the words")};
    command.options = text_options();
    std::vector<Option> own{
        {"kind", 'k', "KIND",
         "coaching (default), feedback, recognition, concern, training, evidence, general, response",
         Option::Times::once, Completes::choice, note_kinds()},
        {"goal", 'g', "GOAL", "a goal that it concerns", Option::Times::many, Completes::goal},
        {"skill", 's', "SKILL", "a skill that it concerns", Option::Times::many, Completes::skill},
        {"value", 'v', "GOAL=NUMBER", "a reading that was taken on the occasion",
         Option::Times::many, Completes::figure},
        {"level", 'l', "SKILL=LEVEL", "a level, 1 to 5, that was seen on the occasion",
         Option::Times::many, Completes::level},
        {"done", 'd', "ID", "an activity, deliverable or follow-up that is done",
         Option::Times::many, Completes::activity},
        {"evidence", 'e', "LINK", "a link or file name that shows it", Option::Times::many},
        {"follow-up", 0, "WHAT", "what is to be done after it"},
        {"follow-up-by", 0, "DATE", "when that is to be done", Option::Times::once,
         Completes::date},
        {"follow-up-owner", 0, "NAME", "who does it", Option::Times::once, Completes::person},
        {"private", 'p', "", "not for the rep: keep it in private/"},
        {"on", 0, "DATE", "when it happened (default today): friday, yesterday, 2026-10-05",
         Option::Times::once, Completes::date},
        by_option(),
        dry_run_option(),
        quiet_option(),
    };
    const std::vector<Option> selection = selection_options();
    command.options.insert(command.options.end(), own.begin(), own.end());
    command.options.insert(command.options.end(), selection.begin(), selection.end());
    command.examples = {
        {"perfplan note dana-reyes -m 'Listened to two calls; next step agreed in both'",
         "ten seconds after the talk"},
        {"perfplan note dana-reyes --kind recognition --goal pipeline --on friday -m 'Won back Acme'",
         "praise, for what and when"},
        {"perfplan note --team west --on monday -m 'Team call: how to qualify'",
         "to all open plans of a team"},
        {"perfplan note dana-reyes --private -F minutes.txt",
         "the words from a file, not for the rep"},
    };
    command.run = run_note;
    return command;
}

}  // namespace perfplan::commands
