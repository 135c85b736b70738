#include "evaluate/explain/formula.hpp"

#include <fmt/format.h>

namespace perfplan::evaluate {

namespace {

constexpr int fraction_places = 4;

}  // namespace

std::string operand(Decimal value) {
    return value.is_negative() ? fmt::format("({})", grouped(value)) : grouped(value);
}

std::string exact(const Fraction& value) {
    const auto decimal = rounded(value, Decimal::max_scale);
    return decimal ? operand(*decimal) : rounded_figure(value, 0);
}

std::string rounded_figure(const Fraction& value, int places) {
    const auto decimal = rounded(value, places);
    return decimal ? grouped(*decimal) : "too large";
}

std::string fraction_figure(const Fraction& value) {
    const auto decimal = rounded_beside(value, fraction_places, {1});
    return decimal ? grouped(*decimal) : rounded_figure(value, fraction_places);
}

}  // namespace perfplan::evaluate
