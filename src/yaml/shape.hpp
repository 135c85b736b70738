// How a document is laid out, so that new lines look like those around them.
#pragma once

#include <perfplan/yaml/document.hpp>

#include "render.hpp"

#include <cstddef>
#include <string_view>

namespace perfplan::yaml {

/// The line ending at `pos`, else the one before it, else LF.
std::string_view line_ending_near(std::string_view text, std::size_t pos);

/// The indentation that `near` gives its children, else the document elsewhere, else two spaces;
/// and the line ending used there.
Shape shape_near(const Node& near);

}  // namespace perfplan::yaml
