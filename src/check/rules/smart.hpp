// Rules for the goals: specific, measurable, achievable, relevant.
#pragma once

#include "check/finding.hpp"
#include "check/subject.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace perfplan::check::look {

Findings vague_title(const Subject& subject);
Findings measurable(const Subject& subject);
Findings no_reading(const Subject& subject);
Findings achievable(const Subject& subject);
Findings relevant(const Subject& subject);

}  // namespace perfplan::check::look

namespace perfplan::check {

/// The word of a title that keeps it from naming a result: one of effort or degree ("improve",
/// "better", "regularly") beside which no figure stands, or a placeholder ("TBD"). English.
std::optional<std::string> vague_word(std::string_view title);

}  // namespace perfplan::check
