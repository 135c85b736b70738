// What a person wrote, as templates take it: whole and line by line.
#pragma once

#include "format/template_view.hpp"

#include <optional>
#include <string>

namespace perfplan::output {

/// Nothing for no words; without line breaks at the end.
std::optional<std::string> trimmed_words(const std::optional<std::string>& text);

const ViewShape<std::string>& words_shape();

}  // namespace perfplan::output
