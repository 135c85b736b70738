#include "format/field.hpp"

namespace perfplan::format {

namespace {

constexpr int shown_places = 4;

}  // namespace

FieldValue figure_of(const std::optional<Fraction>& value, int places) {
    return value ? or_null(rounded(*value, places)) : FieldValue();
}

FieldValue fraction(const std::optional<Fraction>& value) {
    return figure_of(value, shown_places);
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
