#include "format/embedded_templates.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace perfplan::format {

std::string_view embedded_template(std::string_view name) {
    const auto& all = embedded_templates();
    const auto found = std::find_if(all.begin(), all.end(), [&](const EmbeddedTemplate& candidate) {
        return candidate.name == name;
    });
    return found == all.end() ? std::string_view() : found->text;
}

}  // namespace perfplan::format
