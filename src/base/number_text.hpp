// The grammar of plain decimals, shared by what files hold and what people type.
#pragma once

#include <perfplan/base/decimal.hpp>

#include <string_view>

namespace perfplan {

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
Misread explain_number(std::string_view text, NumberForm form, NumberFault fault);

}  // namespace perfplan
