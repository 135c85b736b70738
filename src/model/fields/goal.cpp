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
    }
    return "?";
}

/// The default goes without saying: it is not written.
template <>
struct OptionalTraits<Combine> {
    using Value = Combine;
    static bool is_absent(Combine combine) { return combine == Combine::latest; }
    static Combine get(Combine combine) { return combine; }
};

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
        field<&Goal::at_most>("at_most", "guardrail: never above this"),
        field<&Goal::at_least>("at_least", "guardrail: never below this"),
        field<&Goal::deliver>("deliver", "a yes-or-no deliverable, by this date"),
        field<&Goal::starts>("starts", "first day of the goal (default: the plan's)"),
        field<&Goal::due>("due", "last day of the goal (default: the plan's)"),
        field<&Goal::weight>("weight",
                             "its share of the score beside the other goals (default: equal)"),
        field<&Goal::checkpoints>("checkpoints", "what is expected on dates in between"),
        field<&Goal::curve>("curve", "how the expectation moves between checkpoints"),
        field<&Goal::readings>("readings", "how readings combine (default latest)"),
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

void Fields<Goal>::validate(Decoder& decoder, yaml::Node node, const Goal& goal) {
    const int guardrails = (goal.at_most ? 1 : 0) + (goal.at_least ? 1 : 0);
    const int kinds = (goal.target ? 1 : 0) + (goal.deliver ? 1 : 0) + (guardrails > 0 ? 1 : 0);
    const std::string id = node.key() ? std::string(node.key().text()) : std::string();
    if (kinds == 0) {
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
