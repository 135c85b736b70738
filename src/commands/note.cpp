// perfplan note: words about a plan, with what they concern.
#include <perfplan/base/text.hpp>

#include "record_options.hpp"
#include "registry.hpp"

#include <fmt/format.h>

namespace perfplan {

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
    const auto near = nearest(*text, note_kinds());
    return fail(usage_error(fmt::format("--kind: a note can't be '{}'", visible(*text)),
                            near ? fmt::format("did you mean '{}'?", *near)
                                 : fmt::format("it can be {}", listing(note_kinds(), "or"))));
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
    const auto date = any_date("--follow-up-by", *by, open.today, open.tree.settings(), Edge::last);
    if (!date) {
        return tl::unexpected(date.error());
    }
    auto words = clean_text("--follow-up", *what);
    if (!words) {
        return tl::unexpected(std::move(words).error());
    }
    return FollowUp{*date, *std::move(words), arguments.value("follow-up-owner")};
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

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto open = open_plan(arguments, io);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const Plan& plan = open->plan.terms;
    const auto kind = kind_of(arguments);
    if (!kind) {
        return tl::unexpected(kind.error());
    }
    if (auto allowed = check_allowed(arguments, *open, *kind); !allowed) {
        return tl::unexpected(std::move(allowed).error());
    }
    auto record = new_record(*kind, arguments, io, *open);
    auto values = parse_figures(plan, arguments.values("value"));
    auto levels = parse_levels(open->tree.settings(), plan, arguments.values("level"));
    auto goals = parse_goals(plan, arguments.values("goal"));
    auto skills = parse_skills(plan, arguments.values("skill"));
    auto done = parse_done(*open, arguments.values("done"));
    auto follow_up = follow_up_of(arguments, *open);
    Diagnostics errors;
    collect(errors, record);
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

    const auto words = read_words(arguments, io, TextNeeded::yes,
                                  fmt::format("A {} note for {} ({}).", to_string(*kind), plan.rep,
                                              to_string(open->plan.ref)));
    if (!words) {
        return tl::unexpected(words.error());
    }
    return save_record(arguments, io, *open, *record, *words,
                       arguments.has("private") ? Privacy::private_ : Privacy::shared,
                       fmt::format("perfplan status {}", to_string(open->plan.ref)));
}

}  // namespace

Command note_command() {
    Command command;
    command.name = "note";
    command.summary = "Record coaching, feedback, recognition or a concern";
    command.description =
        "Adds one dated record to the plan's journal. Without -m, -F or - the words come from your editor on a "
        "terminal, and from standard input in a pipe. A note is never changed by a later command.";
    command.positionals = {
        {"PLAN", "the plan, or the rep if there is one open plan", Positional::Arity::one,
         Completes::plan},
        {"-", "take the words from standard input", Positional::Arity::optional}};
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
    command.options.insert(command.options.end(), own.begin(), own.end());
    command.examples = {
        {"perfplan note dana-reyes -m 'Listened to two calls; next step agreed in both'",
         "ten seconds after the talk"},
        {"perfplan note dana-reyes --kind recognition --goal pipeline --on friday -m 'Won back Acme'",
         "praise, for what and when"},
        {"perfplan note dana-reyes --private -F minutes.txt",
         "the words from a file, not for the rep"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
