// perfplan review: what was found when the plan was looked at, and what was decided.
#include "base/text/text.hpp"
#include "commands/agenda.hpp"
#include "commands/import/records.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"
#include "commands/review/fields.hpp"
#include "evaluate/plan/decision.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

namespace {

/// What the options say, all errors of them together.
Result<Record> review_from(const Arguments& arguments, const Io& io, const OpenPlan& open) {
    auto record = new_record(RecordKind::review, arguments, io, open);
    Record review = record.value_or(Record());
    Diagnostics errors;
    collect(errors, record);
    for (const ReviewField& field : review_fields()) {
        collect(errors, field.read(arguments, open, review));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    review.evidence = arguments.values("evidence");
    return review;
}

/// What a decision makes of the plan's dates.
std::string dates_after(const OpenPlan& open, const Record& review) {
    if (!review.decision || is_outcome(*review.decision)) {
        return {};
    }
    const Settings& settings = open.tree.settings();
    const Timeline before = timeline(settings, open.plan.terms, open.plan.journal, open.today);
    const Timeline after =
        timeline(settings, open.plan.terms, with_record(open.plan.journal, review), open.today);
    if (review.decision == Decision::pause && after.open_pause) {
        return "paused without an end: the plan's end moves with every day\n";
    }
    if (after.ends == before.ends && review.decision != Decision::resume) {
        return {};
    }
    return fmt::format("the plan runs until {} now", short_form(after.ends, open.today)) +
           (after.ends == after.first_end
                ? "\n"
                : fmt::format(", first agreed: {}\n", short_form(after.first_end, open.today)));
}

/// What is to be done after a decision.
std::string next_after(const OpenPlan& open, const Record& review) {
    const std::string ref = to_string(open.plan.ref);
    if (review.decision == Decision::pause && !review.until) {
        return fmt::format("perfplan review {} --decision resume", ref);
    }
    if (review.decision == Decision::adjust) {
        return fmt::format("perfplan goal set {} GOAL …{}", ref,
                           open.agreed.newest ? " --reason TEXT" : "");
    }
    return fmt::format("perfplan status {}", ref);
}

// ---- many, from a file

/// What one column says, as the option of that name.
Result<void> read_field(const ReviewField& field, std::vector<std::string> texts,
                        const OpenPlan& open, Record& review) {
    Arguments as_option;
    for (std::string& text : texts) {
        as_option.add_option(std::string(field.option), std::move(text));
    }
    return field.read(as_option, open, review);
}

Diagnostics read_row(const NamedRow& row, const std::vector<IdColumn>& ids, const OpenPlan& open,
                     Record& review) {
    Diagnostics errors;
    const auto told_at = [&](std::string_view column, const Result<void>& read) {
        if (!read) {
            append(errors, row.at(column, read.error()));
        }
    };
    for (const ReviewField& field : review_fields()) {
        const auto text = row.value(field.option);
        if (text && field.times == ReviewField::Times::many) {
            told_at(field.option, read_field(field, row.values(field.option), open, review));
        } else if (text) {
            told_at(field.option, read_field(field, {*text}, open, review));
        }
        for (const IdColumn& column : ids) {
            const auto figure = row.value(column.column);
            if (figure && column.about == field.option) {
                told_at(column.column, read_field(field, {fmt::format("{}={}", column.id, *figure)},
                                                  open, review));
            }
        }
    }
    if (errors.empty() && !review.text && !says_something(review)) {
        errors.push_back(row.at("rating", "this row says nothing that was found or decided",
                                "leave it out, or fill in a rating, a decision or a text"));
    }
    return errors;
}

/// Options that columns take the place of, and those of the words.
std::vector<std::string_view> options_of_rows() {
    std::vector<std::string_view> options{"message", "file", "evidence"};
    for (const ReviewField& field : review_fields()) {
        if (field.option != "from") {  // which is the file
            options.push_back(field.option);
        }
    }
    return options;
}

Result<ExitCode> review_rows(const Arguments& arguments, Io& io) {
    RecordRows rows;
    rows.kind = RecordKind::review;
    for (const ReviewField& field : review_fields()) {
        if (field.option != "value" && field.option != "level") {  // value:GOAL, level:SKILL
            rows.columns.push_back({field.option});
        }
    }
    rows.options = options_of_rows();
    rows.read = read_row;
    rows.check = check_review;
    return record_from(arguments, io, rows);
}

Result<ExitCode> record_review(const Arguments& arguments, Io& io) {
    if (arguments.has("keep-going")) {
        return fail(usage_error("--keep-going goes with --from FILE, without PLAN"));
    }
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY_DO(require_open(open, RecordKind::review));
    PERFPLAN_TRY(auto review, review_from(arguments, io, open));
    PERFPLAN_TRY_DO(check_review(review, open));
    PERFPLAN_TRY_DO(settle_readings(open, SameDate::elsewhere, review));
    io.report(scale_warnings(open, review));
    PERFPLAN_TRY(const auto words,
                 read_text(arguments, io, says_something(review) ? TextNeeded::no : TextNeeded::yes,
                           fmt::format("The review of {} ({}) on {}.", open.plan.terms.rep,
                                       to_string(open.plan.ref), to_string(review.date))));
    const std::string dates = dates_after(open, review);
    const std::string next = next_after(open, review);
    return save_record(arguments, io, open, std::move(review), words, Privacy::shared, next, dates);
}

constexpr auto many = Option::Times::many;

/// Options of a review that is recorded.
std::vector<Option> review_options() {
    std::vector<Option> options = text_options();
    const std::vector<Option> own{
        {"rating", 'r', "N", "a step of the ratings in perfplan.yaml, by number or name"},
        {"strength", 0, "TEXT", "what went well", many},
        {"improve", 0, "TEXT", "what must get better", many},
        {"opportunity", 0, "TEXT", "what could be done", many},
        {"blocker", 0, "TEXT", "what stands in the way", many},
        {"next-step", 0, "TEXT", "what happens next", many},
        {"value", 'v', "GOAL=NUMBER", "a reading: pipeline=310k", many, Completes::figure},
        {"level", 'l', "SKILL=LEVEL", "a skill's level, 1 to 5: discovery=3", many,
         Completes::level},
        {"done", 'd', "ID", "an activity, deliverable or follow-up that is done", many,
         Completes::activity},
        {"evidence", 'e', "LINK", "a link or file name that shows it", many},
        {"decision", 0, "WHAT", "continue, adjust, extend, pause, resume, met, not-met or withdraw",
         Option::Times::once, Completes::choice, decisions()},
        {"from", 0, "DATE|FILE",
         "with PLAN: first day of a pause, or first day back (default: the day of the review); without: reviews, a row "
         "each; CSV, TSV or NDJSON ('-': standard input)",
         Option::Times::once, Completes::file},
        keep_going_option(),
        {"until", 0, "DATE",
         "new last day of an extension, last day of a pause (default: until somebody resumes)",
         Option::Times::once, Completes::date},
        {"reason", 0, "TEXT", "why it was decided"},
        {"override", 0, "REASON",
         "decide an outcome against what speaks against it; every report shows it"},
        {"label", 0, "NAME", "what the review is called: 'Day 30'"},
        {"on", 0, "DATE", "when it was held (default today)", Option::Times::once, Completes::date},
        by_option(),
        dry_run_option(),
        quiet_option(),
    };
    options.insert(options.end(), own.begin(), own.end());
    return options;
}

/// An error for each option that belongs to what is not asked for: to record a review, or to list
/// those that are due.
Result<void> check_arguments(const Arguments& arguments) {
    const bool lists = arguments.has("due");
    Diagnostics errors;
    for (const Option& option : lists ? review_options() : agenda_options()) {
        if (arguments.has(option.name)) {
            errors.push_back(
                lists ? usage_error(fmt::format("--{} has no place with --due", option.name),
                                    "--due lists who is due for a review; record it without --due")
                      : usage_error(fmt::format("--{} goes with --due", option.name),
                                    "'perfplan review --due' lists who is due for a review"));
        }
    }
    const std::vector<std::string>& names = arguments.positionals();
    if (!lists && names.empty() && !arguments.has("from")) {
        errors.push_back(
            usage_error("PLAN is missing: the plan, or the rep if there is one open plan",
                        "--from FILE records a review a row, --due lists who is due for one"));
    }
    for (std::size_t i = 1; !lists && i < names.size(); ++i) {
        if (names[i] != "-" || i > 1) {
            errors.push_back(usage_error(fmt::format("unexpected argument '{}'", visible(names[i])),
                                         "a review is of one plan"));
        }
    }
    return errors.empty() ? Result<void>() : fail(std::move(errors));
}

Result<ExitCode> run_review(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY_DO(check_arguments(arguments));
    if (arguments.has("due")) {
        return show_agenda(arguments, AgendaOf::reviews, io);
    }
    return arguments.positionals().empty() ? review_rows(arguments, io)
                                           : record_review(arguments, io);
}

}  // namespace

Command review_command() {
    Command command;
    command.name = "review";
    command.summary = "Record a review: rating, strengths, decision";
    command.description =
        "Adds one review to the plan's journal. Readings and levels taken in the review go into the same record. "
        "An outcome, met or not-met, must agree with the plan's success rule, and nobody has failed while the company "
        "owes what it promised. Without PLAN, --from FILE "
        "holds a review a row: all are checked before the first is written. --due lists who is due for a review instead.";
    command.positionals = {
        {"PLAN",
         "the plan, or the rep if there is one open plan; '-' behind it takes the words from "
         "standard input; with --due any number of plans",
         Positional::Arity::any, Completes::plan}};
    command.options = review_options();
    const std::vector<Option> listing_options = agenda_options();
    command.options.push_back({"due", 0, "", "list who is due for a review, the overdue first"});
    command.options.insert(command.options.end(), listing_options.begin(), listing_options.end());
    command.examples = {
        {"perfplan review dana-reyes --rating 3 --strength 'Next step in every call' --value pipeline=310k",
         "a weekly review with a reading"},
        {"perfplan review dana-reyes --decision extend --until 2027-01-31 --reason 'Two weeks lost to the CRM change'",
         "more time, and why"},
        {"perfplan review dana-reyes --on friday", "the words from your editor"},
        {"perfplan review --from reviews.csv", "many at once, all or nothing"},
        {"perfplan review --due --within 7d", "who is due for a review this week"},
    };
    command.run = run_review;
    return command;
}

}  // namespace perfplan::commands
