// The forms in which people type dates, one function each.
#pragma once

#include "base/dates/date.hpp"
#include "base/dates/date_words.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace perfplan::base {

/// What somebody typed, without spaces at its ends, and the words in it.
struct DatePhrase {
    std::string_view text;
    std::vector<Word> words;
};

/// A date; or why there is no such day; or nothing, if the phrase has another form.
using Attempt = std::optional<Parsed<Date>>;

/// `date`, if it is one of those a Date may be; `text` is what a message quotes.
Parsed<Date> in_range(std::string_view text, Date date);
tl::unexpected<ParseError> too_far(std::string_view text);

/// today, eom
Attempt read_named_day(const DatePhrase& phrase, const DateContext& meant);
/// fri, next fri, last fri
Attempt read_weekday(const DatePhrase& phrase, const DateContext& meant);
/// +2w, 10 days ago, in 3 months
Attempt read_distance(const DatePhrase& phrase, const DateContext& meant);
/// 5 oct, Oct 5th 2026, 2026 oct 5, oct 2026
Attempt read_month_and_day(const DatePhrase& phrase, const DateContext& meant);
/// 5th, the 5th
Attempt read_day_of_month(const DatePhrase& phrase, const DateContext& meant);
/// 2026-Q4, FY27
Attempt read_period(const DatePhrase& phrase, const DateContext& meant);

/// Every form there is.
Attempt read_phrase(const DatePhrase& phrase, const DateContext& meant);

/// What is wrong with a phrase of no known form.
ParseError explain_phrase(const DatePhrase& phrase, const DateContext& meant);

/// The date `month`-`day` of the year that is nearest in the direction of `meant.lean`; today
/// counts.
std::optional<Date> nearest_anniversary(int month, int day, const DateContext& meant);

/// The words for days that read_named_day knows: "today" …
std::vector<std::string> named_days();
/// w, week, weeks
bool is_unit(const Word& word);

}  // namespace perfplan::base
