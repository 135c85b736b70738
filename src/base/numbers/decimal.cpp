#include "base/numbers/decimal.hpp"

#include "base/text/text.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <limits>

namespace perfplan::base {
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

namespace {

/// The digits of a value on both sides of its point.
struct Digits {
    std::string sign;
    std::string whole;
    std::string fraction;
};

Digits digits_of(Decimal value) {
    // As unsigned: the lowest int64 has no positive counterpart.
    const auto bits = static_cast<std::uint64_t>(value.coefficient());
    std::string digits = std::to_string(value.is_negative() ? 0 - bits : bits);
    const auto scale = static_cast<std::size_t>(value.scale());
    if (digits.size() <= scale) {
        digits.insert(0, scale + 1 - digits.size(), '0');
    }
    const std::size_t point = digits.size() - scale;
    return {value.is_negative() ? "-" : "", digits.substr(0, point), digits.substr(point)};
}

/// The exponent of the suffix a number ends in: thousands, millions, billions; 0 for none.
int exponent_of_suffix(char suffix) {
    switch (suffix) {
        case 'k':
        case 'K': return 3;
        case 'm':
        case 'M': return 6;
        case 'b':
        case 'B': return 9;
        default: return 0;
    }
}

tl::unexpected<NumberFault> fault(NumberFault what) {
    return tl::unexpected<NumberFault>(what);
}

/// value * 10^exponent, if it keeps to the digits that people may type.
tl::expected<Decimal, NumberFault> raised(Decimal value, int exponent) {
    constexpr std::int64_t limit = 1'000'000'000'000'000;  // 10^max_digits
    const auto product = shifted(value, exponent);
    if (!product || product->coefficient() <= -limit || product->coefficient() >= limit) {
        return fault(NumberFault::digits);
    }
    return *product;
}

}  // namespace

std::string to_string(Decimal value) {
    const Digits digits = digits_of(value);
    std::string text = digits.sign + digits.whole;
    return digits.fraction.empty() ? text : text + '.' + digits.fraction;
}

std::string grouped(Decimal value, int places) {
    Digits digits = digits_of(value);
    const auto wanted = static_cast<std::size_t>(std::clamp(places, 0, Decimal::max_scale));
    digits.fraction.resize(std::max(digits.fraction.size(), wanted), '0');
    std::string text = digits.sign;
    for (std::size_t i = 0; i < digits.whole.size(); ++i) {
        if (i > 0 && (digits.whole.size() - i) % 3 == 0) {
            text += ',';
        }
        text += digits.whole[i];
    }
    return digits.fraction.empty() ? text : text + '.' + digits.fraction;
}

double to_double(Decimal value) {
    // By way of the text: a division of two doubles would round twice where the coefficient exceeds
    // 2^53.
    const std::string text = to_string(value);
    double nearest_double = 0;
    std::from_chars(text.data(), text.data() + text.size(), nearest_double);
    return nearest_double;
}

std::optional<Decimal> shifted(Decimal value, int exponent) {
    std::optional<Decimal> result = value;
    for (int left = exponent; left > 0 && result && *result != Decimal{0}; --left) {
        result = multiply(*result, Decimal{10});
    }
    for (int left = exponent; left < 0 && result && *result != Decimal{0}; ++left) {
        result = multiply(*result, Decimal::of(1, 1));
    }
    return result;
}

tl::expected<Decimal, NumberFault> read_plain(std::string_view text) {
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    std::string_view fraction = text.substr(std::min(point + 1, text.size()));
    const bool leading_zero = whole.size() > 1 && whole.front() == '0';
    if (!are_digits(whole) || leading_zero || (point < text.size() && !are_digits(fraction))) {
        return fault(NumberFault::shape);
    }
    fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
    if (fraction.size() > static_cast<std::size_t>(Decimal::max_scale)) {
        return fault(NumberFault::places);
    }
    std::string digits{whole};
    digits += fraction;
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.size() > static_cast<std::size_t>(Decimal::max_digits)) {
        return fault(NumberFault::digits);
    }
    std::int64_t coefficient = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), coefficient);
    return Decimal::of(negative ? -coefficient : coefficient, static_cast<int>(fraction.size()));
}

tl::expected<HumanNumber, NumberFault> read_human(std::string_view text) {
    const bool percent = text.ends_with('%');
    text = trim(text.substr(0, text.size() - (percent ? 1 : 0)));
    const int exponent = percent || text.empty() ? 0 : exponent_of_suffix(text.back());
    text.remove_suffix(exponent > 0 ? 1 : 0);
    std::string plain{text.starts_with('-') ? "-" : ""};
    text.remove_prefix(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    if (text.starts_with('-')) {
        return fault(NumberFault::shape);
    }
    plain.append(text.starts_with('.') ? "0" : "").append(text);
    return read_plain(plain)
        .and_then([&](Decimal value) { return raised(value, exponent); })
        .map([&](Decimal value) {
            return HumanNumber{value, percent};
        });
}

Parsed<Decimal> parse_decimal(std::string_view text) {
    const auto value = read_plain(text);
    if (!value) {
        return tl::unexpected<ParseError>(explain_number(text, NumberForm::file, value.error()));
    }
    return *value;
}

Parsed<HumanNumber> parse_human_number(std::string_view text) {
    const std::string_view trimmed = trim(text);
    const auto number = read_human(trimmed);
    if (!number) {
        ParseError wrong = explain_number(trimmed, NumberForm::human, number.error());
        wrong.offset += text.find(trimmed);
        return tl::unexpected<ParseError>(std::move(wrong));
    }
    return *number;
}

}  // namespace perfplan::base
