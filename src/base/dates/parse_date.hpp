// Dates as text: what exists, and what a text that is no ISO date may have meant.
#pragma once

#include "base/dates/date.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace perfplan::base {

inline constexpr int first_year = 1900;
inline constexpr int last_year = 2999;

/// Four, two and two digits with hyphens between; such a day may not exist.
bool has_iso_shape(std::string_view text);

/// A year, a month and a day as they were written: may not exist.
struct WrittenDate {
    int year = 0;
    int month = 0;
    int day = 0;
};

enum class DatePart { year, month, day };

struct DateFault {
    DatePart part = DatePart::day;
    std::string message;
    std::string hint;
};

/// The date, or why there is no such day; `text` is what the message quotes.
tl::expected<Date, DateFault> existing_date(std::string_view text, const WrittenDate& written);

/// The days that an order of digits other than YYYY-MM-DD may stand for (03/04/26, 3.4.2026,
/// 2026/4/3, 20260403): month first, then day first.
std::vector<Date> numeric_readings(std::string_view text);

/// What is wrong with a text that is no ISO date; `hint` is for one that reminds of no date at all.
ParseError explain_date(std::string_view text, std::string_view hint);

/// "write 2026-03-04 or 2026-04-03"
std::string write_one_of(const std::vector<Date>& dates);

}  // namespace perfplan::base
