#include "model/fields/shortfall.hpp"

#include <algorithm>

namespace perfplan::model {

template <>
struct Names<Cause> {
    static constexpr std::array<std::pair<std::string_view, Cause>, 6> table{
        {{"quota", Cause::quota},
         {"activity", Cause::activity},
         {"pipeline", Cause::pipeline},
         {"conversion", Cause::conversion},
         {"retention", Cause::retention},
         {"conduct", Cause::conduct}}};
    static constexpr std::array<std::string_view, 6> meanings{
        "bookings or revenue under quota",
        "too few calls, meetings or proposals",
        "too little pipeline",
        "too few deals won of those worked",
        "customers or revenue lost",
        "how the work is done"};
};

std::string_view to_string(Cause cause) {
    return name_of(cause);
}

Parsed<Cause> parse_cause(std::string_view text) {
    return parse_name<Cause>(text, "cause");
}

std::vector<std::string> causes() {
    return names_of<Cause>();
}

/// Ramp: one figure, or a list with one a month.
template <>
struct Codec<std::vector<Decimal>> {
    static constexpr Holds holds = Holds::compound;
    static std::optional<std::vector<Decimal>> read(Decoder& decoder, yaml::Node node,
                                                    std::string_view field) {
        std::vector<Decimal> figures;
        if (!node.is_sequence()) {
            const auto figure = Codec<Decimal>::read(decoder, node, field);
            return figure ? std::optional(std::vector<Decimal>{*figure}) : std::nullopt;
        }
        for (const yaml::Node item : node.children()) {
            if (const auto figure = Codec<Decimal>::read(decoder, item, field)) {
                figures.push_back(*figure);
            }
        }
        return figures;
    }
    static yaml::Value write(const std::vector<Decimal>& figures) {
        if (figures.size() == 1) {
            return Codec<Decimal>::write(figures.front());
        }
        std::vector<yaml::Value> items;
        for (const Decimal figure : figures) {
            items.push_back(Codec<Decimal>::write(figure));
        }
        return yaml::Value::sequence(std::move(items), yaml::Value::Layout::flow);
    }
    static Shape shape() { return {Shape::Kind::numbers}; }
};

const std::vector<Field<Shortfall>>& Fields<Shortfall>::table() {
    using S = Shortfall;
    static const std::vector<Field<S>> fields{
        field<&S::cause>("cause", "what fell short"),
        line<&S::period>("period", "the period that was missed, such as 2026-Q3"),
        line<&S::metric>("metric", "what the quota counts"),
        line<&S::unit>("unit", "unit of quota and attained"),
        field<&S::quota>("quota", "what was to be attained"),
        field<&S::ramp>("ramp", "percent of quota that applied, one figure or one a month"),
        field<&S::attained>("attained", "what was attained"),
        field<&S::summary>("summary", "what happened, in words"),
        field<&S::raised_before>("raised_before", "dates on which it was raised before the plan"),
    };
    return fields;
}

std::optional<Decimal> attainment(const Shortfall& shortfall, int places) {
    if (!shortfall.quota || !shortfall.attained) {
        return std::nullopt;
    }
    Decimal sum = shortfall.ramp.empty() ? Decimal(100) : Decimal(0);
    for (const Decimal percent : shortfall.ramp) {
        const auto next = add(sum, percent);
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
    }
    // attained / (quota * sum / (100 n)), with the one rounding at the end
    const int months = std::max(1, static_cast<int>(shortfall.ramp.size()));
    const auto numerator = multiply(*shortfall.attained, Decimal(100 * months));
    const auto denominator = multiply(*shortfall.quota, sum);
    return numerator && denominator ? divide(*numerator, *denominator, places) : std::nullopt;
}

}  // namespace perfplan::model
