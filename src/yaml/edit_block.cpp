#include "edit_block.hpp"

#include "render.hpp"
#include "shape.hpp"
#include "text.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

std::string_view text_of(const Child& child) {
    return child.node.document().text();
}

/// True for a block scalar of which empty lines below would become part.
bool is_keeping(const Node& scalar) {
    const std::string_view text = scalar.document().text();
    return word_at(text, scalar.span().begin).find('+') != std::string_view::npos;
}

/// The block of text that ends above the line at `begin`, with or without empty lines between; no
/// node if none does.
Node block_scalar_above(const Document& document, std::size_t begin) {
    const std::string_view text = document.text();
    while (begin > 0) {
        const std::size_t end = end_of_line_above(text, begin);
        if (const Node scalar = block_scalar_ending_at(document, end)) {
            return scalar;
        }
        begin = line_begin(text, end);
        if (skip_spaces(text, begin) != end) {
            break;
        }
    }
    return {};
}

/// How far the removal of a line that ends at `end` reaches, so that the block of text above takes
/// in no empty lines.
std::size_t behind_removed(const Document& document, std::size_t begin, std::size_t end) {
    const std::string_view text = document.text();
    const std::size_t behind = behind_break(text, end);
    const std::size_t behind_empty = behind_empty_lines(text, behind);
    const Node above = block_scalar_above(document, begin);
    const bool has_spaces = slice(text, behind, behind_empty).find(' ') != std::string_view::npos;
    const bool takes_in = above && (has_spaces || is_keeping(above));
    return takes_in ? behind_empty : behind;
}

/// An entry or item of `collection` on lines of its own below those of `above`. `render` gets the
/// column and the shape.
template <class Render>
Splice lines_behind(const Node& collection, const Node& above, const Value& value, Render render) {
    const Document& document = collection.document();
    const std::size_t column = column_of(collection);
    const std::size_t end = lines_end(above);
    const Shape shape = shape_at(collection, end);
    const std::string lines = new_line(column, shape) + render(column, shape);
    return with_final_break(append_lines(document, end, lines), document, value, shape);
}

/// The same above the first child.
template <class Render>
Splice lines_before_first(const Node& collection, Render render) {
    const std::size_t column = column_of(collection);
    const Shape shape = shape_near(collection);
    const std::string written = render(column, shape);
    const std::size_t begin = lines_begin(first_of(collection));
    if (!is_first_on_line(collection.document().text(), begin)) {
        return {{begin, begin}, written + new_line(column, shape)};
    }
    return {{begin, begin}, std::string(column, ' ') + written + std::string(shape.line_ending)};
}

}  // namespace

Splice add_to_block(const Node& mapping, const std::string& key, const Value& value) {
    return lines_behind(mapping, mapping, value, [&](std::size_t column, const Shape& shape) {
        return render_entry(key, value, column, shape);
    });
}

Splice insert_in_block(const Child& next, const std::string& key, const Value& value) {
    const auto render = [&](std::size_t column, const Shape& shape) {
        return render_entry(key, value, column, shape);
    };
    return next.previous ? lines_behind(next.parent, next.previous, value, render)
                         : lines_before_first(next.parent, render);
}

Splice insert_in_block(const Node& sequence, std::size_t index, const Value& value) {
    const auto render = [&](std::size_t column, const Shape& shape) {
        return render_item(value, column, shape);
    };
    return index > 0 ? lines_behind(sequence, child_of(sequence, index - 1).node, value, render)
                     : lines_before_first(sequence, render);
}

Splice remove_from_block(const Child& child) {
    const std::string_view text = text_of(child);
    const std::size_t begin = lines_begin(child);
    const std::size_t end = lines_end(child.node);
    const std::size_t behind = behind_break(text, end);
    if (!is_first_on_line(text, child.head_begin)) {
        // The next entry moves to the line of the dash; a comment above it stays above.
        return {{child.head_begin, skip_spaces(text, behind_empty_lines(text, behind))}, {}};
    }
    if (behind > end || begin == 0) {
        return {{begin, behind_removed(child.node.document(), begin, end)}, {}};
    }
    // The last line of a file without a line ending: the line before it ends the file now.
    const std::size_t before = end_of_line_above(text, begin);
    const bool keeps_break = static_cast<bool>(block_scalar_above(child.node.document(), begin));
    return {{keeps_break ? begin : before, end}, {}};
}

Splice empty_block(const Child& collection) {
    const std::string_view text = text_of(collection);
    const std::string empty = collection.node.is_mapping() ? "{}" : "[]";
    const Child only = first_of(collection.node);
    const std::size_t begin = lines_begin(only);
    const std::size_t end = lines_end(collection.node);
    if (!collection.parent) {
        return {{begin, end}, empty};
    }
    // What stands between the head and the lines that go is not part of them.
    const std::size_t kept_from = collection.head_end;
    const std::size_t kept_to =
        is_below_head(collection) ? end_of_line_above(text, begin) : kept_from;
    return {{kept_from, end}, " " + empty + std::string(slice(text, kept_from, kept_to))};
}

}  // namespace perfplan::yaml
