#include "evaluate/figures.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::evaluate {

namespace {

std::string too_large() {
    return "a figure too large to show";
}

}  // namespace

std::string percent(const std::optional<Fraction>& fraction, const std::vector<Fraction>& lines) {
    if (!fraction) {
        return "-";
    }
    const Fraction value = *fraction * hundred;
    std::vector<Fraction> in_percent{hundred};
    for (const Fraction& line : lines) {
        in_percent.push_back(line * hundred);
    }
    if (const auto shown = rounded_beside(value, 0, in_percent)) {
        return fmt::format("{}%", grouped(*shown));
    }
    // so close to a line that the digits run out
    for (const Fraction& line : in_percent) {
        const auto whole = rounded(value, 0);
        if (whole && Fraction(*whole) == line) {
            return fmt::format("{} {}%", value < line ? "under" : "over", grouped(*whole));
        }
    }
    return too_large();
}

std::string figure(const Fraction& value, int places) {
    constexpr int worth_no_fraction = 100;
    const auto shown = rounded(value, magnitude(value) >= worth_no_fraction ? 0 : places);
    return shown ? grouped(*shown) : too_large();
}

std::string amount(const std::string& figure, const std::optional<std::string>& unit) {
    if (!unit) {
        return figure;
    }
    return fmt::format("{}{}{}", figure, *unit == "%" ? "" : " ", visible(*unit));
}

std::string amount(Decimal value, const std::optional<std::string>& unit) {
    return amount(grouped(value), unit);
}

std::string day(const std::optional<Date>& date, Date as_of) {
    return date ? short_form(*date, as_of) : "-";
}

std::string counted(int days, DayCount basis) {
    return count(static_cast<std::size_t>(std::max(days, 0)),
                 basis == DayCount::workdays ? "workday" : "day");
}

std::string_view per_day(DayCount basis) {
    return basis == DayCount::workdays ? "a workday" : "a day";
}

}  // namespace perfplan::evaluate
