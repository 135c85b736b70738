#include "base/numbers/human_number.hpp"

#include "base/text/text.hpp"
#include "base/text/unicode.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace perfplan::base {
namespace {

constexpr char32_t minus_sign = 0x2212;
constexpr std::size_t currency_code_size = 3;

bool is_currency(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_SC;
}

bool is_space(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_ZS;
}

/// A character that can only stand between thousands.
bool is_grouping(char32_t code) {
    return is_space(code) || code == U'_' || code == U'\'' || code == U'’';
}

/// The text without the currency in it.
std::string without_currency(std::string_view text) {
    const std::string_view currency = find_currency(text);
    if (currency.empty()) {
        return std::string{text};
    }
    std::string rest{text};
    return rest.erase(static_cast<std::size_t>(currency.data() - text.data()), currency.size());
}

}  // namespace

std::string_view find_currency(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = first_character(text.substr(at)).value_or(Character{0, 1});
        if (is_currency(character.code)) {
            return text.substr(at, character.length);
        }
        const auto* const word_end = std::find_if_not(text.begin() + at, text.end(), is_letter);
        const std::string_view word{text.begin() + at, word_end};
        if (word.size() == currency_code_size &&
            std::all_of(word.begin(), word.end(), is_capital)) {
            return word;
        }
        at += std::max(word.size(), character.length);
    }
    return {};
}

BareNumber bare_number(std::string_view text) {
    const std::string amount = without_currency(text);
    BareNumber bare;
    for (std::string_view rest = amount; !rest.empty();) {
        const auto character = first_character(rest).value_or(Character{0, 1});
        const bool is_minus = character.code == U'-' || character.code == minus_sign;
        if (bare.digits.empty() && bare.sign.empty() && is_minus) {
            bare.sign = "-";
        } else if (is_grouping(character.code)) {
            bare.digits += bare.digits.empty() ? "" : " ";
        } else if (!bare.digits.empty() || character.code != U'+') {
            bare.digits += rest.substr(0, character.length);
        }
        rest.remove_prefix(character.length);
    }
    bare.digits = trim(bare.digits);
    if (!bare.digits.empty() &&
        std::string_view{"kKmMbB%"}.find(bare.digits.back()) != std::string::npos) {
        bare.suffix = to_lower(bare.digits.back());
        bare.digits.pop_back();
        bare.digits = trim(bare.digits);
    }
    return bare;
}

namespace {

/// "1 234 567" without its separators, if they stand between thousands.
std::optional<std::string> ungrouped(std::string_view text, char separator) {
    std::string digits;
    while (true) {
        const std::size_t end = std::min(text.find(separator), text.size());
        const bool right_size = digits.empty() ? end >= 1 && end <= 3 : end == 3;
        if (!right_size || !are_digits(text.substr(0, end))) {
            return std::nullopt;
        }
        digits += text.substr(0, end);
        if (end == text.size()) {
            return digits;
        }
        text.remove_prefix(end + 1);
    }
}

/// Without needless zeros; at least one digit on both sides of a point.
std::optional<std::string> plain(std::string_view whole, std::string_view fraction) {
    const bool only_digits =
        (whole.empty() || are_digits(whole)) && (fraction.empty() || are_digits(fraction));
    if (!only_digits || whole.size() + fraction.size() == 0) {
        return std::nullopt;
    }
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    std::string text{whole.empty() ? "0" : whole};
    if (!fraction.empty()) {
        const std::size_t last = fraction.find_last_not_of('0');
        text.append(".").append(fraction.substr(0, last == std::string_view::npos ? 1 : last + 1));
    }
    return text;
}

/// "1.5e3" as "1500".
std::optional<std::string> without_exponent(std::string_view text) {
    const std::size_t e = std::min(text.find_first_of("eE"), text.size() - 1);
    const auto mantissa = read_plain(text.substr(0, e));
    std::string_view exponent = text.substr(e + 1);
    exponent.remove_prefix(exponent.starts_with('+') ? 1 : 0);
    int value = 0;
    const char* const end = exponent.data() + exponent.size();
    const auto [stop, error] = std::from_chars(exponent.data(), end, value);
    if (!mantissa || stop != end || error != std::errc{}) {
        return std::nullopt;
    }
    const auto number = shifted(*mantissa, value);
    return number ? std::optional{to_string(*number)} : std::nullopt;
}

void keep(std::vector<std::string>& readings, const std::optional<std::string>& reading) {
    if (reading) {
        readings.push_back(*reading);
    }
}

/// "1.234,50": the last separator is the point, the others stand between thousands.
std::optional<std::string> mixed(std::string_view digits, char separator) {
    const std::size_t point = digits.find_last_of(".,");
    if (point == std::string_view::npos) {
        return ungrouped(digits, separator);
    }
    const auto whole = ungrouped(digits.substr(0, point), separator);
    return whole ? plain(*whole, digits.substr(point + 1)) : std::nullopt;
}

/// All that a row of digits, spaces, commas and points can mean.
std::vector<std::string> readings_of(std::string_view digits) {
    const auto commas = std::count(digits.begin(), digits.end(), ',');
    const auto points = std::count(digits.begin(), digits.end(), '.');
    std::vector<std::string> readings;
    if (digits.find_first_of("eE") != std::string_view::npos) {
        keep(readings, without_exponent(digits));
    } else if (digits.find(' ') != std::string_view::npos) {
        keep(readings, mixed(digits, ' '));
    } else if (commas > 0 && points > 0) {
        keep(readings, mixed(digits, digits[digits.find_first_of(".,")]));
    } else if (commas > 1 || points > 1) {
        keep(readings, ungrouped(digits, commas > 1 ? ',' : '.'));
    } else {
        const std::size_t point = std::min(digits.find_first_of(".,"), digits.size());
        if (commas == 1 && !digits.starts_with('0')) {
            keep(readings, ungrouped(digits, ','));
        }
        keep(readings,
             plain(digits.substr(0, point), digits.substr(std::min(point + 1, digits.size()))));
    }
    return readings;
}

/// In the form asked for; nothing if it can't be.
std::optional<std::string> written(const std::string& number, const std::string& suffix,
                                   NumberForm form) {
    const auto value = read_human(number + suffix);
    if (!value) {
        return std::nullopt;
    }
    if (form == NumberForm::human) {
        return number + suffix;
    }
    return suffix.empty() || value->percent ? number : to_string(value->value);
}

}  // namespace

