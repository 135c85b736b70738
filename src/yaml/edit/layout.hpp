// How a document is laid out, so that new lines look like those around them.
#pragma once

#include "yaml/document.hpp"
#include "yaml/edit/splice.hpp"
#include "yaml/write/render.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace perfplan::yaml {

/// The line ending at `pos`, else the one before it, else LF.
std::string_view line_ending_near(std::string_view text, std::size_t pos);

/// The indentation that `near` gives its children, else the document elsewhere, else two spaces;
/// and the line ending used there.
Shape shape_near(const Node& near);

/// The same for lines that are to start after `end`: the line that ends there keeps its ending,
/// and what stands below is looked at, too.
Shape shape_at(const Node& near, std::size_t end);

/// A line ending and the indentation of the next line.
std::string new_line(std::size_t column, const Shape& shape);

/// A splice that ends in the lines of `value`. A block of text at the very end of a file needs a
/// line ending there, even where the file had none.
Splice with_final_break(Splice splice, const Document& document, const Value& value,
                        const Shape& shape);

}  // namespace perfplan::yaml
