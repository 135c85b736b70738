// A second opinion: yaml-cpp must find the same nodes at the same places with the same texts.
#pragma once

#include "yaml/parse/text.hpp"
#include "yaml/tree.hpp"

#include <optional>
#include <string_view>

namespace perfplan::yaml {

/// The first node that yaml-cpp reads differently, or nothing. `tree` is what was read from `text`
/// without problems: so yaml-cpp never sees a text that it could choke on.
std::optional<SyntaxError> confirm(std::string_view text, const Tree& tree);

}  // namespace perfplan::yaml
