// perfplan review: what was found when the plan was looked at, and what was decided.
#include <perfplan/base/text.hpp>
#include <perfplan/evaluate/decision.hpp>

#include "record_options.hpp"
#include "registry.hpp"

#include <fmt/format.h>

#include <charconv>

namespace perfplan {

namespace {

Result<std::optional<int>> rating_of(const Arguments& arguments, const Settings& settings) {
    const auto text = arguments.value("rating");
    if (!text) {
        return std::nullopt;
    }
    std::vector<std::string> scale;
    for (const auto& [step, meaning] : settings.ratings) {
        if (*text == std::to_string(step) || lower(*text) == lower(meaning)) {
            return step;
        }
        scale.push_back(fmt::format("{} {}", step, meaning));
    }
    return fail(usage_error(fmt::format("--rating: '{}' is not on the scale", visible(*text)),
                            fmt::format("the scale is {}", listing(scale))));
}

Result<std::optional<Date>> optional_date(const Arguments& arguments, std::string_view option,
                                          const OpenPlan& open, Edge edge) {
    const auto text = arguments.value(option);
    if (!text) {
        return std::nullopt;
    }
    const auto date =
        any_date(fmt::format("--{}", option), *text, open.today, open.tree.settings(), edge);
    if (!date) {
        return tl::unexpected(date.error());
    }
    return *date;
}

Diagnostic in_words(const Objection& objection) {
    return objection.kind == Objection::Kind::misused
               ? usage_error(objection.message, objection.hint)
               : refusal(objection.message, objection.hint);
}

/// Refused if anything speaks against the decision of a review.
Result<void> check_decision(const Record& review, const OpenPlan& open) {
    const Settings& settings = open.tree.settings();
    const LoadedPlan& plan = open.plan;
    const Timeline known = timeline(settings, plan.terms, plan.journal, open.today);
    const PlanStatus before =
        status_before(settings, plan.ref, plan.terms, open.agreed, plan.journal, review);
    Diagnostics errors;
    bool can_be_waived = false;
    for (const Objection& objection : objections(settings, before, known, review)) {
        errors.push_back(in_words(objection));
        can_be_waived = objection.kind == Objection::Kind::can_be_waived;
    }
    if (errors.empty()) {
        return {};
    }
    if (can_be_waived) {
        errors.back().hint = fmt::format(
            "look at 'perfplan status {}', or decide all the same with --override REASON, which "
            "every report shows",
            to_string(plan.ref));
    }
    return fail(std::move(errors));
}

/// What the options say, all errors of them together.
Result<Record> review_from(const Arguments& arguments, const Io& io, const OpenPlan& open) {
    const Plan& plan = open.plan.terms;
    auto record = new_record(RecordKind::review, arguments, io, open);
    const auto rating = rating_of(arguments, open.tree.settings());
    auto values = parse_figures(plan, arguments.values("value"));
    auto levels = parse_levels(open.tree.settings(), plan, arguments.values("level"));
    auto done = parse_done(open, arguments.values("done"));
    const auto from = optional_date(arguments, "from", open, Edge::first);
    const auto until = optional_date(arguments, "until", open, Edge::last);
    Diagnostics errors;
    std::optional<Decision> decision;
    if (const auto text = arguments.value("decision")) {
        const auto parsed = parse_decision(*text);
        if (parsed) {
            decision = *parsed;
        } else {
            errors.push_back(bad_value("--decision", parsed.error()));
        }
    }
    collect(errors, record);
    collect(errors, rating);
    collect(errors, values);
    collect(errors, levels);
    collect(errors, done);
    collect(errors, from);
    collect(errors, until);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    record->rating = *rating;
    record->decision = decision;
    record->from = *from;
    record->until = *until;
    record->values = *std::move(values);
    record->levels = *std::move(levels);
    record->done = *std::move(done);
    record->label = arguments.value("label");
    record->reason = arguments.value("reason");
    record->override_reason = arguments.value("override");
    record->strengths = arguments.values("strength");
    record->improve = arguments.values("improve");
    record->opportunities = arguments.values("opportunity");
    record->blockers = arguments.values("blocker");
    record->next_steps = arguments.values("next-step");
    record->evidence = arguments.values("evidence");
    return record;
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

bool says_something(const Record& review) {
    return review.rating || review.decision || review.label || !review.values.empty() ||
           !review.levels.empty() || !review.done.empty() || !review.strengths.empty() ||
           !review.improve.empty() || !review.opportunities.empty() || !review.blockers.empty() ||
           !review.next_steps.empty();
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto open = open_plan(arguments, io);
    if (!open) {
        return tl::unexpected(open.error());
    }
    if (auto allowed = require_open(*open, RecordKind::review); !allowed) {
        return tl::unexpected(std::move(allowed).error());
    }
    auto review = review_from(arguments, io, *open);
    if (!review) {
        return tl::unexpected(std::move(review).error());
    }
    if (auto checked = check_decision(*review, *open); !checked) {
        return tl::unexpected(std::move(checked).error());
    }
    const auto words =
        read_words(arguments, io, says_something(*review) ? TextNeeded::no : TextNeeded::yes,
                   fmt::format("The review of {} ({}) on {}.", open->plan.terms.rep,
                               to_string(open->plan.ref), to_string(review->date)));
    if (!words) {
        return tl::unexpected(words.error());
    }
    const std::string dates = dates_after(*open, *review);
    const std::string next = next_after(*open, *review);
    return save_record(arguments, io, *open, *std::move(review), *words,
                       arguments.has("private") ? Privacy::private_ : Privacy::shared, next, dates);
}

}  // namespace

Command review_command() {
    Command command;
    command.name = "review";
    command.summary = "Record a review: rating, strengths, decision";
    command.description =
        "Adds one review to the plan's journal. Readings and levels taken in the review go into the same record. "
        "An outcome, met or not-met, must agree with the plan's success rule, and nobody has failed while the company "
        "owes what it promised.";
    command.positionals = {
        {"PLAN", "the plan, or the rep if there is one open plan", Positional::Arity::one,
         Completes::plan},
        {"-", "take the words from standard input", Positional::Arity::optional}};
    constexpr auto many = Option::Times::many;
    command.options = {
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
        {"from", 0, "DATE",
         "first day of a pause, or first day back (default: the day of the review)",
         Option::Times::once, Completes::date},
        {"until", 0, "DATE",
         "new last day of an extension, last day of a pause (default: until somebody resumes)",
         Option::Times::once, Completes::date},
        {"reason", 0, "TEXT", "why it was decided"},
        {"override", 0, "REASON",
         "decide an outcome against what speaks against it; every report shows it"},
        {"label", 0, "NAME", "what the review is called: 'Day 30'"},
        {"private", 'p', "", "not for the rep: keep it in private/"},
        {"on", 0, "DATE", "when it was held (default today)", Option::Times::once, Completes::date},
        by_option(),
        dry_run_option(),
        quiet_option(),
    };
    const std::vector<Option> text = text_options();
    command.options.insert(command.options.begin(), text.begin(), text.end());
    command.examples = {
        {"perfplan review dana-reyes --rating 3 --strength 'Next step in every call' --value pipeline=310k",
         "a weekly review with a reading"},
        {"perfplan review dana-reyes --decision extend --until 2027-01-31 --reason 'Two weeks lost to the CRM change'",
         "more time, and why"},
        {"perfplan review dana-reyes --on friday", "the words from your editor"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