std::vector<std::string> number_readings(std::string_view text, NumberForm form) {
    const BareNumber bare = bare_number(text);
    std::vector<std::string> readings;
    for (const std::string& reading : readings_of(bare.digits)) {
        keep(readings, written(bare.sign + reading, bare.suffix, form));
    }
    return readings;
}

namespace {

/// A part of the text and what is wrong about it.
struct NumberError {
    std::string what;
    std::size_t offset = 0;
    std::size_t length = 0;
};

ParseError about(std::string_view text, const NumberError& complaint, std::string hint) {
    return {fmt::format("{} {}", quoted(text), complaint.what), std::move(hint), complaint.offset,
            complaint.length};
}

/// Signs that have no place in a number, the most telling first.
struct Sign {
    std::string_view bytes;
    std::string_view complaint;
};

constexpr std::array signs{
    Sign{"_", "has a separator of thousands"},
    Sign{"'", "has a separator of thousands"},
    Sign{"’", "has a separator of thousands"},
    Sign{"\u00a0", "has a separator of thousands"},
    Sign{"\u202f", "has a separator of thousands"},
    Sign{",", "has a comma for a point"},
    Sign{"\u2212", "has a typographic minus sign"},
    Sign{"e", "has an exponent"},
    Sign{"E", "has an exponent"},
    Sign{"+", "has a plus sign"},
    Sign{" ", "has a space in it"},
    Sign{"%", "has a percent sign"},
};

NumberError about_point(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos && (point == 0 || !is_digit(text[point - 1]))) {
        return {"has no digit before the point", point, 1};
    }
    if (point != std::string_view::npos &&
        (point + 1 == text.size() || !is_digit(text[point + 1]))) {
        return {"has no digit after the point", point, 1};
    }
    const std::size_t first = text.find_first_of("0123456789");
    if (first + 1 < text.size() && text[first] == '0' && is_digit(text[first + 1])) {
        return {"has a leading zero", first, 1};
    }
    return {"is abbreviated", text.size() - 1, 1};
}

/// What is wrong about a text that can be read as a number.
NumberError about_number(std::string_view text) {
    if (const std::string_view currency = find_currency(text); !currency.empty()) {
        return {"names a currency", static_cast<std::size_t>(currency.data() - text.data()),
                currency.size()};
    }
    const std::size_t separator = text.find_first_of(".,");
    if (separator != text.find_last_of(".,")) {
        return {"has a separator of thousands", separator, 1};
    }
    for (const Sign& sign : signs) {
        if (const std::size_t at = text.find(sign.bytes); at != std::string_view::npos) {
            return {std::string{sign.complaint}, at, sign.bytes.size()};
        }
    }
    return about_point(text);
}

/// The part of a text at which it stops being a number; all of it if it never was one.
NumberError not_a_number(std::string_view text) {
    const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const std::size_t end = text.find_first_not_of("0123456789.,", sign);
    if (end == sign || end == std::string_view::npos) {
        return {"is not a number", 0, 0};
    }
    return {"is not a number", end, text.size() - end};
}

std::string_view examples(NumberForm form) {
    return form == NumberForm::file ? "write a plain decimal such as 75 or 0.5"
                                    : "write a number such as 310000, 310k, 0.5 or 14%";
}

}  // namespace

ParseError explain_number(std::string_view text, NumberForm form, NumberFault fault) {
    if (trim(text).empty()) {
        return {"a number is missing", std::string{examples(form)}, 0, 0};
    }
    if (fault == NumberFault::digits) {
        return about(text, {fmt::format("has more than {} digits", Decimal::max_digits)},
                     "round it, or choose a larger unit");
    }
    if (fault == NumberFault::places) {
        const std::size_t first = text.find('.') + 1 + static_cast<std::size_t>(Decimal::max_scale);
        return about(text,
                     {fmt::format("has more than {} digits after the point", Decimal::max_scale),
                      first, text.size() - first},
                     fmt::format("round it to {} digits after the point", Decimal::max_scale));
    }
    const std::vector<std::string> readings = number_readings(text, form);
    if (readings.empty()) {
        return about(text, not_a_number(text), std::string{examples(form)});
    }
    const std::string hint = "write " + listing(readings, "or");
    if (readings.size() > 1) {
        return about(text, {"can be read two ways"}, hint);
    }
    return about(text, about_number(text), hint);
}

}  // namespace perfplan::base
