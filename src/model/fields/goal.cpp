#include "model/fields/goal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::model {

template <>
struct Names<Combine> {
    static constexpr std::array<std::pair<std::string_view, Combine>, 3> table{
        {{"latest", Combine::latest}, {"sum", Combine::sum}, {"mean", Combine::mean}}};
    static constexpr std::array<std::string_view, 3> meanings{
        "the last reading counts", "readings are added up", "their mean counts"};
};

template <>
struct Names<Curve> {
    static constexpr std::array<std::pair<std::string_view, Curve>, 2> table{
        {{"linear", Curve::linear}, {"steps", Curve::steps}}};
    static constexpr std::array<std::string_view, 2> meanings{
        "evenly from one checkpoint to the next",
        "a checkpoint's value is expected from its date on"};
};

std::string_view to_string(Combine combine) {
    return name_of(combine);
}

std::string_view to_string(GoalKind kind) {
    switch (kind) {
        case GoalKind::reach: return "reach";
        case GoalKind::guardrail: return "guardrail";
        case GoalKind::deliverable: return "deliverable";
        case GoalKind::periodic: return "periodic";
    }
    return "?";
}

template <>
struct Names<GoalPeriodLength> {
    static constexpr std::array<std::pair<std::string_view, GoalPeriodLength>, 5> table{
        {{"day", GoalPeriodLength::day},
         {"week", GoalPeriodLength::week},
         {"2 weeks", GoalPeriodLength::two_weeks},
         {"month", GoalPeriodLength::month},
         {"quarter", GoalPeriodLength::quarter}}};
    static constexpr std::array<std::string_view, 5> meanings{
        "each workday", "each week, Monday to Sunday", "two weeks, from the week of the first day",
        "each month", "each quarter of the fiscal year"};
};

std::string_view to_string(GoalPeriodLength every) {
    return name_of(every);
}

Parsed<GoalPeriodLength> parse_goal_period(std::string_view text) {
    return parse_name<GoalPeriodLength>(text, "period");
}

int HoldsIn::of(int periods) const {
    if (kind == Kind::all) {
        return periods;
    }
    std::int64_t per = kind == Kind::percent ? 100 : 1;
    for (int place = 0; place < value.scale(); ++place) {
        per *= 10;
    }
    const std::int64_t wanted = value.coefficient() * (kind == Kind::percent ? periods : 1);
    return static_cast<int>((wanted + per - 1) / per);
}

Parsed<HoldsIn> parse_holds_in(std::string_view text) {
    if (text == "all") {
        return HoldsIn{};
    }
    const bool is_percent = text.ends_with('%');
    const auto value = parse_decimal(is_percent ? text.substr(0, text.size() - 1) : text);
    constexpr int most_periods = 10'000;
    const bool is_number =
        value && (is_percent ? *value > 0 && *value <= 100
                             : value->scale() == 0 && *value > 0 && *value <= most_periods);
    if (!is_number) {
        return tl::unexpected<ParseError>(
            {fmt::format("holds_in can't be '{}'", visible(text)),
             "write a number of periods such as 10, a percentage such as \"80%\", or all", 0, 0});
    }
    return HoldsIn{is_percent ? HoldsIn::Kind::percent : HoldsIn::Kind::number, *value};
}

std::string to_string(const HoldsIn& holds_in) {
    return holds_in.kind == HoldsIn::Kind::all
               ? "all"
               : to_string(holds_in.value) + (holds_in.kind == HoldsIn::Kind::percent ? "%" : "");
}

/// A limit: a number, or a list of them.
template <>
struct Codec<Limit> {
    static constexpr Holds holds = Holds::number;
    static std::optional<Limit> read(Decoder& decoder, yaml::Node node, std::string_view field) {
        if (!node.is_sequence()) {
            const auto figure = Codec<Decimal>::read(decoder, node, field);
            return figure ? std::optional(Limit{{*figure}}) : std::nullopt;
        }
        Limit limit;
        for (const yaml::Node item : node.children()) {
            if (const auto figure = Codec<Decimal>::read(decoder, item, field)) {
                limit.figures.push_back(*figure);
            }
        }
        if (limit.empty()) {
            decoder.error_at_value(node, fmt::format("{} lists no figure", field),
                                   "write one figure for each period, such as [80, 90, 100]");
            return std::nullopt;
        }
        return limit;
    }
    static yaml::Value write(const Limit& limit) {
        if (limit.figures.size() == 1) {
            return Codec<Decimal>::write(*limit);
        }
        std::vector<yaml::Value> items;
        for (const Decimal figure : limit.figures) {
            items.push_back(Codec<Decimal>::write(figure));
        }
        return yaml::Value::sequence(std::move(items), yaml::Value::Layout::flow);
    }
    static Shape shape() { return {Shape::Kind::limit}; }
};

