// Diagnostics about files of a plan.
#pragma once

#include "base/diagnostics/result.hpp"

#include <string>
#include <string_view>

namespace perfplan::store {

/// "…: error: can't be written: No space left on device"
tl::unexpected<Diagnostics> io_error_for(std::string shown, std::string_view what, int error);

/// The warning that a file is ignored, with the reason `why`, unless it is a copy left by a tool.
/// `shown`: its path, as messages call it.
Diagnostic not_read(std::string shown, const ParseError& why);

/// Refused: the file exists with other content.
Diagnostic exists_with_other_content(std::string shown);

}  // namespace perfplan::store
