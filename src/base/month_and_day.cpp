// Dates with the name of a month, or with nothing but the day of one: 5 oct 2026, the 5th.
#include "date_text.hpp"
#include "human_date.hpp"
#include "quote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan {
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

Reading<Date> existing(std::string_view text, const WrittenDate& written) {
    const auto date = existing_date(text, written);
    return date ? Reading<Date>{*date} : misread(date.error().message, date.error().hint);
}

/// Today, or a day on the side of it where dates are looked for.
bool is_on_side(Date date, const DateWords& meant) {
    return meant.lean == Lean::future ? meant.today <= date : date <= meant.today;
}

Attempt day_of_some_year(std::string_view text, int month, const Word& day,
                         const DateWords& meant) {
    const int number = small_number(day.text);
    if (const auto date = nearest_anniversary(month, number, meant)) {
        return in_range(text, *date);
    }
    return existing(text, {meant.today.year(), month, number});
}

/// oct 2026
Attempt whole_month(int month, const Word& year, const DateWords& meant) {
    const std::string label = fmt::format("{}-{:02}", year.text, month);
    return read_period({label, words_of(label)}, meant);
}

/// 5 oct 26
Misread short_year(std::string_view text, int month, const Word& day, const Word& year) {
    const auto date =
        existing_date(text, {2000 + small_number(year.text), month, small_number(day.text)});
    return {fmt::format("{} has a year of two digits", quoted(text)),
            date ? "write " + to_string(*date) : std::string{"write the year with four digits"},
            year.offset, year.text.size()};
}

}  // namespace

std::optional<Date> nearest_anniversary(int month, int day, const DateWords& meant) {
    const int step = meant.lean == Lean::future ? 1 : -1;
    for (int years = 0; years <= longest_wait; ++years) {
        const auto date = existing_date({}, {meant.today.year() + step * years, month, day});
        if (date && is_on_side(*date, meant)) {
            return *date;
        }
    }
    return std::nullopt;
}

Attempt read_month_and_day(const DatePhrase& phrase, const DateWords& meant) {
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
        return tl::unexpected<Misread>(short_year(phrase.text, month, words[0], words[1]));
    }
    const Word& day = is_day(words[0]) ? words[0] : words[1];
    const Word& year = is_day(words[0]) ? words[1] : words[0];
    if (!year.has_digits(4)) {
        return std::nullopt;
    }
    return existing(phrase.text, {small_number(year.text), month, small_number(day.text)});
}

Attempt read_day_of_month(const DatePhrase& phrase, const DateWords& meant) {
    std::vector<Word> words = phrase.words;
    if (!words.empty() && words[0].is("the")) {
        words.erase(words.begin());
    }
    if (words.size() != 2 || !is_day(words[0]) || !is_ordinal_ending(words[1])) {
        return std::nullopt;
    }
    const int day = small_number(words[0].text);
    const int step = meant.lean == Lean::future ? 1 : -1;
    for (int months = 0; months <= 3; ++months) {
        const Date first = add_months(first_of_month(meant.today), step * months);
        const Date date = first + (day - 1);
        if (day > 0 && date <= last_of_month(first) && is_on_side(date, meant)) {
            return in_range(phrase.text, date);
        }
    }
    return misread(fmt::format("{} is not a day: months have days 1 to 31", quoted(phrase.text)),
                   "write a day such as the 5th");
}

}  // namespace perfplan
