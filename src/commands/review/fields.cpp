#include "commands/review/fields.hpp"

#include "base/text/text.hpp"
#include "commands/records/record.hpp"
#include "evaluate/plan/decision.hpp"

#include <fmt/format.h>

#include <iterator>

namespace perfplan::commands {

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
                                          const OpenPlan& open, PeriodEnd edge) {
    const auto text = arguments.value(option);
    if (!text) {
        return std::nullopt;
    }
    PERFPLAN_TRY(const auto date, any_date(fmt::format("--{}", option), *text, open.today,
                                           open.tree.settings(), edge));
    return date;
}

Result<void> read_decision(const Arguments& arguments, const OpenPlan& /*open*/, Record& review) {
    if (const auto text = arguments.value("decision")) {
        const auto parsed = parse_decision(*text);
        if (!parsed) {
            return fail(invalid_value("--decision", parsed.error()));
        }
        review.decision = *parsed;
    }
    return {};
}

Result<void> read_rating(const Arguments& arguments, const OpenPlan& open, Record& review) {
    return rating_of(arguments, open.tree.settings()).map([&](std::optional<int> rating) {
        review.rating = rating;
    });
}

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

Result<void> read_values(const Arguments& arguments, const OpenPlan& open, Record& review) {
    return parse_figures(open.plan.terms, arguments.values("value"))
        .map([&](Keyed<Decimal> values) { append(review.values, std::move(values)); });
}

Result<void> read_levels(const Arguments& arguments, const OpenPlan& open, Record& review) {
    return parse_levels(open.tree.settings(), open.plan.terms, arguments.values("level"))
        .map([&](Keyed<int> levels) { append(review.levels, std::move(levels)); });
}

Result<void> read_done(const Arguments& arguments, const OpenPlan& open, Record& review) {
    return parse_done(open, arguments.values("done")).map([&](std::vector<Slug> done) {
        append(review.done, std::move(done));
    });
}

Result<void> read_from(const Arguments& arguments, const OpenPlan& open, Record& review) {
    return optional_date(arguments, "from", open, PeriodEnd::first)
        .map([&](std::optional<Date> from) { review.from = from; });
}

Result<void> read_until(const Arguments& arguments, const OpenPlan& open, Record& review) {
    return optional_date(arguments, "until", open, PeriodEnd::last)
        .map([&](std::optional<Date> until) { review.until = until; });
}

/// A field that is as it was given.
ReviewField line(std::string_view option, std::optional<std::string> Record::*field) {
    return {option, ReviewField::Times::once,
            [=](const Arguments& arguments, const OpenPlan& /*open*/, Record& review) {
                review.*field = arguments.value(option);
                return Result<void>();
            }};
}

ReviewField lines(std::string_view option, std::vector<std::string> Record::*field) {
    return {option, ReviewField::Times::many,
            [=](const Arguments& arguments, const OpenPlan& /*open*/, Record& review) {
                review.*field = arguments.values(option);
                return Result<void>();
            }};
}

}  // namespace

const std::vector<ReviewField>& review_fields() {
    using enum ReviewField::Times;
    static const std::vector<ReviewField> fields{
        {"decision", once, read_decision},
        {"rating", once, read_rating},
        {"value", many, read_values},
        {"level", many, read_levels},
        {"done", many, read_done},
        {"from", once, read_from},
        {"until", once, read_until},
        line("label", &Record::label),
        line("reason", &Record::reason),
        line("override", &Record::override_reason),
        lines("strength", &Record::strengths),
        lines("improve", &Record::improve),
        lines("opportunity", &Record::opportunities),
        lines("blocker", &Record::blockers),
        lines("next-step", &Record::next_steps),
    };
    return fields;
}

bool says_something(const Record& review) {
    return review.rating || review.decision || review.label || !review.values.empty() ||
           !review.levels.empty() || !review.done.empty() || !review.strengths.empty() ||
           !review.improve.empty() || !review.opportunities.empty() || !review.blockers.empty() ||
           !review.next_steps.empty();
}

namespace {

Diagnostic describe(const Objection& objection) {
    return objection.kind == Objection::Kind::misused
               ? usage_error(objection.message, objection.hint)
               : refusal(objection.message, objection.hint);
}

}  // namespace

Result<void> check_review(const Record& review, const OpenPlan& open) {
    const LoadedPlan& plan = open.plan;
    const ReviewedPlan reviewed{plan.ref, plan.terms, open.agreed, plan.journal, open.today};
    Diagnostics errors;
    bool can_be_waived = false;
    for (const Objection& objection : objections(open.tree.settings(), reviewed, review)) {
        errors.push_back(describe(objection));
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

}  // namespace perfplan::commands
