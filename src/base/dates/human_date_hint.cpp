// What to say about a date in none of the forms that people may type.
#include "base/dates/human_date.hpp"
#include "base/dates/parse_date.hpp"
#include "base/dates/period.hpp"
#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::base {
namespace {

constexpr std::string_view date_examples =
    "write a date such as 2026-10-05, 5 oct, fri, +2w or eom";

bool is_known(const Word& word) {
    return word.kind != Word::Kind::letters || is_unit(word) || month_named(word.text) ||
           weekday_named(word.text);
}

/// The words a misspelled one is compared with.
std::vector<std::string> vocabulary() {
    std::vector<std::string> words = named_days();
    for (unsigned month = 1; month <= 12; ++month) {
        words.push_back(lower(month_name(month)));
    }
    for (unsigned day = 0; day < 7; ++day) {
        words.push_back(lower(weekday_name(Date{std::chrono::sys_days{}} + static_cast<int>(day))));
    }
    for (const std::string_view word :
         {"next", "last", "ago", "days", "weeks", "months", "years"}) {
        words.emplace_back(word);
    }
    return words;
}

/// 10/5, 5.10.: month and day, or day and month, of the nearest year.
std::vector<Date> yearless_readings(const DatePhrase& phrase, const DateContext& meant) {
    const auto& words = phrase.words;
    const bool is_pair = words.size() == 3 || (words.size() == 4 && words[3].is("."));
    std::vector<Date> dates;
    if (!is_pair || !words[0].is_number() || !words[2].is_number() ||
        !(words[1].is("/") || words[1].is("."))) {
        return dates;
    }
    const int a = small_number(words[0].text);
    const int b = small_number(words[2].text);
    for (const auto& date : {nearest_anniversary(a, b, meant), nearest_anniversary(b, a, meant)}) {
        if (date && std::find(dates.begin(), dates.end(), *date) == dates.end()) {
            dates.push_back(*date);
        }
    }
    return dates;
}

ParseError vague(const DatePhrase& phrase, std::string_view what, std::string hint) {
    return {fmt::format("{} {}", quoted(phrase.text), what), std::move(hint), 0, 0};
}

/// A number that lacks its sign, its unit or both.
std::optional<ParseError> explain_distance(const DatePhrase& phrase) {
    const auto& words = phrase.words;
    if (words.size() == 1 && words[0].is_number() && words[0].text.size() <= 2) {
        const bool is_day = words[0].text != "0" && small_number(words[0].text) <= 31;
        return vague(phrase, "is not a date",
                     is_day ? fmt::format("write the month too, such as {0} oct, or a distance "
                                          "such as +{0}d",
                                          words[0].text)
                            : fmt::format("write a distance, such as +{}d", words[0].text));
    }
    if (words.size() != 2) {
        return std::nullopt;
    }
    if ((words[0].is("+") || words[0].is("-")) && words[1].is_number()) {
        const std::string number = words[0].text + words[1].text;
        return vague(phrase, "does not say days, weeks, months or years",
                     fmt::format("write {0}d, {0}w, {0}m or {0}y", number));
    }
    if (words[0].is_number() && is_unit(words[1])) {
        return vague(phrase, "does not say in which direction",
                     fmt::format("write +{0}{1} or -{0}{1}", words[0].text, words[1].text));
    }
    return std::nullopt;
}

/// The name of a month, and nothing else.
std::optional<ParseError> explain_month(const DatePhrase& phrase, const DateContext& meant) {
    const auto month = phrase.words.size() == 1 ? month_named(phrase.words[0].text) : std::nullopt;
    if (!month) {
        return std::nullopt;
    }
    return vague(phrase, "does not say which day",
                 fmt::format("write 5 {} for a day, or {}-{:02} for the month",
                             phrase.words[0].text, meant.today.year(), *month));
}

bool resembles_period(const DatePhrase& phrase) {
    const auto is_label = [](const Word& word) {
        return word.is("fy") || word.is("q") || word.is("h");
    };
    return std::any_of(phrase.words.begin(), phrase.words.end(), is_label) ||
           (phrase.words.size() > 1 && phrase.words[0].has_digits(4));
}

/// The phrase with its misspelled words put right, if that makes a date.
std::optional<std::string> corrected(const DatePhrase& phrase, const DateContext& meant) {
    const std::vector<std::string> known = vocabulary();
    std::string text;
    std::size_t done = 0;  // how much of the phrase is in the text
    for (const Word& word : phrase.words) {
        if (const auto near = is_known(word) ? std::nullopt : nearest(word.text, known)) {
            text.append(phrase.text.substr(done, word.offset - done)).append(*near);
            done = word.offset + word.text.size();
        }
    }
    text += phrase.text.substr(done);
    const auto attempt =
        text == phrase.text ? Attempt{} : read_phrase({text, words_of(text)}, meant);
    return attempt && *attempt ? std::optional{text} : std::nullopt;
}

ParseError not_a_date(const DatePhrase& phrase, std::string hint) {
    ParseError wrong = vague(phrase, "is not a date", std::move(hint));
    const auto unknown = std::find_if_not(phrase.words.begin(), phrase.words.end(), is_known);
    if (unknown != phrase.words.end() && phrase.words.size() > 1) {
        wrong.offset = unknown->offset;
        wrong.length = unknown->text.size();
    }
    return wrong;
}

}  // namespace

ParseError explain_phrase(const DatePhrase& phrase, const DateContext& meant) {
    if (phrase.text.empty()) {
        return {"a date is missing", std::string{date_examples}, 0, 0};
    }
    if (ParseError wrong = explain_date(phrase.text, {}); !wrong.hint.empty()) {
        return wrong;
    }
    if (const auto dates = yearless_readings(phrase, meant); !dates.empty()) {
        return vague(phrase,
                     dates.size() > 1 ? "can be read two ways" : "is not written year-month-day",
                     write_one_of(dates));
    }
    if (auto wrong = explain_distance(phrase)) {
        return *std::move(wrong);
    }
    if (auto wrong = explain_month(phrase, meant)) {
        return *std::move(wrong);
    }
    if (resembles_period(phrase)) {
        const auto period = parse_period(phrase.text, {meant.fiscal_year_starts, {}});
        if (!period) {
            return period.error();
        }
    }
    if (const auto text = corrected(phrase, meant)) {
        return not_a_date(phrase, fmt::format("did you mean '{}'?", *text));
    }
    return not_a_date(phrase, std::string{date_examples});
}

}  // namespace perfplan::base
