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

std::string percent(const std::optional<Fraction>& fraction) {
    if (!fraction) {
        return "-";
    }
    const auto whole = rounded(*fraction * 100, 0);
    return whole ? fmt::format("{}%", grouped(*whole)) : too_large();
}

std::string whole_percent(const Fraction& fraction) {
    const Fraction half_a_percent = Fraction(1) / 200;
    return percent(fraction.is_zero() ? fraction : fraction - half_a_percent);
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
