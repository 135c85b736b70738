#include "yaml/edit/layout.hpp"

#include "yaml/edit/locate.hpp"
#include "yaml/parse/text.hpp"

#include <optional>

namespace perfplan::yaml {
namespace {

/// What is known so far.
struct StyleSamples {
    std::optional<std::size_t> mapping;
    std::optional<std::size_t> sequence;
};

/// Looks at the block collections below the keys of `mapping`.
StyleSamples look_at(const Node& mapping, StyleSamples found) {
    if (!mapping.is_mapping() || !is_block_collection(mapping)) {
        return found;
    }
    const std::string_view text = mapping.document().text();
    for (Node child = mapping.first_child(); child; child = child.next_sibling()) {
        if (!is_block_collection(child) || !is_first_on_line(text, child.span().begin)) {
            continue;
        }
        auto& step = child.is_mapping() ? found.mapping : found.sequence;
        if (!step) {
            step = column_of(child) - column_of(mapping);
        }
    }
    return found;
}

StyleSamples look_everywhere(const Node& node, StyleSamples found) {
    found = look_at(node, found);
    for (Node child = node.first_child(); child && !(found.mapping && found.sequence);
         child = child.next_sibling()) {
        found = look_everywhere(child, found);
    }
    return found;
}

/// What stands below the line of `pos`, for lines in `column`.
FollowingLine below_line(std::string_view text, std::size_t pos, std::size_t column) {
    const std::size_t begin = after_break(text, line_end(text, pos));
    const std::size_t after = after_empty_lines(text, begin);
    const std::string_view empty = slice(text, begin, after);
    const std::size_t next = skip_spaces(text, after);
    const bool deep_comment = char_at(text, next) == '#' && next - after > column;
    if (deep_comment || empty.find(' ') != std::string_view::npos) {
        return FollowingLine::deep_line;
    }
    return empty.empty() ? FollowingLine::text : FollowingLine::empty_line;
}

}  // namespace

std::string_view line_ending_near(std::string_view text, std::size_t pos) {
    std::size_t end = line_end(text, pos);
    if (end == text.size() && line_begin(text, pos) > 0) {
        end = end_of_line_above(text, line_begin(text, pos));
    }
    return char_at(text, end) == '\r' ? "\r\n" : "\n";
}

Shape shape_near(const Node& near) {
    const StyleSamples found = look_everywhere(near.document().root(), look_at(near, {}));
    Shape shape;
    shape.mapping = found.mapping.value_or(shape.mapping);
    shape.sequence = found.sequence.value_or(shape.sequence);
    shape.line_ending = line_ending_near(near.document().text(), near.span().end);
    return shape;
}

Shape shape_at(const Node& near, std::size_t end) {
    Shape shape = shape_near(near);
    shape.line_ending = line_ending_near(near.document().text(), end);
    shape.below = below_line(near.document().text(), end, column_of(near));
    return shape;
}

std::string new_line(std::size_t column, const Shape& shape) {
    return std::string(shape.line_ending) + std::string(column, ' ');
}

Splice with_final_break(Splice splice, const Document& document, const Value& value,
                        const Shape& shape) {
    if (splice.span.end == document.text().size() && ends_in_literal(value, shape)) {
        splice.text += shape.line_ending;
    }
    return splice;
}

}  // namespace perfplan::yaml
