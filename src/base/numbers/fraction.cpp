#include "base/numbers/fraction.hpp"

#include <algorithm>

namespace perfplan::base {

namespace {

mpz_class big_power_of_ten(int exponent) {
    mpz_class power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
    return power;
}

}  // namespace

Fraction::Fraction(Decimal value)
    : value_(mpz_class(value.coefficient()), big_power_of_ten(value.scale())) {
    value_.canonicalize();
}

std::optional<Decimal> rounded(const Fraction& value, int places) {
    // floor(|value| * 10^places + 1/2), in whole numbers
    const mpz_class& denominator = value.value_.get_den();
    for (; places >= 0; --places) {
        const mpz_class scaled = abs(value.value_.get_num()) * big_power_of_ten(places);
        const mpz_class size = (2 * scaled + denominator) / (2 * denominator);
        const mpz_class coefficient =
            value < 0 ? -size : size;  // the least long has no counterpart
        if (coefficient.fits_slong_p()) {
            return Decimal::of(coefficient.get_si(), places);
        }
    }
    return std::nullopt;
}

std::optional<Decimal> rounded_beside(const Fraction& value, int places,
                                      const std::vector<Fraction>& lines) {
    for (; places <= Decimal::max_scale; ++places) {
        const auto shown = rounded(value, places);
        const bool keeps_its_side = shown && std::ranges::all_of(lines, [&](const Fraction& line) {
                                        return (Fraction(*shown) <=> line) == (value <=> line);
                                    });
        if (keeps_its_side) {
            return shown;
        }
    }
    return std::nullopt;
}

int places_for(const Fraction& value, int digits) {
    constexpr int ten = 10;
    if (value.is_zero()) {
        return 0;
    }
    int places = digits - 1;
    Fraction size = magnitude(value);
    for (; size >= ten && places > 0; --places) {
        size = size / ten;
    }
    for (; size < 1 && places < Decimal::max_scale; ++places) {
        size = size * ten;
    }
    return std::min(places, Decimal::max_scale);
}

std::string to_string(const Fraction& value) {
    return value.value_.get_str();
}

std::optional<Fraction> parse_fraction(const std::string& text) {
    Fraction fraction;
    constexpr int decimal = 10;
    if (text.empty() || text.find_first_not_of("-0123456789/") != std::string::npos ||
        fraction.value_.set_str(text, decimal) != 0 || fraction.value_.get_den() == 0) {
        return std::nullopt;
    }
    fraction.value_.canonicalize();
    return fraction;
}

std::optional<Fraction> quotient(const Fraction& a, const Fraction& b) {
    return b.is_zero() ? std::nullopt : std::optional(a / b);
}

Fraction magnitude(const Fraction& value) {
    return value < 0 ? Fraction() - value : value;
}

}  // namespace perfplan::base
