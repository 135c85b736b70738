// The labels of periods, apart from the days they cover.
#pragma once

#include <perfplan/base/period.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace perfplan {

enum class YearKind { calendar, fiscal };

/// What a label says: which year, and which of its months, quarters or halves (1 for a whole year).
struct PeriodLabel {
    YearKind kind = YearKind::calendar;
    int year = 0;
    Period::Length length = Period::Length::year;
    int index = 1;
};

/// How many periods of that length a year has.
int periods_in_year(Period::Length length);

/// Whether a year has that many.
bool is_in_year(const PeriodLabel& label);

/// The exact form only, in either case and with two or four digits of a fiscal year; the index may
/// be out of range.
std::optional<PeriodLabel> read_period_label(std::string_view text);

enum class YearDigits { shortest, four };

/// Canonical: "2026-Q4", "FY27-H1"; with four digits: "FY2027-H1".
std::string to_string(const PeriodLabel& label, YearDigits digits = YearDigits::shortest);

/// The same period in any order and with any signs between: "Q4 2026", "4q26", "fy 27/1", "october
/// 2026". Nothing if the text does not name one existing period.
std::optional<PeriodLabel> loose_period_label(std::string_view text);

}  // namespace perfplan
