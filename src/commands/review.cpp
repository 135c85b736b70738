// perfplan review: what was found when the plan was looked at, and what was decided.
#include <perfplan/base/text.hpp>
#include <perfplan/evaluate/score.hpp>
#include <perfplan/evaluate/words.hpp>

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

/// --from and --until belong to the decisions that move dates.
Result<void> check_dates(const Record& review, const Timeline& timeline) {
    const bool extends = review.decision == Decision::extend;
    const bool pauses = review.decision == Decision::pause;
    if (review.from && !pauses) {
        return fail(usage_error("--from goes with --decision pause"));
    }
    if (review.until && !pauses && !extends) {
        return fail(usage_error("--until goes with --decision extend or pause"));
    }
    if (extends && !review.until) {
        return fail(usage_error("an extension needs its new last day", "add --until DATE"));
    }
    if (extends && *review.until <= timeline.ends) {
        return fail(refusal(fmt::format("{} is no extension: the plan runs until {}",
                                        to_string(*review.until), to_string(timeline.ends)),
                            "give --until a later date"));
    }
    if (pauses && !review.until) {
        return fail(usage_error("a pause needs its last day", "add --until DATE"));
    }
    const Date from = review.from.value_or(review.date);
    if (pauses && review.until && *review.until < from) {
        return fail(usage_error(fmt::format("the pause ends on {}, before it starts on {}",
                                            to_string(*review.until), to_string(from))));
    }
    if (pauses && !timeline.window().contains(from)) {
        return fail(
            refusal(fmt::format("the pause starts on {}, outside the plan", to_string(from)),
                    fmt::format("the plan runs from {} to {}", to_string(timeline.starts),
                                to_string(timeline.ends))));
    }
    const Window pause{from, review.until.value_or(from)};
    for (const Window& other : timeline.pauses) {
        if (pauses && pause.overlaps(other)) {
            return fail(refusal(fmt::format("the plan is paused already from {} to {}",
                                            to_string(other.first), to_string(other.last)),
                                "pauses must not overlap"));
        }
    }
    return {};
}

/// "pipeline and discount fall short", or the score where all goals are met.
std::string falls_short(const std::vector<GoalStatus>& goals,
                        const std::optional<Fraction>& reached) {
    std::vector<std::string> short_ones;
    for (const GoalStatus& goal : goals) {
        if (goal.verdict != Verdict::met && goal.verdict != Verdict::held) {
            short_ones.push_back(goal.id.str());
        }
    }
    if (goals.empty()) {
        return "it has no goals";
    }
    if (short_ones.empty()) {
        return reached ? fmt::format("its score is {}", percent(reached))
                       : "its guardrails must hold until its last day";
    }
    return fmt::format("{} {} short", listing(short_ones),
                       short_ones.size() == 1 ? "falls" : "fall");
}

/// Decisions that the figures or the policy have a say in.
Result<void> check_decision(const Record& review, const OpenPlan& open, const Timeline& timeline) {
    const Settings& settings = open.tree.settings();
    if (review.decision == Decision::extend &&
        timeline.extensions >= settings.policy.max_extensions) {
        return fail(
            refusal(fmt::format("the plan was extended {} already, the policy allows {}",
                                timeline.extensions == 1
                                    ? "once"
                                    : count(static_cast<std::size_t>(timeline.extensions), "time"),
                                settings.policy.max_extensions),
                    "policy.max_extensions in perfplan.yaml sets how often"));
    }
    const bool is_met = review.decision == Decision::met;
    if (!is_met && review.decision != Decision::not_met) {
        return {};
    }
    Journal journal = open.plan.journal;
    journal.push_back({review, "", Privacy::shared, JournalEntry::Origin::written});
    sort(journal);
    const auto goals = goal_statuses(settings, open.plan.terms, timeline, journal, review.date);
    const auto reached = score(goals, settings.policy.over_attainment);
    const bool succeeded =
        success_holds(open.plan.terms, goals, reached, timeline.ends, review.date);
    if (succeeded == is_met || review.override_reason) {
        return {};
    }
    return fail(refusal(
        is_met ? "the plan is not met: " + falls_short(goals, reached)
               : "the plan is met: its success rule holds",
        fmt::format("look at 'perfplan status {}', or decide against the figures with --override "
                    "REASON, which every report shows",
                    to_string(open.plan.ref))));
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
    const Timeline now =
        timeline(open->tree.settings(), open->plan.terms, open->plan.journal, open->today);
    if (auto checked = check_dates(*review, now); !checked) {
        return tl::unexpected(std::move(checked).error());
    }
    if (auto checked = check_decision(*review, *open, now); !checked) {
        return tl::unexpected(std::move(checked).error());
    }
    const auto words =
        read_words(arguments, io, says_something(*review) ? TextNeeded::no : TextNeeded::yes,
                   fmt::format("The review of {} ({}) on {}.", open->plan.terms.rep,
                               to_string(open->plan.ref), to_string(review->date)));
    if (!words) {
        return tl::unexpected(words.error());
    }
    return save_record(arguments, io, *open, *std::move(review), *words,
                       arguments.has("private") ? Privacy::private_ : Privacy::shared,
                       fmt::format("perfplan status {}", to_string(open->plan.ref)));
}

}  // namespace

Command review_command() {
    Command command;
    command.name = "review";
    command.summary = "Record a review: rating, strengths, decision";
    command.description =
        "Adds one review to the plan's journal. Readings and levels taken in the review go into the same record. "
        "A decision 'met' must agree with the plan's success rule, and so must 'not-met'.";
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
        {"value", 'v', "GOAL=NUMBER", "a reading: pipeline=310k", many, Completes::goal},
        {"level", 'l', "SKILL=LEVEL", "a skill's level, 1 to 5: discovery=3", many,
         Completes::skill},
        {"done", 'd', "ID", "an activity, deliverable or follow-up that is done", many},
        {"evidence", 'e', "LINK", "a link or file name that shows it", many},
        {"decision", 0, "WHAT", "continue, adjust, extend, pause, met, not-met or withdraw",
         Option::Times::once, Completes::choice, decisions()},
        {"from", 0, "DATE", "first day of a pause (default: the day of the review)",
         Option::Times::once, Completes::date},
        {"until", 0, "DATE", "new last day of an extension, last day of a pause",
         Option::Times::once, Completes::date},
        {"reason", 0, "TEXT", "why it was decided"},
        {"override", 0, "REASON", "decide against the figures; every report shows it"},
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
