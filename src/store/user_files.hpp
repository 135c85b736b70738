// Input and output files outside the tree.
#pragma once

#include "base/diagnostics/result.hpp"

#include <string>
#include <string_view>

namespace perfplan::store {

/// Refuses a file that exists and that a tree consists of: output never replaces a plan, a record,
/// settings or a template, whatever name or link leads there.
Result<void> require_not_of_tree(const std::string& path);
/// A file the user named for output, replaced in one step.
Result<void> replace_output(const std::string& path, std::string_view bytes);
/// A file the user named for input.
Result<std::string> read_input(const std::string& path);

}  // namespace perfplan::store
