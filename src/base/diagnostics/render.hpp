// The line of a file a diagnostic shows, laid out in columns.
#pragma once

#include "base/diagnostics/diagnostic.hpp"

#include <cstddef>
#include <string>

namespace perfplan::base {

/// A line as it can be shown, and where in it the caret stands: all in columns of a terminal.
struct DrawnLine {
    std::string text;
    std::size_t caret = 0;   ///< columns before the caret
    std::size_t marked = 1;  ///< columns that are marked, at least one
};

/// Tabs become spaces up to the next multiple of four, controls become escapes; a line wider than
/// `width` is cut around its mark, with an ellipsis on each side that was cut.
DrawnLine draw(const Excerpt& excerpt, std::size_t width);

}  // namespace perfplan::base
