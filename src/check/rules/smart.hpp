// Whether a title names a result.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace perfplan::check {

/// The word of a title that keeps it from naming a result: one of effort or degree ("improve",
/// "better", "regularly") beside which no figure stands, or a placeholder ("TBD"). English.
std::optional<std::string> vague_word(std::string_view title);

}  // namespace perfplan::check
