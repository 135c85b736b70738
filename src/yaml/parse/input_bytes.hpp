// What must hold for the bytes of a file before anybody looks for YAML in them.
#pragma once

#include "yaml/parse/text.hpp"

#include <string_view>
#include <vector>

namespace perfplan::yaml {

/// Problems of encoding, unsafe characters, lone CRs, merge conflict markers, document markers and
/// directives.
std::vector<SyntaxError> check_bytes(std::string_view text);

}  // namespace perfplan::yaml
