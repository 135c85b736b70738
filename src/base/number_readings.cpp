#include "number_readings.hpp"

#include "ascii.hpp"
#include "bare_number.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace perfplan {
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

}  // namespace perfplan
