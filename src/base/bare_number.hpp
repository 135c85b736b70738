// A number as people write it, taken apart: sign, digits, abbreviation, currency.
#pragma once

#include <string>
#include <string_view>

namespace perfplan {

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

}  // namespace perfplan
