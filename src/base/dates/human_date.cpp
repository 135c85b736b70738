// Dates that are named by their place around today: tomorrow, eom, next fri, +2w.
// Dates with the name of a month, or with nothing but the day of one: 5 oct 2026, the 5th.
#include "base/dates/human_date.hpp"

#include "base/dates/parse_date.hpp"
#include "base/dates/period.hpp"
#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::base {
namespace {

using Form = Attempt (*)(const DatePhrase& phrase, const DateContext& meant);

Attempt read_iso(const DatePhrase& phrase, const DateContext&) {
    return has_iso_shape(phrase.text) ? Attempt{parse_date(phrase.text)} : std::nullopt;
}

constexpr std::array<Form, 7> forms{read_iso,         read_named_day, read_weekday,
                                    read_distance,    read_period,    read_month_and_day,
                                    read_day_of_month};

}  // namespace

tl::unexpected<ParseError> too_far(std::string_view text) {
    return misread(fmt::format("{} is out of range", quoted(text)),
                   fmt::format("write a day of the years {} to {}", first_year, last_year));
}

Parsed<Date> in_range(std::string_view text, Date date) {
    if (date < Date{first_year, 1, 1} || Date{last_year, 12, 31} < date) {
        return too_far(text);
    }
    return date;
}

Attempt read_period(const DatePhrase& phrase, const DateContext& meant) {
    using NamedBy = FiscalYear::NamedBy;
    const FiscalYear fiscal{meant.fiscal_year_starts,
                            meant.fiscal_year_named_by_end ? NamedBy::end : NamedBy::start};
    const auto period = parse_period(phrase.text, fiscal);
    if (!period) {
        return std::nullopt;
    }
    return meant.edge == PeriodEnd::first ? period->window().first : period->window().last;
}

Attempt read_phrase(const DatePhrase& phrase, const DateContext& meant) {
    for (const Form form : forms) {
        if (auto attempt = form(phrase, meant)) {
            return attempt;
        }
    }
    return std::nullopt;
}

Parsed<Date> parse_human_date(std::string_view text, const DateContext& words) {
    const std::string_view trimmed = trim(text);
    const DatePhrase phrase{trimmed, words_of(trimmed)};
    auto attempt = read_phrase(phrase, words);
    if (attempt && *attempt) {
        return **attempt;
    }
    ParseError wrong = attempt ? attempt->error() : explain_phrase(phrase, words);
    wrong.offset += text.find(trimmed);
    return tl::unexpected<ParseError>(std::move(wrong));
}

namespace {

/// The first day of the span of `length` months of the calendar year in which `date` lies.
Date first_of_span(Date date, int length) {
    return add_months(first_of_month(date), -(static_cast<int>(date.month() - 1) % length));
}

Date last_of_span(Date date, int length) {
    return add_months(first_of_span(date, length), length) - 1;
}

struct NamedDay {
    std::string_view name;
    Date (*from)(Date today);
};

constexpr std::array named{
    NamedDay{"today", [](Date today) { return today; }},
    NamedDay{"yesterday", [](Date today) { return today - 1; }},
    NamedDay{"tomorrow", [](Date today) { return today + 1; }},
    NamedDay{"eom", [](Date today) { return last_of_month(today); }},
    NamedDay{"eoq", [](Date today) { return last_of_span(today, 3); }},
    NamedDay{"eoy", [](Date today) { return last_of_span(today, 12); }},
    NamedDay{"bom", [](Date today) { return first_of_month(today); }},
    NamedDay{"boq", [](Date today) { return first_of_span(today, 3); }},
    NamedDay{"boy", [](Date today) { return first_of_span(today, 12); }},
};

struct Unit {
    std::string_view letter;
    std::string_view name;
    std::string_view plural;
    int days;
    int months;
};

constexpr std::array units{
    Unit{"d", "day", "days", 1, 0},
    Unit{"w", "week", "weeks", 7, 0},
    Unit{"m", "month", "months", 0, 1},
    Unit{"y", "year", "years", 0, 12},
};

const Unit* unit_named(const Word& word) {
    const auto* const found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
        return word.is(unit.letter) || word.is(unit.name) || word.is(unit.plural);
    });
    return found == units.end() ? nullptr : found;
}

