#include <perfplan/base/period.hpp>
#include <perfplan/base/text.hpp>

#include "date_text.hpp"
#include "period_label.hpp"
#include "quote.hpp"
#include "words.hpp"

#include <fmt/format.h>

namespace perfplan {
namespace {

using Length = Period::Length;

constexpr std::string_view examples =
    "write a period such as 2026-11, 2026-Q4, 2026-H2, 2026 or FY27-Q1";

/// The company's year, or the calendar's.
FiscalYear year_for(YearKind kind, const FiscalYear& fiscal) {
    return kind == YearKind::fiscal ? fiscal : FiscalYear{};
}

/// By how much the year a fiscal year is named after lies behind the one in which it starts.
int years_ahead(const FiscalYear& year) {
    return year.named_by == FiscalYear::NamedBy::end && year.starts != 1 ? 1 : 0;
}

Date first_day(const PeriodLabel& label, const FiscalYear& year) {
    const Date first{label.year - years_ahead(year), year.starts, 1};
    return add_months(first, (label.index - 1) * static_cast<int>(label.length));
}

Window window_from(Date first, Length length) {
    return {first, add_months(first, static_cast<int>(length)) - 1};
}

Window window_of(const PeriodLabel& label, const FiscalYear& fiscal) {
    return window_from(first_day(label, year_for(label.kind, fiscal)), label.length);
}

bool is_in_range(const Window& window) {
    return Date{first_year, 1, 1} <= window.first && window.last <= Date{last_year, 12, 31};
}

Misread out_of_range(std::string_view text) {
    return {fmt::format("{} is out of range", quoted(text)),
            fmt::format("write a year from {} to {}", first_year, last_year), 0, 0};
}

/// What the period that starts on `first` is called.
PeriodLabel label_for(Date first, Length length, YearKind kind, const FiscalYear& fiscal) {
    const FiscalYear year = year_for(kind, fiscal);
    const int months_in = static_cast<int>((first.month() + 12 - year.starts) % 12);
    const Date start = add_months(first, -months_in);
    return {kind, start.year() + years_ahead(year), length,
            months_in / static_cast<int>(length) + 1};
}

std::string_view plural_of(Length length) {
    switch (length) {
        case Length::month: return "months";
        case Length::quarter: return "quarters";
        case Length::half: return "halves";
        case Length::year: break;
    }
    return "years";
}

Misread no_such_index(std::string_view text, PeriodLabel label) {
    const int last = periods_in_year(label.length);
    label.index = 1;
    const std::string lowest = to_string(label);
    label.index = last;
    const std::size_t dash = text.find('-');
    return {fmt::format("{} is not a period: a year has {} {}", quoted(text), last,
                        plural_of(label.length)),
            fmt::format("write {} {} {}", lowest, last == 2 ? "or" : "to", to_string(label)),
            dash + 1, text.size() - dash - 1};
}

bool lacks_year(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    if (words.size() == 1) {
        return month_named(words[0].text).has_value();
    }
    return words.size() == 2 && (words[0].is("q") || words[0].is("h")) && words[1].has_digits(1);
}

Misread explain_period(std::string_view text, const FiscalYear& fiscal) {
    if (trim(text).empty()) {
        return {"a period is missing", std::string{examples}, 0, 0};
    }
    if (const auto label = loose_period_label(text)) {
        if (!is_in_range(window_of(*label, fiscal))) {
            return out_of_range(text);
        }
        return {fmt::format("{} is not how a period is written", quoted(text)),
                "write " + to_string(*label), 0, 0};
    }
    if (const auto days = numeric_readings(text); days.size() == 1) {
        const auto month = static_cast<int>(days[0].month());
        const PeriodLabel in_month{.year = days[0].year(), .length = Length::month, .index = month};
        const PeriodLabel in_quarter{
            .year = days[0].year(), .length = Length::quarter, .index = (month + 2) / 3};
        return {fmt::format("{} is a day, not a period", quoted(text)),
                fmt::format("write {} or {}", to_string(in_month), to_string(in_quarter)), 0, 0};
    }
    if (lacks_year(text)) {
        return {fmt::format("{} does not say which year", quoted(text)), std::string{examples}, 0,
                0};
    }
    return {fmt::format("{} is not a period", quoted(text)), std::string{examples}, 0, 0};
}

}  // namespace

Period Period::previous() const {
    const Date first = add_months(window_.first, -static_cast<int>(length_));
    const YearKind kind = fiscal_ ? YearKind::fiscal : YearKind::calendar;
    Period before = *this;
    before.window_ = window_from(first, length_);
    before.label_ = to_string(label_for(first, length_, kind, year_));
    return before;
}

Reading<Period> parse_period(std::string_view text, const FiscalYear& fiscal) {
    const auto label = read_period_label(text);
    if (!label) {
        return tl::unexpected<Misread>(explain_period(text, fiscal));
    }
    if (!is_in_year(*label)) {
        return tl::unexpected<Misread>(no_such_index(text, *label));
    }
    const Window window = window_of(*label, fiscal);
    if (!is_in_range(window)) {
        return tl::unexpected<Misread>(out_of_range(text));
    }
    Period period;
    period.label_ = to_string(*label);
    period.window_ = window;
    period.length_ = label->length;
    period.fiscal_ = label->kind == YearKind::fiscal;
    period.year_ = fiscal;
    return period;
}

}  // namespace perfplan
