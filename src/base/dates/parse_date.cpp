#include "base/dates/parse_date.hpp"

#include "base/dates/date_words.hpp"
#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan::base {
namespace {

constexpr std::string_view iso_shape = "0000-00-00";

/// A part of an ISO date within it.
struct Place {
    std::size_t offset;
    std::size_t length;
};

Place place_of(DatePart part) {
    switch (part) {
        case DatePart::year: return {0, 4};
        case DatePart::month: return {5, 2};
        case DatePart::day: break;
    }
    return {8, 2};
}

WrittenDate split_iso(std::string_view text) {
    return {small_number(text.substr(0, 4)), small_number(text.substr(5, 2)),
            small_number(text.substr(8, 2))};
}

int days_in(int year, int month) {
    return static_cast<int>(last_of_month(Date{year, static_cast<unsigned>(month), 1}).day());
}

std::string iso(int year, int month, int day) {
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

DateFault month_fault(std::string_view text, const WrittenDate& written) {
    const bool swapped = written.day >= 1 && written.day <= 12 && written.month >= 1 &&
                         written.month <= days_in(written.year, written.day);
    return {DatePart::month,
            fmt::format("{} is not a day: there is no month {}", quoted(text), written.month),
            swapped ? "write " + iso(written.year, written.day, written.month)
                    : std::string{"write a month from 01 to 12"}};
}

DateFault day_fault(std::string_view text, const WrittenDate& written, int days) {
    if (written.day == 0) {
        return {DatePart::day,
                fmt::format("{} is not a day: months start with day 1", quoted(text)),
                "write " + iso(written.year, written.month, 1)};
    }
    return {DatePart::day,
            fmt::format("{} is not a day: {} {} has {} days", quoted(text),
                        month_name(static_cast<unsigned>(written.month)), written.year, days),
            "write " + iso(written.year, written.month, days)};
}

/// `offset`: where the ISO date stands in the text.
ParseError misread_part(const DateFault& fault, std::size_t offset) {
    const Place place = place_of(fault.part);
    return {fault.message, fault.hint, offset + place.offset, place.length};
}

void keep_existing(std::vector<Date>& dates, const WrittenDate& written) {
    const auto date = existing_date({}, written);
    if (date && std::find(dates.begin(), dates.end(), *date) == dates.end()) {
        dates.push_back(*date);
    }
}

/// The three numbers of a date with signs between them, or of eight digits.
std::optional<std::array<Word, 3>> three_numbers(std::string_view text) {
    std::vector<Word> words = words_of(text);
    if (words.size() == 6 && words.back().is(".")) {
        words.pop_back();
    }
    if (words.size() == 1 && words[0].has_digits(8)) {
        const std::string_view digits = words[0].text;
        return std::array{Word{Word::Kind::number, std::string{digits.substr(0, 4)}, 0},
                          Word{Word::Kind::number, std::string{digits.substr(4, 2)}, 4},
                          Word{Word::Kind::number, std::string{digits.substr(6, 2)}, 6}};
    }
    const auto is_sign = [](const Word& word) {
        return word.is("/") || word.is(".") || word.is("-");
    };
    if (words.size() != 5 || !is_sign(words[1]) || !words[3].is(words[1].text)) {
        return std::nullopt;
    }
    if (!words[0].is_number() || !words[2].is_number() || !words[4].is_number()) {
        return std::nullopt;
    }
    return std::array{words[0], words[2], words[4]};
}

}  // namespace

bool has_iso_shape(std::string_view text) {
    const auto alike = [](char byte, char shape) {
        return shape == '0' ? is_digit(byte) : byte == shape;
    };
    return std::equal(text.begin(), text.end(), iso_shape.begin(), iso_shape.end(), alike);
}

tl::expected<Date, DateFault> existing_date(std::string_view text, const WrittenDate& written) {
    if (written.year < first_year || written.year > last_year) {
        return tl::unexpected<DateFault>(
            DateFault{DatePart::year, fmt::format("{} is out of range", quoted(text)),
                      fmt::format("write a year from {} to {}", first_year, last_year)});
    }
    if (written.month < 1 || written.month > 12) {
        return tl::unexpected<DateFault>(month_fault(text, written));
    }
    const int days = days_in(written.year, written.month);
    if (written.day < 1 || written.day > days) {
        return tl::unexpected<DateFault>(day_fault(text, written, days));
    }
    return Date{written.year, static_cast<unsigned>(written.month),
                static_cast<unsigned>(written.day)};
}

std::vector<Date> numeric_readings(std::string_view text) {
    const auto numbers = three_numbers(text);
    std::vector<Date> dates;
    if (!numbers) {
        return dates;
    }
    const auto& [first, second, third] = *numbers;
    const int a = small_number(first.text);
    const int b = small_number(second.text);
    const int c = small_number(third.text);
    if (first.has_digits(4)) {
        keep_existing(dates, {a, b, c});
        return dates;
    }
    if (third.has_digits(4) || third.has_digits(2)) {
        const int year = third.has_digits(2) ? 2000 + c : c;
        keep_existing(dates, {year, a, b});
        keep_existing(dates, {year, b, a});
    }
    if (dates.empty() && first.has_digits(2)) {
        keep_existing(dates, {2000 + a, b, c});
    }
    return dates;
}

std::string write_one_of(const std::vector<Date>& dates) {
    std::vector<std::string> texts;
    std::transform(dates.begin(), dates.end(), std::back_inserter(texts),
                   [](Date date) { return to_string(date); });
    return "write " + listing(texts, "or");
}

ParseError explain_date(std::string_view text, std::string_view hint) {
    const std::string_view trimmed = trim(text);
    if (trimmed.empty()) {
        return {"a date is missing", std::string{hint}, 0, 0};
    }
    const std::string_view start = trimmed.substr(0, iso_shape.size());
    const std::string_view rest = trimmed.substr(start.size());
    if (has_iso_shape(start) &&
        (rest.starts_with('T') || rest.starts_with('t') || rest.starts_with(' '))) {
        const std::size_t offset = text.find(trimmed);
        if (const auto date = existing_date(start, split_iso(start)); !date) {
            return misread_part(date.error(), offset);
        }
        return {fmt::format("{} has more than a date", quoted(text)),
                fmt::format("write {}", start), offset + start.size(), rest.size()};
    }
    const std::vector<Date> readings = numeric_readings(text);
    if (readings.size() > 1) {
        return {fmt::format("{} can be read two ways", quoted(text)), write_one_of(readings), 0, 0};
    }
    if (readings.size() == 1) {
        return {fmt::format("{} is not written year-month-day", quoted(text)),
                write_one_of(readings), 0, 0};
    }
    return {fmt::format("{} is not a date", quoted(text)), std::string{hint}, 0, 0};
}

Parsed<Date> parse_date(std::string_view text) {
    if (!has_iso_shape(text)) {
        return tl::unexpected<ParseError>(explain_date(text, "write a date such as 2026-10-05"));
    }
    const auto date = existing_date(text, split_iso(text));
    if (!date) {
        return tl::unexpected<ParseError>(misread_part(date.error(), 0));
    }
    return *date;
}

}  // namespace perfplan::base
