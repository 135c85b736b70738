// Exact fractions: what is computed from decimals is rounded once, where it is shown.
#pragma once

#include "base/numbers/decimal.hpp"

#include <gmpxx.h>

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace perfplan::base {

/// A rational number of any size, in lowest terms. No operation overflows or rounds.
class Fraction {
public:
    Fraction() = default;
    Fraction(int whole) : value_(whole) {}  // NOLINT(google-explicit-constructor)
    Fraction(Decimal value);                // NOLINT(google-explicit-constructor)

    friend Fraction operator+(const Fraction& a, const Fraction& b) { return a.value_ + b.value_; }
    friend Fraction operator-(const Fraction& a, const Fraction& b) { return a.value_ - b.value_; }
    friend Fraction operator*(const Fraction& a, const Fraction& b) { return a.value_ * b.value_; }
    /// b must not be zero.
    friend Fraction operator/(const Fraction& a, const Fraction& b) { return a.value_ / b.value_; }

    friend bool operator==(const Fraction& a, const Fraction& b) { return a.value_ == b.value_; }
    friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
        return ::cmp(a.value_, b.value_) <=> 0;
    }

    /// Never greater for a lesser fraction: where two of them differ, so do the fractions.
    [[nodiscard]] double approximately() const { return value_.get_d(); }

    [[nodiscard]] bool is_zero() const { return ::sgn(value_) == 0; }

private:
    friend std::string to_string(const Fraction& value);
    friend std::optional<Fraction> parse_fraction(const std::string& text);
    friend std::optional<Decimal> rounded(const Fraction& value, int places);
    template <class Expression>
    Fraction(const __gmp_expr<mpq_t, Expression>& value)  // NOLINT(google-explicit-constructor)
        : value_(value) {}
    mpq_class value_;
};

/// Rounded half away from zero to `places` (0 … Decimal::max_scale) after the point, or to as many
/// of them as a Decimal has room for; nothing if the whole number alone is too large for one.
std::optional<Decimal> rounded(const Fraction& value, int places);

/// The same, with as many more places as it takes to stay on its own side of each line: 0.996 is
/// not rounded onto 1. Nothing if a Decimal has no room for them.
std::optional<Decimal> rounded_beside(const Fraction& value, int places,
                                      const std::vector<Fraction>& lines);

/// How many places after the point it takes to show `digits` significant ones; 0 for a zero.
int places_for(const Fraction& value, int digits);

/// "-11/20", or "3" if it is whole; exact.
std::string to_string(const Fraction& value);
/// What to_string wrote; nothing if it is something else.
std::optional<Fraction> parse_fraction(const std::string& text);

/// a / b; nothing if b is zero.
std::optional<Fraction> quotient(const Fraction& a, const Fraction& b);

/// Without its sign.
Fraction magnitude(const Fraction& value);

}  // namespace perfplan::base
