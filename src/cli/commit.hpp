// Which commit the program was built from. Its source is made by every build,
// src/cmake/commit.cmake, and is part of the program alone, so that a commit relinks nothing else.
#pragma once

#include <string_view>

namespace perfplan::cli {

/// Twelve digits of the commit; behind them `, modified` if sources differed from it. Empty where
/// nobody knew: neither a clone nor an archive that git made.
std::string_view commit();

}  // namespace perfplan::cli
