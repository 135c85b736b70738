#include <perfplan/base/text.hpp>

#include "ascii.hpp"
#include "bare_number.hpp"
#include "number_readings.hpp"
#include "quote.hpp"

#include <fmt/format.h>

#include <array>

namespace perfplan {
namespace {

/// A part of the text and what is wrong about it.
struct Complaint {
    std::string what;
    std::size_t offset = 0;
    std::size_t length = 0;
};

Misread about(std::string_view text, const Complaint& complaint, std::string hint) {
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

Complaint about_point(std::string_view text) {
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
Complaint about_number(std::string_view text) {
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
Complaint not_a_number(std::string_view text) {
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

Misread explain_number(std::string_view text, NumberForm form, NumberFault fault) {
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

}  // namespace perfplan
