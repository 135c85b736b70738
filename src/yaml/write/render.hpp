// Data as YAML text, at a given indentation.
#pragma once

#include "yaml/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace perfplan::yaml {

/// What stands below new lines. Empty lines become part of a block that keeps the line endings at
/// its end (`|+`); lines of spaces and deep comments become part of any block.
enum class FollowingLine { text, empty_line, deep_line };

/// How new lines are laid out.
struct Shape {
    std::size_t mapping = 2;   ///< indentation of a mapping below its key
    std::size_t sequence = 2;  ///< of a list below its key
    std::string_view line_ending = "\n";
    FollowingLine below = FollowingLine::text;
};

/// Every text below has no indentation before its first line and no line ending after its last.

/// A block mapping or sequence whose keys or dashes stand in `column`; not empty.
std::string render_block(const Value& value, std::size_t column, const Shape& shape);

/// One entry of a block mapping whose keys stand in `column`.
std::string render_entry(std::string_view key, const Value& value, std::size_t column,
                         const Shape& shape);

/// One item of a block sequence whose dashes stand in `column`.
std::string render_item(const Value& value, std::size_t column, const Shape& shape);

/// On one line: a scalar, or a collection in brackets.
std::string render_flow(const Value& value, Value::Layout inside);

/// A text as a `|` block, the header first; its lines are indented by `step` more than `column`,
/// that of its key or dash. `after_header`: a comment for the header's line, with the spaces
/// before it.
std::string render_literal(std::string_view text, std::size_t column, std::size_t step,
                           std::string_view line_ending, std::string_view after_header = {});

/// True if the value takes lines of its own below its key.
bool is_block_collection(const Value& value);
/// True if the value is best written as a `|` block.
bool is_literal(const Value& value, const Shape& shape);
/// True if the last line of the value, written in lines of its own, is one of a `|` block that
/// needs its line ending.
bool ends_in_literal(const Value& value, const Shape& shape);

}  // namespace perfplan::yaml
