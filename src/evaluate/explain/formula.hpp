// Numbers as they stand in the formulas of explanations.
#pragma once

#include "base/numbers/fraction.hpp"

#include <string>

namespace perfplan::evaluate {

/// A number of a formula; a negative one in parentheses: "240,000", "(-5)".
std::string operand(Decimal value);

/// A value to nine places, as an operand.
std::string exact(const Fraction& value);

/// A result rounded to `places`, as the JSON has it: "312,727.27".
std::string rounded_figure(const Fraction& value, int places);

/// A fraction (progress, ratio …) rounded to four places, or more where it would be rounded onto 1:
/// "0.0784", "0.99996".
std::string fraction_figure(const Fraction& value);

}  // namespace perfplan::evaluate
