#include "format/field.hpp"

#include <algorithm>

namespace perfplan::format {

namespace {

constexpr int least_places = 4;
constexpr int least_digits = 6;  ///< significant ones

}  // namespace

FieldValue figure_of(const std::optional<Fraction>& value, int places) {
    return value ? or_null(rounded(*value, std::max(places, places_for(*value, least_digits))))
                 : FieldValue();
}

FieldValue fraction(const std::optional<Fraction>& value, std::vector<Fraction> lines) {
    if (!value) {
        return {};
    }
    lines.emplace_back(1);
    const int places = std::max(least_places, places_for(*value, least_digits));
    const auto shown = rounded_beside(*value, places, lines);
    return or_null(shown ? shown : rounded(*value, places));
}

std::string to_cell(const FieldValue& value) {
    struct Visitor {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(int number) const { return std::to_string(number); }
        std::string operator()(Decimal number) const { return to_string(number); }
        std::string operator()(Date date) const { return to_string(date); }
        std::string operator()(const std::string& text) const { return text; }
    };
    return std::visit(Visitor{}, value);
}

}  // namespace perfplan::format
