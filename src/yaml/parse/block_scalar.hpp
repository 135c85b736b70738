// Block scalars: literal (|) and folded (>).
#pragma once

#include "yaml/parse/scalar.hpp"

namespace perfplan::yaml {

/// Reads the block scalar that begins at `begin`, where the caller has found a `|` or `>`.
Scan scan_block(std::string_view text, std::size_t begin, ScalarPosition position);

}  // namespace perfplan::yaml
