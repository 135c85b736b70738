#include <perfplan/base/decimal.hpp>
#include <perfplan/base/text.hpp>

#include "ascii.hpp"
#include "number_text.hpp"

#include <algorithm>
#include <charconv>

namespace perfplan {
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

Reading<Decimal> parse_decimal(std::string_view text) {
    const auto value = read_plain(text);
    if (!value) {
        return tl::unexpected<Misread>(explain_number(text, NumberForm::file, value.error()));
    }
    return *value;
}

Reading<HumanNumber> parse_human_number(std::string_view text) {
    const std::string_view trimmed = trim(text);
    const auto number = read_human(trimmed);
    if (!number) {
        Misread wrong = explain_number(trimmed, NumberForm::human, number.error());
        wrong.offset += text.find(trimmed);
        return tl::unexpected<Misread>(std::move(wrong));
    }
    return *number;
}

}  // namespace perfplan
