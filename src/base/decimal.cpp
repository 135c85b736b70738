#include <perfplan/base/decimal.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

namespace perfplan {
namespace {

/// Holds any product of two coefficients, and any coefficient times 10^18.
__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): pedantic in a `using`

constexpr auto powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) {
        powers[i] = powers[i - 1] * 10;
    }
    return powers;
}();

constexpr std::int64_t power_of_ten(int exponent) {
    return powers_of_ten[static_cast<std::size_t>(exponent)];
}

constexpr Wide magnitude(Wide value) {
    return value < 0 ? -value : value;
}

/// The coefficient `value` has at `scale`, which is at least its own.
Wide at_scale(Decimal value, int scale) {
    return Wide{value.coefficient()} * power_of_ten(scale - value.scale());
}

/// coefficient / 10^scale, if a Decimal can hold it exactly.
std::optional<Decimal> fit(Wide coefficient, int scale) {
    while (scale > 0 && coefficient % 10 == 0) {
        coefficient /= 10;
        --scale;
    }
    constexpr Wide least = std::numeric_limits<std::int64_t>::min();
    constexpr Wide most = std::numeric_limits<std::int64_t>::max();
    if (scale > Decimal::max_scale || coefficient < least || coefficient > most) {
        return std::nullopt;
    }
    return Decimal::of(static_cast<std::int64_t>(coefficient), scale);
}

/// Rounded half away from zero.
Wide divide_rounded(Wide dividend, Wide divisor) {
    const Wide quotient = dividend / divisor;
    const Wide rest = magnitude(dividend % divisor);
    if (rest < magnitude(divisor) - rest) {
        return quotient;
    }
    return (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient - 1;
}

}  // namespace

Decimal Decimal::of(std::int64_t coefficient, int scale) {
    assert(0 <= scale && scale <= max_scale);
    while (scale > 0 && coefficient % 10 == 0) {
        coefficient /= 10;
        --scale;
    }
    Decimal value;
    value.coefficient_ = coefficient;
    value.scale_ = static_cast<std::uint8_t>(scale);
    return value;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.scale(), b.scale());
    const Wide left = at_scale(a, scale);
    const Wide right = at_scale(b, scale);
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

std::optional<Decimal> add(Decimal a, Decimal b) {
    const int scale = std::max(a.scale(), b.scale());
    return fit(at_scale(a, scale) + at_scale(b, scale), scale);
}

std::optional<Decimal> subtract(Decimal a, Decimal b) {
    const int scale = std::max(a.scale(), b.scale());
    return fit(at_scale(a, scale) - at_scale(b, scale), scale);
}

std::optional<Decimal> multiply(Decimal a, Decimal b) {
    return fit(Wide{a.coefficient()} * b.coefficient(), a.scale() + b.scale());
}

std::optional<Decimal> divide(Decimal a, Decimal b, int places) {
    if (b.coefficient() == 0) {
        return std::nullopt;
    }
    const int kept = std::clamp(places, 0, Decimal::max_scale);
    // a / b = (a.coefficient * 10^b.scale) / (b.coefficient * 10^a.scale); at most 2^63 * 10^18,
    // which Wide holds.
    const Wide dividend = Wide{a.coefficient()} * power_of_ten(b.scale() + kept);
    const Wide divisor = Wide{b.coefficient()} * power_of_ten(a.scale());
    return fit(divide_rounded(dividend, divisor), kept);
}

Decimal round(Decimal value, int places) {
    const int kept = std::clamp(places, 0, Decimal::max_scale);
    if (value.scale() <= kept) {
        return value;
    }
    const Wide rounded = divide_rounded(value.coefficient(), power_of_ten(value.scale() - kept));
    return Decimal::of(static_cast<std::int64_t>(rounded), kept);
}

}  // namespace perfplan