Date first_such_day(Date start, std::chrono::weekday day) {
    return start + static_cast<int>((day - start.weekday()).count());
}

Date last_such_day(Date end, std::chrono::weekday day) {
    return end - static_cast<int>((end.weekday() - day).count());
}

enum class Heading { back = -1, ahead = 1 };

struct Distance {
    const Word& number;
    const Word& unit;
    Heading direction;
};

/// The roles of three words that may tell a distance.
std::optional<Distance> distance_in(const std::vector<Word>& words) {
    if (words.size() != 3) {
        return std::nullopt;
    }
    if (words[2].is("ago")) {
        return Distance{words[0], words[1], Heading::back};
    }
    if (words[0].is("-")) {
        return Distance{words[1], words[2], Heading::back};
    }
    if (words[0].is("+") || words[0].is("in")) {
        return Distance{words[1], words[2], Heading::ahead};
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::string> named_days() {
    std::vector<std::string> names;
    for (const NamedDay& day : named) {
        names.emplace_back(day.name);
    }
    return names;
}

bool is_unit(const Word& word) {
    return unit_named(word) != nullptr;
}

Attempt read_named_day(const DatePhrase& phrase, const DateContext& meant) {
    if (phrase.words.size() != 1) {
        return std::nullopt;
    }
    const auto* const found = std::find_if(named.begin(), named.end(), [&](const NamedDay& day) {
        return phrase.words[0].is(day.name);
    });
    return found == named.end() ? Attempt{} : in_range(phrase.text, found->from(meant.today));
}

Attempt read_weekday(const DatePhrase& phrase, const DateContext& meant) {
    const auto& words = phrase.words;
    const auto day = words.empty() ? std::nullopt : weekday_named(words.back().text);
    if (!day || words.size() > 2) {
        return std::nullopt;
    }
    if (words.size() == 1) {
        return in_range(phrase.text, meant.lean == Direction::future
                                         ? first_such_day(meant.today, *day)
                                         : last_such_day(meant.today, *day));
    }
    if (words[0].is("next")) {
        return in_range(phrase.text, first_such_day(meant.today + 1, *day));
    }
    if (words[0].is("last")) {
        return in_range(phrase.text, last_such_day(meant.today - 1, *day));
    }
    return std::nullopt;
}

Attempt read_distance(const DatePhrase& phrase, const DateContext& meant) {
    const auto distance = distance_in(phrase.words);
    const Unit* const unit = distance ? unit_named(distance->unit) : nullptr;
    if (unit == nullptr || !distance->number.is_number()) {
        return std::nullopt;
    }
    const int amount = small_number(distance->number.text);
    if (amount < 0) {
        return too_far(phrase.text);
    }
    const int signed_amount = static_cast<int>(distance->direction) * amount;
    return in_range(phrase.text, add_months(meant.today + signed_amount * unit->days,
                                            signed_amount * unit->months));
}

namespace {

constexpr std::array<std::string_view, 4> ordinal_endings{"st", "nd", "rd", "th"};
/// Years from one 29 February to the next across a year such as 2100.
constexpr int longest_wait = 8;

bool is_ordinal_ending(const Word& word) {
    return std::find(ordinal_endings.begin(), ordinal_endings.end(), word.text) !=
           ordinal_endings.end();
}

/// Says nothing about which day is meant.
bool is_filler(const Word& word) {
    return word.is("the") || word.is("of") || word.is("-") || word.is(".") ||
           is_ordinal_ending(word);
}

bool is_day(const Word& word) {
    return word.has_digits(1) || word.has_digits(2);
}

Parsed<Date> existing(std::string_view text, const WrittenDate& written) {
    const auto date = existing_date(text, written);
    return date ? Parsed<Date>{*date} : misread(date.error().message, date.error().hint);
}

/// Today, or a day on the side of it where dates are looked for.
bool is_on_side(Date date, const DateContext& meant) {
    return meant.lean == Direction::future ? meant.today <= date : date <= meant.today;
}

Attempt day_of_some_year(std::string_view text, int month, const Word& day,
                         const DateContext& meant) {
    const int number = small_number(day.text);
    if (const auto date = nearest_anniversary(month, number, meant)) {
        return in_range(text, *date);
    }
    return existing(text, {meant.today.year(), month, number});
}

/// oct 2026
Attempt whole_month(int month, const Word& year, const DateContext& meant) {
    const std::string label = fmt::format("{}-{:02}", year.text, month);
    return read_period({label, words_of(label)}, meant);
}

/// 5 oct 26
ParseError short_year(std::string_view text, int month, const Word& day, const Word& year) {
    const auto date =
        existing_date(text, {2000 + small_number(year.text), month, small_number(day.text)});
    return {fmt::format("{} has a year of two digits", quoted(text)),
            date ? "write " + to_string(*date) : std::string{"write the year with four digits"},
            year.offset, year.text.size()};
}

}  // namespace

std::optional<Date> nearest_anniversary(int month, int day, const DateContext& meant) {
    const int step = meant.lean == Direction::future ? 1 : -1;
    for (int years = 0; years <= longest_wait; ++years) {
        const auto date = existing_date({}, {meant.today.year() + step * years, month, day});
        if (date && is_on_side(*date, meant)) {
            return *date;
        }
    }
    return std::nullopt;
}

Attempt read_month_and_day(const DatePhrase& phrase, const DateContext& meant) {
    std::vector<Word> words = phrase.words;
    words.erase(std::remove_if(words.begin(), words.end(), is_filler), words.end());
    const auto name = std::find_if(words.begin(), words.end(), [](const Word& word) {
        return month_named(word.text).has_value();
    });
    if (name == words.end() || phrase.words.front().is("-")) {
        return std::nullopt;
    }
    const int month = static_cast<int>(*month_named(name->text));
    words.erase(name);
    if (words.size() == 1 && is_day(words[0])) {
        return day_of_some_year(phrase.text, month, words[0], meant);
    }
    if (words.size() == 1 && words[0].has_digits(4)) {
        return whole_month(month, words[0], meant);
    }
    if (words.size() != 2 || !(is_day(words[0]) || is_day(words[1]))) {
        return std::nullopt;
    }
    if (is_day(words[0]) && is_day(words[1])) {
        return tl::unexpected<ParseError>(short_year(phrase.text, month, words[0], words[1]));
    }
    const Word& day = is_day(words[0]) ? words[0] : words[1];
    const Word& year = is_day(words[0]) ? words[1] : words[0];
    if (!year.has_digits(4)) {
        return std::nullopt;
    }
    return existing(phrase.text, {small_number(year.text), month, small_number(day.text)});
}

Attempt read_day_of_month(const DatePhrase& phrase, const DateContext& meant) {
    std::vector<Word> words = phrase.words;
    if (!words.empty() && words[0].is("the")) {
        words.erase(words.begin());
    }
    if (words.size() != 2 || !is_day(words[0]) || !is_ordinal_ending(words[1])) {
        return std::nullopt;
    }
    const int day = small_number(words[0].text);
    const int step = meant.lean == Direction::future ? 1 : -1;
    for (int later = 0; later <= 3; ++later) {
        const Date first = add_months(first_of_month(meant.today), step * later);
        const Date date = first + (day - 1);
        if (day > 0 && date <= last_of_month(first) && is_on_side(date, meant)) {
            return in_range(phrase.text, date);
        }
    }
    return misread(fmt::format("{} is not a day: months have days 1 to 31", quoted(phrase.text)),
                   "write a day such as the 5th");
}

}  // namespace perfplan::base
