// When a text must be quoted, so that YAML 1.1 and 1.2 readers get the same text back.
#pragma once

#include "yaml/value.hpp"

#include <string>
#include <string_view>

namespace perfplan::yaml {

/// True if the text is read back as it is where it is written plain, whatever type it may get.
bool is_plain(std::string_view text, Value::Layout inside);

/// True if every reader takes the plain text for this very string.
bool is_plain_string(std::string_view text, Value::Layout inside);

/// True if it can stand in single quotes on one line.
bool fits_single_quotes(std::string_view text);
std::string single_quoted(std::string_view text);

/// As a key. Dates and whole numbers stay plain, as people write them; else as quoted().
std::string key_text(std::string_view key, Value::Layout inside);

/// True if a `|` block gives the text back with every reader.
bool fits_literal(std::string_view text);

}  // namespace perfplan::yaml