/// In how many periods: a number, a percentage or "all".
template <>
struct Codec<HoldsIn> {
    static constexpr Holds holds = Holds::holds_in;
    static std::optional<HoldsIn> read(Decoder& decoder, yaml::Node node, std::string_view field) {
        const yaml::Node scalar = expect_scalar(decoder, node, field, "a number of periods");
        if (!scalar) {
            return std::nullopt;
        }
        const auto holds_in = parse_holds_in(scalar.text());
        if (!holds_in) {
            decoder.error_at_value(node, holds_in.error().message, holds_in.error().hint);
            return std::nullopt;
        }
        return *holds_in;
    }
    static yaml::Value write(const HoldsIn& holds_in) {
        return holds_in.kind == HoldsIn::Kind::number
                   ? yaml::Value::verbatim(to_string(holds_in.value))
                   : yaml::Value::string(to_string(holds_in));
    }
    static Shape shape() { return {Shape::Kind::holds_in}; }
};

template <>
struct OptionalTraits<HoldsIn> {
    using Value = HoldsIn;
    static bool is_absent(const HoldsIn& holds_in) { return holds_in.kind == HoldsIn::Kind::all; }
    static const HoldsIn& get(const HoldsIn& holds_in) { return holds_in; }
};

/// The default goes without saying: it is not written.
template <>
struct OptionalTraits<Curve> {
    using Value = Curve;
    static bool is_absent(Curve curve) { return curve == Curve::linear; }
    static Curve get(Curve curve) { return curve; }
};

/// Checkpoints: a mapping from dates to numbers.
template <>
struct Codec<std::vector<Checkpoint>> {
    static constexpr Holds holds = Holds::figures;
    static std::optional<std::vector<Checkpoint>> read(Decoder& decoder, yaml::Node node,
                                                       std::string_view field) {
        if (!expect_mapping(decoder, node, field, "dates, each with a number")) {
            return std::nullopt;
        }
        std::vector<Checkpoint> checkpoints;
        for (const yaml::Node entry : node.children()) {
            const auto on = parse_date(entry.key().text());
            if (!on) {
                decoder.error_at_key(entry, fmt::format("{}: {}", field, on.error().message),
                                     on.error().hint);
            }
            const auto value = Codec<Decimal>::read(decoder, entry, entry.key().text());
            if (on && value) {
                checkpoints.push_back({*on, *value});
            }
        }
        std::sort(checkpoints.begin(), checkpoints.end(),
                  [](const Checkpoint& a, const Checkpoint& b) { return a.on < b.on; });
        return checkpoints;
    }
    static yaml::Value write(const std::vector<Checkpoint>& checkpoints) {
        std::vector<yaml::Value::Entry> entries;
        for (const Checkpoint& checkpoint : checkpoints) {
            entries.emplace_back(to_string(checkpoint.on), Codec<Decimal>::write(checkpoint.value));
        }
        return yaml::Value::mapping(std::move(entries), yaml::Value::Layout::flow);
    }
    static Shape shape() { return {Shape::Kind::figures}; }
};

const std::vector<Field<Goal>>& Fields<Goal>::table() {
    static const std::vector<Field<Goal>> fields{
        line<&Goal::title>("title", "the result that is to be there", Presence::required),
        line<&Goal::metric>("metric", "what is counted"),
        line<&Goal::unit>("unit", "unit of the figures, such as USD or %"),
        field<&Goal::baseline>("baseline", "where it starts from (default 0)"),
        field<&Goal::target>("target", "what is to be reached, above or below the baseline"),
        field<&Goal::every>("every", "the periods in each of which it is judged"),
        field<&Goal::at_most>("at_most",
                              "guardrail: never above this; with 'every': in each period"),
        field<&Goal::at_least>("at_least",
                               "guardrail: never below this; with 'every': in each period"),
        field<&Goal::holds_in>("holds_in", "in how many periods it must hold (default all)"),
        field<&Goal::deliver>("deliver", "a yes-or-no deliverable, by this date"),
        field<&Goal::starts>("starts", "first day of the goal (default: the plan's)"),
        field<&Goal::due>("due", "last day of the goal (default: the plan's)"),
        field<&Goal::weight>("weight",
                             "its share of the score beside the other goals (default: equal)"),
        field<&Goal::checkpoints>("checkpoints", "what is expected on dates in between"),
        field<&Goal::curve>("curve", "how the expectation moves between checkpoints"),
        field<&Goal::readings_given>("readings",
                                     "how readings combine (default latest; with 'every' sum)"),
        reference<&Goal::supports>("supports", "the objective in perfplan.yaml that it serves",
                                   RefersTo::objective),
        line<&Goal::relevant>("relevant", "why it matters"),
        line<&Goal::achievable>("achievable", "why it can be reached"),
    };
    return fields;
}

