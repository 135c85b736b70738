// Named stretches of the year: 2026-11, 2026-Q4, 2026-H2, 2026, FY27, FY27-Q1.
// The labels of periods, apart from the days they cover.
#pragma once

#include "base/dates/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace perfplan::base {

/// How a company names its years. A plain label (2026-Q4) is always of the calendar year;
/// an FY label follows these.
struct FiscalYear {
    unsigned starts = 1;  ///< month, 1 … 12
    enum class NamedBy { end, start } named_by = NamedBy::end;

    friend bool operator==(const FiscalYear&, const FiscalYear&) = default;
};

/// A month, quarter, half or year, calendar or fiscal, with the days it covers.
class Period {
public:
    enum class Length { month = 1, quarter = 3, half = 6, year = 12 };

    [[nodiscard]] const std::string& label() const {
        return label_;
    }  ///< canonical: "2026-Q4", "FY27-Q1"
    [[nodiscard]] Window window() const { return window_; }
    [[nodiscard]] Length length() const { return length_; }

    /// The one of the same length just before, with its own label.
    [[nodiscard]] Period previous() const;

    /// Same days, however they are called.
    friend bool operator==(const Period& a, const Period& b) { return a.window_ == b.window_; }
    friend std::strong_ordering operator<=>(const Period& a, const Period& b) {
        return a.window_.first != b.window_.first ? a.window_.first <=> b.window_.first
                                                  : a.window_.last <=> b.window_.last;
    }

private:
    friend Parsed<Period> parse_period(std::string_view text, const FiscalYear& fiscal);
    Period() = default;

    std::string label_;
    Window window_;
    Length length_ = Length::month;
    bool fiscal_ = false;
    FiscalYear year_;
};

/// Accepts 2026-11, 2026-Q4, 2026-H2, 2026, FY27, FY2027, FY27-Q1, FY27-H1 in either case.
/// FY27 named by its end, starting in February, is 2026-02-01 … 2027-01-31. Hints at the nearest
/// form.
Parsed<Period> parse_period(std::string_view text, const FiscalYear& fiscal);

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

}  // namespace perfplan::base
