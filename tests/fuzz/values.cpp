// Any text as each of the values that people and files write: what is read is written and read
// again as the same, and what is refused says which part is wrong. A second line is a second number
// to reckon with.
#include "base/dates/date.hpp"
#include "base/dates/period.hpp"
#include "base/numbers/decimal.hpp"
#include "base/numbers/fraction.hpp"
#include "base/text/slug.hpp"
#include "model/plan_ref.hpp"
#include "model/record.hpp"
#include "target.hpp"

#include <limits>

using namespace perfplan;
using namespace perfplan::cli;

namespace {

const Date earliest(1900, 1, 1);
const Date latest(2999, 12, 31);

void require_told(const ParseError& wrong, std::string_view text) {
    fuzz::require(!wrong.message.empty() && fuzz::is_safe(wrong.message), "a message can be shown",
                  text);
    fuzz::require(fuzz::is_safe(wrong.hint), "a hint can be shown", text);
    fuzz::require(wrong.offset <= text.size() && wrong.length <= text.size() - wrong.offset,
                  "what is wrong lies in the text", text);
}

/// What a hint says to write, if it is one word.
std::string_view proposed(const ParseError& wrong) {
    constexpr std::string_view write = "write ";
    const std::string_view hint = wrong.hint;
    const bool is_word =
        hint.starts_with(write) && hint.find(' ', write.size()) == std::string_view::npos;
    return is_word ? hint.substr(write.size()) : std::string_view();
}

// Numbers.

void look_at_decimal(std::string_view text) {
    const auto value = parse_decimal(text);
    if (!value) {
        require_told(value.error(), text);
        const std::string_view better = proposed(value.error());
        fuzz::require(better.empty() || parse_decimal(better), "a proposed number is one", text);
        return;
    }
    const std::string written = to_string(*value);
    fuzz::require(parse_decimal(written) == *value, "a number is read as it was written", text);
    std::string plain = grouped(*value);
    std::erase(plain, ',');
    fuzz::require(plain == written, "groups change no digit", text);
    for (int places = 0; places <= Decimal::max_scale; ++places) {
        fuzz::require(rounded(Fraction(*value), places) == round(*value, places),
                      "a number is rounded in one way", text);
    }
}

void look_at_human_number(std::string_view text) {
    const auto number = parse_human_number(text);
    if (!number) {
        require_told(number.error(), text);
        const std::string_view better = proposed(number.error());
        fuzz::require(better.empty() || parse_human_number(better), "a proposed number is one",
                      text);
        return;
    }
    const auto again = parse_human_number(to_string(number->value) + (number->percent ? "%" : ""));
    fuzz::require(again && again->value == number->value && again->percent == number->percent,
                  "a typed number is read as it was written", text);
    fuzz::require(parse_decimal(to_string(number->value)) == number->value,
                  "a typed number has a place in a file", text);
}

/// True if a Decimal can hold it.
bool fits(const Fraction& exact) {
    const auto value = rounded(exact, Decimal::max_scale);
    return value && Fraction(*value) == exact;
}

/// What decimals are reckoned to is exact, or nothing.
void reckon(Decimal a, Decimal b) {
    const auto require_exact = [](std::optional<Decimal> result, const Fraction& exact) {
        fuzz::require(result ? Fraction(*result) == exact : !fits(exact),
                      "a result is exact or nothing");
    };
    require_exact(add(a, b), Fraction(a) + Fraction(b));
    require_exact(subtract(a, b), Fraction(a) - Fraction(b));
    require_exact(multiply(a, b), Fraction(a) * Fraction(b));
    const auto exact = quotient(Fraction(a), Fraction(b));
    for (const int places : {0, 4, Decimal::max_scale}) {
        const auto divided = divide(a, b, places);
        fuzz::require(!divided || (exact && rounded(*exact, places) == *divided),
                      "a quotient is rounded once");
    }
    fuzz::require((a < b) == (Fraction(a) < Fraction(b)), "numbers have one order");
}

void look_at_two_numbers(std::string_view first, std::string_view second) {
    const auto a = parse_human_number(first);
    const auto b = parse_human_number(second);
    if (!a || !b) {
        return;
    }
    reckon(a->value, b->value);
    // the widest numbers that there are: results that no text can say
    for (const std::int64_t coefficient :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        reckon(Decimal::of(coefficient, a->value.scale()), b->value);
    }
}

// Dates.

void require_date(Date date, std::string_view text) {
    fuzz::require(earliest <= date && date <= latest, "a date is of the years we know", text);
    fuzz::require(parse_date(to_string(date)) == date, "a date is read as it was written", text);
    fuzz::require(fuzz::is_safe(short_form(date, earliest)), "a date can be shown", text);
}

void look_at_date(std::string_view text) {
    const auto date = parse_date(text);
    if (!date) {
        require_told(date.error(), text);
        const std::string_view better = proposed(date.error());
        fuzz::require(better.empty() || parse_date(better), "a proposed date is one", text);
        return;
    }
    require_date(*date, text);
    fuzz::require(to_string(*date) == text, "a date is written in one way", text);
}

void look_at_human_date(std::string_view text, const DateContext& words) {
    const auto date = parse_human_date(text, words);
    if (!date) {
        require_told(date.error(), text);
        const std::string_view better = proposed(date.error());
        fuzz::require(better.empty() || parse_human_date(better, words), "a proposed date is one",
                      text);
        return;
    }
    require_date(*date, text);
    fuzz::require(parse_human_date(to_string(*date), words) == *date,
                  "a typed date is read as it was written", text);
}

void look_at_period(std::string_view text, const FiscalYear& fiscal) {
    const auto period = parse_period(text, fiscal);
    if (!period) {
        require_told(period.error(), text);
        const std::string_view better = proposed(period.error());
        fuzz::require(better.empty() || parse_period(better, fiscal), "a proposed period is one",
                      text);
        return;
    }
    const auto again = parse_period(period->label(), fiscal);
    fuzz::require(again && *again == *period && again->label() == period->label(),
                  "a period is read as it was written", text);
    fuzz::require(period->window().first <= period->window().last, "a period has days", text);
    const Period before = period->previous();
    fuzz::require(before.window().last + 1 == period->window().first, "periods follow each other",
                  text);
    if (before.window().first >= earliest) {
        fuzz::require(parse_period(before.label(), fiscal) == before,
                      "the period before has a name", text);
    }
}

// Names.

void look_at_slug(std::string_view text) {
    const auto slug = parse_slug(text);
    if (!slug) {
        require_told(slug.error(), text);
        const std::string_view better = proposed(slug.error());
        fuzz::require(better.empty() || parse_slug(better), "a proposed id is one", text);
    } else {
        fuzz::require(slug->str() == text, "an id is written in one way", text);
    }
    if (const auto made = slug_from(text)) {
        fuzz::require(parse_slug(made->str()) == *made, "an id made of a name is one", text);
        fuzz::require(slug_from(made->str()) == *made, "an id made of such an id is the same",
                      text);
        for (const int n : {1, 2, 99, std::numeric_limits<int>::max()}) {
            fuzz::require(parse_slug(numbered(*made, n).str()).has_value(), "a numbered id is one",
                          text);
        }
    }
}

void look_at_file_names(std::string_view text) {
    if (const auto ref = parse_plan_ref(text)) {
        fuzz::require(to_string(*ref) == text, "a plan is named in one way", text);
    } else {
        require_told(ref.error(), text);
    }
    if (const auto name = parse_record_name(text)) {
        fuzz::require(to_string(*name) == text, "a record is named in one way", text);
    } else {
        require_told(name.error(), text);
    }
}

void look_at_timestamp(std::string_view text) {
    const auto time = parse_timestamp(text);
    if (!time) {
        require_told(time.error(), text);
        return;
    }
    fuzz::require(parse_timestamp(time->utc) == *time, "a time is read as it was written", text);
    const Timestamp noon{"2026-10-14T12:00:00Z"};
    fuzz::require((*time < noon) == (noon > *time), "times have one order", text);
}

/// The day, the direction and the company's year that words are understood by.
DateContext take_words(std::string_view& input) {
    DateContext words{.today =
                          Date(2024, 1, 31) + static_cast<int>(fuzz::take_choice(input, 256)) * 7};
    const std::size_t choice = fuzz::take_choice(input, 96);
    words.lean = choice % 2 == 0 ? Direction::past : Direction::future;
    words.edge = choice / 2 % 2 == 0 ? PeriodEnd::first : PeriodEnd::last;
    words.fiscal_year_named_by_end = choice / 4 % 2 == 0;
    words.fiscal_year_starts = static_cast<unsigned>(choice / 8 + 1);
    return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input = fuzz::text_of(data, size);
    const DateContext words = take_words(input);
    if (!fuzz::is_safe(input)) {
        return 0;  // whoever gets words from outside looks at that first
    }
    const FiscalYear fiscal{words.fiscal_year_starts, words.fiscal_year_named_by_end
                                                          ? FiscalYear::NamedBy::end
                                                          : FiscalYear::NamedBy::start};
    const std::string_view text = fuzz::take_line(input);
    look_at_decimal(text);
    look_at_human_number(text);
    look_at_two_numbers(text, input);
    look_at_date(text);
    look_at_human_date(text, words);
    look_at_period(text, fiscal);
    look_at_slug(text);
    look_at_file_names(text);
    look_at_timestamp(text);
    return 0;
}
