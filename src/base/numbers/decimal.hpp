// Exact decimal numbers: what people type is what is stored, compared and printed.
// The grammar of plain decimals, shared by what files hold and what people type.
#pragma once

#include "base/diagnostics/result.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace perfplan::base {

/// coefficient / 10^scale, always in lowest terms (1.50 is 15 / 10^1). Never binary floating point.
/// A decimal that a person types has at most 15 significant digits, at most 9 of them after the
/// point: so that each survives the double of any JSON reader. Results of arithmetic have the whole
/// range.
class Decimal {
public:
    static constexpr int max_digits = 15;
    static constexpr int max_scale = 9;

    constexpr Decimal() = default;
    constexpr Decimal(int whole) : coefficient_(whole) {}  // NOLINT(google-explicit-constructor)

    /// coefficient / 10^scale, brought to lowest terms; scale in 0 … max_scale.
    static Decimal of(std::int64_t coefficient, int scale);

    [[nodiscard]] std::int64_t coefficient() const { return coefficient_; }
    [[nodiscard]] int scale() const { return scale_; }
    [[nodiscard]] bool is_negative() const { return coefficient_ < 0; }

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    std::int64_t coefficient_ = 0;
    std::uint8_t scale_ = 0;
};

/// Exact, or nothing if the result does not fit a Decimal.
std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> subtract(Decimal a, Decimal b);
std::optional<Decimal> multiply(Decimal a, Decimal b);

/// a / b rounded half away from zero to `places` (0 … max_scale) after the point.
/// Nothing if b is zero or the result does not fit.
std::optional<Decimal> divide(Decimal a, Decimal b, int places);

/// Rounded half away from zero to `places` after the point.
Decimal round(Decimal value, int places);

/// The double nearest to it: for drawing and for JSON, never for reckoning.
double to_double(Decimal value);

/// Plain digits as files hold them: "-1234.5". Never an exponent, never a trailing zero.
std::string to_string(Decimal value);

/// For people: thousands grouped by commas, at least `places` digits after the point ("1,234.50").
std::string grouped(Decimal value, int places = 0);

/// As files hold it: [-]digits[.digits]. Refused, with the accepted form in the hint: a leading
/// zero or plus, an exponent, a thousands separator, a percent sign, infinity, NaN, more digits
/// than fit.
Parsed<Decimal> parse_decimal(std::string_view text);

/// What a person types on a command line: 310000, 310k, 1.2m, 3b (either case), -5, 14%, .5, +3.
struct HumanNumber {
    Decimal value;
    bool percent = false;  ///< a percent sign was written; the value is not divided
};

/// A separator of thousands (250,000 or 250.000,50) is refused with every way it could be read.
Parsed<HumanNumber> parse_human_number(std::string_view text);

enum class NumberFault {
    shape,   ///< not digits[.digits]
    digits,  ///< more significant digits than Decimal::max_digits
    places,  ///< more digits after the point than Decimal::max_scale
};

/// [-]digits[.digits], without a leading zero.
tl::expected<Decimal, NumberFault> read_plain(std::string_view text);

/// [+-](digits[.digits] | .digits)[k | m | b | %]
tl::expected<HumanNumber, NumberFault> read_human(std::string_view text);

/// value * 10^exponent, if a Decimal can hold it exactly.
std::optional<Decimal> shifted(Decimal value, int exponent);

/// How a number has to be written.
enum class NumberForm { file, human };

/// What is wrong with a text that neither of the above reads, and what to write instead.
ParseError explain_number(std::string_view text, NumberForm form, NumberFault fault);

}  // namespace perfplan::base
