#include "yaml/edit/block.hpp"

#include "yaml/edit/layout.hpp"
#include "yaml/parse/escape.hpp"
#include "yaml/parse/text.hpp"
#include "yaml/value.hpp"
#include "yaml/write/quoting.hpp"
#include "yaml/write/render.hpp"

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
std::size_t end_after_removal(const Document& document, std::size_t begin, std::size_t end) {
    const std::string_view text = document.text();
    const std::size_t after = after_break(text, end);
    const std::size_t after_empty = after_empty_lines(text, after);
    const Node above = block_scalar_above(document, begin);
    const bool has_spaces = slice(text, after, after_empty).find(' ') != std::string_view::npos;
    const bool takes_in = above && (has_spaces || is_keeping(above));
    return takes_in ? after_empty : after;
}

/// An entry or item of `collection` on lines of its own below those of `above`. `render` gets the
/// column and the shape.
template <class Render>
Splice lines_after(const Node& collection, const Node& above, const Value& value, Render render) {
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
    return lines_after(mapping, mapping, value, [&](std::size_t column, const Shape& shape) {
        return render_entry(key, value, column, shape);
    });
}

Splice insert_in_block(const Child& next, const std::string& key, const Value& value) {
    const auto render = [&](std::size_t column, const Shape& shape) {
        return render_entry(key, value, column, shape);
    };
    return next.previous ? lines_after(next.parent, next.previous, value, render)
                         : lines_before_first(next.parent, render);
}

Splice insert_in_block(const Node& sequence, std::size_t index, const Value& value) {
    const auto render = [&](std::size_t column, const Shape& shape) {
        return render_item(value, column, shape);
    };
    return index > 0 ? lines_after(sequence, child_of(sequence, index - 1).node, value, render)
                     : lines_before_first(sequence, render);
}

