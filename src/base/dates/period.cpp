#include "base/dates/period.hpp"

#include "base/dates/date_words.hpp"
#include "base/dates/parse_date.hpp"
#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::base {
namespace {

using Length = Period::Length;

constexpr std::string_view period_examples =
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

ParseError out_of_range(std::string_view text) {
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

ParseError no_such_index(std::string_view text, PeriodLabel label) {
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

ParseError explain_period(std::string_view text, const FiscalYear& fiscal) {
    if (trim(text).empty()) {
        return {"a period is missing", std::string{period_examples}, 0, 0};
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
        return {fmt::format("{} does not say which year", quoted(text)),
                std::string{period_examples}, 0, 0};
    }
    return {fmt::format("{} is not a period", quoted(text)), std::string{period_examples}, 0, 0};
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

Parsed<Period> parse_period(std::string_view text, const FiscalYear& fiscal) {
    const auto label = read_period_label(text);
    if (!label) {
        return tl::unexpected<ParseError>(explain_period(text, fiscal));
    }
    if (!is_in_year(*label)) {
        return tl::unexpected<ParseError>(no_such_index(text, *label));
    }
    const Window window = window_of(*label, fiscal);
    if (!is_in_range(window)) {
        return tl::unexpected<ParseError>(out_of_range(text));
    }
    Period period;
    period.label_ = to_string(*label);
    period.window_ = window;
    period.length_ = label->length;
    period.fiscal_ = label->kind == YearKind::fiscal;
    period.year_ = fiscal;
    return period;
}

namespace {

using Length = Period::Length;

constexpr int century = 2000;

/// A way to write a label, one letter a word: a number by how many digits it has, F for FY, U for
/// the Q or H of a unit, M for the name of a month. Below each letter its role: y year, i index.
struct Shape {
    std::string_view words;
    std::string_view roles;
    Length length;  ///< a U says otherwise
};

constexpr std::array shapes{
    Shape{"4", "y", Length::year},          Shape{"F4", " y", Length::year},
    Shape{"F2", " y", Length::year},        Shape{"42", "yi", Length::month},
    Shape{"41", "yi", Length::month},       Shape{"24", "iy", Length::month},
    Shape{"14", "iy", Length::month},       Shape{"M4", "iy", Length::month},
    Shape{"4M", "yi", Length::month},       Shape{"4U1", "y i", Length::quarter},
    Shape{"2U1", "y i", Length::quarter},   Shape{"U14", " iy", Length::quarter},
    Shape{"U12", " iy", Length::quarter},   Shape{"1U4", "i y", Length::quarter},
    Shape{"1U2", "i y", Length::quarter},   Shape{"F4U1", " y i", Length::quarter},
    Shape{"F2U1", " y i", Length::quarter}, Shape{"U1F4", " i y", Length::quarter},
    Shape{"U1F2", " i y", Length::quarter},
};

bool is_separator(const Word& word) {
    return word.is("-") || word.is("/") || word.is(".") || word.is("_");
}

char letter_of(const Word& word) {
    if (word.is_number()) {
        return word.text.size() <= 9 ? static_cast<char>('0' + word.text.size()) : '?';
    }
    if (word.is("fy")) {
        return 'F';
    }
    if (word.is("q") || word.is("h")) {
        return 'U';
    }
    return month_named(word.text) ? 'M' : '?';
}

/// The words of a label without the signs between them.
std::vector<Word> label_words(std::string_view text) {
    std::vector<Word> words = words_of(text);
    words.erase(std::remove_if(words.begin(), words.end(), is_separator), words.end());
    return words;
}

std::string letters_of(const std::vector<Word>& words) {
    std::string letters;
    std::transform(words.begin(), words.end(), std::back_inserter(letters), letter_of);
    return letters;
}

int year_of(const Word& word) {
    const int value = small_number(word.text);
    return word.has_digits(2) ? century + value : value;
}

int index_of(const Word& word) {
    const auto month = month_named(word.text);
    return month ? static_cast<int>(*month) : small_number(word.text);
}

PeriodLabel label_of(const std::vector<Word>& words, const Shape& shape) {
    PeriodLabel label{.length = shape.length};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (shape.roles[i] == 'y') {
            label.year = year_of(words[i]);
        } else if (shape.roles[i] == 'i') {
            label.index = index_of(words[i]);
        } else if (words[i].is("fy")) {
            label.kind = YearKind::fiscal;
        } else if (words[i].is("h")) {
            label.length = Length::half;
        }
    }
    return label;
}

std::optional<PeriodLabel> label_of(const std::vector<Word>& words) {
    const std::string letters = letters_of(words);
    const auto* const shape =
        std::find_if(shapes.begin(), shapes.end(),
                     [&](const Shape& candidate) { return candidate.words == letters; });
    return shape == shapes.end() ? std::nullopt : std::optional{label_of(words, *shape)};
}

}  // namespace

int periods_in_year(Length length) {
    return 12 / static_cast<int>(length);
}

bool is_in_year(const PeriodLabel& label) {
    return 1 <= label.index && label.index <= periods_in_year(label.length);
}

std::optional<PeriodLabel> read_period_label(std::string_view text) {
    const auto label = label_of(label_words(text));
    if (!label) {
        return std::nullopt;
    }
    const std::string given = lower(text);
    const bool exact =
        given == lower(to_string(*label)) || given == lower(to_string(*label, YearDigits::four));
    return exact ? label : std::nullopt;
}

std::string to_string(const PeriodLabel& label, YearDigits digits) {
    const bool is_short = digits == YearDigits::shortest && label.kind == YearKind::fiscal &&
                          label.year / 100 == century / 100;
    std::string text = label.kind == YearKind::fiscal ? "FY" : "";
    text += is_short ? fmt::format("{:02}", label.year % 100) : fmt::format("{:04}", label.year);
    switch (label.length) {
        case Length::month: return text + fmt::format("-{:02}", label.index);
        case Length::quarter: return text + fmt::format("-Q{}", label.index);
        case Length::half: return text + fmt::format("-H{}", label.index);
        case Length::year: break;
    }
    return text;
}

std::optional<PeriodLabel> loose_period_label(std::string_view text) {
    std::vector<Word> words = label_words(text);
    if (words.size() == 1 && words[0].has_digits(6)) {
        const Word year{Word::Kind::number, words[0].text.substr(0, 4), 0};
        words = {year, {Word::Kind::number, words[0].text.substr(4), 4}};
    }
    const auto label = label_of(words);
    return label && is_in_year(*label) ? label : std::nullopt;
}

}  // namespace perfplan::base
