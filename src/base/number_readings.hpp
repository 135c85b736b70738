// What was probably meant by a text that is not quite a number.
#pragma once

#include "number_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan {

/// The numbers `text` may stand for, in accepted form: one, two ("250,000"), or none if it is no
/// number at all. Never a guess at a different value: only signs, separators and abbreviations are
/// read the way people use them.
std::vector<std::string> number_readings(std::string_view text, NumberForm form);

}  // namespace perfplan
