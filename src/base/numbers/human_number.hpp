// A number as people write it, taken apart: sign, digits, abbreviation, currency.
// What was probably meant by a text that is not quite a number.
#pragma once

#include "base/numbers/decimal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::base {

/// A number without what people put around it.
struct BareNumber {
    std::string sign;  ///< "-" or empty
    /// Each separator that can only stand between thousands is a space; commas and points are kept.
    std::string digits;
    std::string suffix;  ///< "k", "m", "b", "%" or empty
};

BareNumber bare_number(std::string_view text);

/// The bytes of the sign of a currency ($, €) or of three capitals ("USD") in `text`; empty if
/// there are none.
std::string_view find_currency(std::string_view text);

/// The numbers `text` may stand for, in accepted form: one, two ("250,000"), or none if it is no
/// number at all. Never a guess at a different value: only signs, separators and abbreviations are
/// read the way people use them.
std::vector<std::string> number_readings(std::string_view text, NumberForm form);

}  // namespace perfplan::base
