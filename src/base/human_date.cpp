#include "human_date.hpp"

#include <perfplan/base/period.hpp>
#include <perfplan/base/text.hpp>

#include "date_text.hpp"
#include "quote.hpp"

#include <fmt/format.h>

#include <array>

namespace perfplan {
namespace {

using Form = Attempt (*)(const DatePhrase& phrase, const DateWords& meant);

Attempt read_iso(const DatePhrase& phrase, const DateWords&) {
    return has_iso_shape(phrase.text) ? Attempt{parse_date(phrase.text)} : std::nullopt;
}

constexpr std::array<Form, 7> forms{read_iso,         read_named_day, read_weekday,
                                    read_distance,    read_period,    read_month_and_day,
                                    read_day_of_month};

}  // namespace

tl::unexpected<Misread> too_far(std::string_view text) {
    return misread(fmt::format("{} is out of range", quoted(text)),
                   fmt::format("write a day of the years {} to {}", first_year, last_year));
}

Reading<Date> in_range(std::string_view text, Date date) {
    if (date < Date{first_year, 1, 1} || Date{last_year, 12, 31} < date) {
        return too_far(text);
    }
    return date;
}

Attempt read_period(const DatePhrase& phrase, const DateWords& meant) {
    using NamedBy = FiscalYear::NamedBy;
    const FiscalYear fiscal{meant.fiscal_year_starts,
                            meant.fiscal_year_named_by_end ? NamedBy::end : NamedBy::start};
    const auto period = parse_period(phrase.text, fiscal);
    if (!period) {
        return std::nullopt;
    }
    return meant.edge == Edge::first ? period->window().first : period->window().last;
}

Attempt read_phrase(const DatePhrase& phrase, const DateWords& meant) {
    for (const Form form : forms) {
        if (auto attempt = form(phrase, meant)) {
            return attempt;
        }
    }
    return std::nullopt;
}

Reading<Date> parse_human_date(std::string_view text, const DateWords& words) {
    const std::string_view trimmed = trim(text);
    const DatePhrase phrase{trimmed, words_of(trimmed)};
    auto attempt = read_phrase(phrase, words);
    if (attempt && *attempt) {
        return **attempt;
    }
    Misread wrong = attempt ? attempt->error() : explain_phrase(phrase, words);
    wrong.offset += text.find(trimmed);
    return tl::unexpected<Misread>(std::move(wrong));
}

}  // namespace perfplan
