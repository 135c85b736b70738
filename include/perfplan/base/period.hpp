// Named stretches of the year: 2026-11, 2026-Q4, 2026-H2, 2026, FY27, FY27-Q1.
#pragma once

#include <perfplan/base/date.hpp>

namespace perfplan {

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
    friend Reading<Period> parse_period(std::string_view text, const FiscalYear& fiscal);
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
Reading<Period> parse_period(std::string_view text, const FiscalYear& fiscal);

}  // namespace perfplan
