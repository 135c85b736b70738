// Who may read a report.
#pragma once

#include "base/diagnostics/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::output {

/// Who reads a report. everyone: only what the rep may see, with no hint at anything else.
enum class Audience { everyone, rep, manager, hr };

std::string_view to_string(Audience audience);
/// The names that --for takes.
std::vector<std::string> audiences();
Parsed<Audience> parse_audience(std::string_view text);

/// "the manager", "HR"
std::string audience_in_words(Audience audience);

/// True if this audience may see private records.
bool may_see_private(Audience audience);

}  // namespace perfplan::output