Splice remove_from_block(const Child& child) {
    const std::string_view text = text_of(child);
    const std::size_t begin = lines_begin(child);
    const std::size_t end = lines_end(child.node);
    const std::size_t after = after_break(text, end);
    if (!is_first_on_line(text, child.head_begin)) {
        // The next entry moves to the line of the dash; a comment above it stays above.
        return {{child.head_begin, skip_spaces(text, after_empty_lines(text, after))}, {}};
    }
    if (after > end || begin == 0) {
        return {{begin, end_after_removal(child.node.document(), begin, end)}, {}};
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

namespace {

/// A value with everything that must make room for one of another form: from after its head to its
/// end.
struct ReplacedEntry {
    Span span;
    std::string comment;  ///< on the line of the head, with the spaces before it: it stays
};

/// The comment on the line of the header of a block scalar.
std::string header_comment(const Node& scalar) {
    const std::string_view text = scalar.document().text();
    std::size_t end = scalar.span().begin;
    while (!ends_word(text, end)) {
        ++end;
    }
    return std::string(slice(text, end, comment_end(text, end)));
}

ReplacedEntry replaced_entry(const Child& child) {
    const std::string_view text = text_of(child);
    const Span span = child.node.span();
    const std::size_t head = child.head_end;
    if (is_below_head(child)) {
        std::string comment(slice(text, head, comment_end(text, head)));
        if (comment.empty() && !is_block_collection(child.node)) {
            comment = slice(text, span.end, comment_end(text, span.end));
        }
        return {{head, lines_end(child.node)}, std::move(comment)};
    }
    if (is_block_scalar(child.node)) {
        return {{head, line_end(text, span.end)}, header_comment(child.node)};
    }
    if (is_block_collection(child.node)) {
        return {{head, lines_end(child.node)}, {}};
    }
    const std::size_t end = comment_end(text, span.end);
    return {{head, line_end(text, end)}, std::string(slice(text, span.end, end))};
}

/// The column of the collection that holds `child`.
std::size_t head_column(const Child& child) {
    return column_of(text_of(child), child.head_begin);
}

bool has_dash(const Child& child) {
    return child.parent && child.parent.is_sequence();
}

Splice replace_by_inline(const Child& child, const Value& value) {
    const std::string_view text = text_of(child);
    const Span span = child.node.span();
    const std::string written = inline_text(value, child.node, Value::Layout::block);
    if (is_block_collection(child.node) && child.parent) {
        const ReplacedEntry old = replaced_entry(child);
        return {old.span, " " + written + old.comment};
    }
    if (is_block_scalar(child.node)) {
        return {{span.begin, line_end(text, span.end)}, written + header_comment(child.node)};
    }
    return {span, (span.begin == child.head_end && child.parent ? " " : "") + written};
}

/// How much deeper than its head the lines of a block scalar are.
std::size_t literal_step(const Child& child, const Shape& shape) {
    constexpr std::size_t dash_width = 2;
    constexpr std::size_t widest = 9;  // what the header can say
    const std::string_view text = text_of(child);
    if (is_block_scalar(child.node)) {
        std::size_t line = line_end(text, child.node.span().begin);
        while (line < child.node.span().end) {
            const std::size_t begin = after_break(text, line);
            const std::size_t first = skip_spaces(text, begin);
            line = line_end(text, begin);
            if (first < line && first - begin > head_column(child) &&
                child.node.text().front() != ' ') {
                return std::min(first - begin - head_column(child), widest);
            }
        }
    }
    return std::min(has_dash(child) ? dash_width : std::max<std::size_t>(shape.mapping, 1), widest);
}

Splice replace_by_literal(const Child& child, const Value& value, const Shape& shape) {
    const ReplacedEntry old = replaced_entry(child);
    return {old.span,
            " " + render_literal(value.text(), head_column(child), literal_step(child, shape),
                                 shape.line_ending, old.comment)};
}

/// The column for a block collection in place of another, if that one's will do.
std::size_t block_column(const Child& child, const Value& value, const Shape& shape) {
    const std::size_t head = head_column(child);
    const bool list = value.kind() == Value::Kind::sequence;
    const std::size_t now = column_of(child.node);
    if (is_block_collection(child.node) &&
        (now > head || (list && now == head && !has_dash(child)))) {
        return now;
    }
    return has_dash(child)
               ? head + 2
               : head + (list ? shape.sequence : std::max<std::size_t>(shape.mapping, 1));
}

Splice replace_by_block(const Child& child, const Value& value, const Shape& shape) {
    const std::string_view text = text_of(child);
    const Span span = child.node.span();
    if (!child.parent) {
        return {{span.begin, lines_end(child.node)},
                render_block(value, column_of(child.node), shape)};
    }
    const std::size_t column = block_column(child, value, shape);
    if (is_block_collection(child.node) && is_below_head(child)) {
        const std::size_t begin = line_begin(text, span.begin);
        return {{begin, lines_end(child.node)},
                std::string(column, ' ') + render_block(value, column, shape)};
    }
    const ReplacedEntry old = replaced_entry(child);
    if (has_dash(child) && old.comment.empty()) {
        const std::size_t gap =
            is_block_collection(child.node) ? column - head_column(child) - 1 : 1;
        return {old.span,
                std::string(gap, ' ') + render_block(value, head_column(child) + 1 + gap, shape)};
    }
    return {old.span, old.comment + new_line(column, shape) + render_block(value, column, shape)};
}

}  // namespace

std::string inline_text(const Value& value, const Node& old, Value::Layout inside) {
    const bool is_text =
        value.kind() == Value::Kind::string || value.kind() == Value::Kind::verbatim;
    if (is_text && !stands_for_null(value)) {
        if (old.style() == Style::double_quoted) {
            return double_quoted(value.text());
        }
        if (old.style() == Style::single_quoted && fits_single_quotes(value.text())) {
            return single_quoted(value.text());
        }
    }
    return render_flow(value, inside);
}

Splice replace_in_block(const Child& child, const Value& value) {
    const Shape shape = child.parent ? shape_at(child.parent, replaced_entry(child).span.end)
                                     : shape_at(child.node, lines_end(child.node));
    const Document& document = child.node.document();
    if (is_block_collection(value)) {
        return with_final_break(replace_by_block(child, value, shape), document, value, shape);
    }
    if (is_literal(value, shape) && child.node.style() != Style::double_quoted && child.parent) {
        return with_final_break(replace_by_literal(child, value, shape), document, value, shape);
    }
    return replace_by_inline(child, value);
}

}  // namespace perfplan::yaml
