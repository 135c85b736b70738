#include "edit_block.hpp"
#include "escape.hpp"
#include "matching.hpp"
#include "quoting.hpp"
#include "render.hpp"
#include "shape.hpp"
#include "text.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

std::string_view text_of(const Child& child) {
    return child.node.document().text();
}

/// A value with everything that must make room for one of another form: from behind its head to its
/// end.
struct Old {
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

Old old_of(const Child& child) {
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
        const Old old = old_of(child);
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
            const std::size_t begin = behind_break(text, line);
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
    const Old old = old_of(child);
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
    const Old old = old_of(child);
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
    const Shape shape = child.parent ? shape_at(child.parent, old_of(child).span.end)
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
