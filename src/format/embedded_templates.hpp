// The templates that are part of the program.
#pragma once

#include "base/layers.hpp"

#include <string_view>
#include <vector>

namespace perfplan::format {

/// A template, or a part that templates take in with {{> name}}, that the program brings along.
struct EmbeddedTemplate {
    std::string_view name;
    std::string_view text;
};

/// All of them, by name: the files of src/output/templates/.
const std::vector<EmbeddedTemplate>& embedded_templates();

/// The one of this name, which must be there.
std::string_view embedded_template(std::string_view name);

}  // namespace perfplan::format