std::vector<std::vector<std::string_view>> Fields<Goal>::one_of() {
    return {{"target"}, {"at_most", "at_least"}, {"deliver"}};
}

void Fields<Goal>::complete(Goal& goal) {
    const Combine usual = goal.every ? Combine::sum : Combine::latest;
    goal.readings = goal.readings_given.value_or(usual);
    if (goal.readings == usual) {
        goal.readings_given.reset();  // the default goes without saying: it is not written
    }
}

namespace {

/// What goes with periods, and what only goes with them.
void validate_periods(Decoder& decoder, yaml::Node node, const Goal& goal, const std::string& id) {
    if (!goal.every) {
        for (const std::string_view field : {"at_most", "at_least"}) {
            if (node.find(field) && node.find(field).is_sequence()) {
                decoder.error_at_value(
                    node.find(field),
                    fmt::format("goal '{}' lists figures, but is not judged by period", id),
                    "add 'every: month', or keep one figure");
            }
        }
        if (node.find("holds_in")) {
            decoder.error_at_key(node.find("holds_in"),
                                 fmt::format("goal '{}' has no periods to hold in", id),
                                 "add 'every: week', or take holds_in out");
        }
        return;
    }
    if (goal.at_most && goal.at_least) {
        decoder.error_at_key(node.find("at_most"),
                             fmt::format("goal '{}' has two limits in each period", id),
                             "keep one of them; the other can be a goal of its own");
    }
    for (const std::string_view field : {"target", "deliver", "baseline", "checkpoints", "curve"}) {
        if (node.find(field)) {
            decoder.error_at_key(
                node.find(field),
                fmt::format("goal '{}' is judged by period and can't have '{}'", id, field),
                "keep 'every' with 'at_least' or 'at_most', or take 'every' out");
        }
    }
}

}  // namespace

void Fields<Goal>::validate(Decoder& decoder, yaml::Node node, const Goal& goal) {
    const int guardrails = (goal.at_most ? 1 : 0) + (goal.at_least ? 1 : 0);
    const int kinds = (goal.target ? 1 : 0) + (goal.deliver ? 1 : 0) + (guardrails > 0 ? 1 : 0);
    const std::string id = node.key() ? std::string(node.key().text()) : std::string();
    validate_periods(decoder, node, goal, id);
    if (goal.every && guardrails == 0) {
        decoder.error_at_key(node.find("every"),
                             fmt::format("goal '{}' does not say what is to be in each {}", id,
                                         to_string(*goal.every)),
                             "add 'at_least' or 'at_most'");
    } else if (goal.every) {
        // said above
    } else if (kinds == 0) {
        decoder.error_at_key(node, fmt::format("goal '{}' does not say what is to be reached", id),
                             "add 'target', 'at_most', 'at_least' or 'deliver'");
    } else if (kinds > 1) {
        decoder.error_at_key(node, fmt::format("goal '{}' is of more than one kind", id),
                             "keep one of 'target', 'at_most' / 'at_least' and 'deliver'");
    } else if (goal.target && *goal.target == goal.baseline.value_or(0)) {
        decoder.error_at_value(
            node.find("target"),
            fmt::format("goal '{}' is where it should be from the start: target and baseline "
                        "are both {}",
                        id, to_string(*goal.target)),
            "set the baseline to the figure of the first day");
    } else if (goal.at_most && goal.at_least && *goal.at_most < *goal.at_least) {
        decoder.error_at_value(node.find("at_most"),
                               fmt::format("goal '{}' can't hold: at_most is below at_least", id));
    }
    if (goal.weight && goal.weight->is_negative()) {
        decoder.error_at_value(node.find("weight"), "weight is negative");
    }
    if (goal.starts && goal.due && *goal.due < *goal.starts) {
        decoder.error_at_value(node.find("due"),
                               fmt::format("goal '{}' is due before it starts", id));
    }
}

}  // namespace perfplan::model
