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

std::string_view text_of(const Child& child) { return child.node.document().text(); }

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

std::string new_line(std::size_t column, const Shape& shape) {
    return std::string(shape.line_ending) + std::string(column, ' ');
}

/// A value with everything that must make room for one of another form: from behind its head to its end.
struct Old {
    Span span;
    std::string comment;  ///< on the line of the head, with the spaces before it: it stays
};

/// The layout for lines that are to end at `end`, near `near`.
Shape shape_at(const Node& near, std::size_t end) {
    const std::string_view text = near.document().text();
    const std::size_t below = behind_break(text, line_end(text, end));
    const bool empty_line = skip_spaces(text, below) == line_end(text, below) && below < text.size();
    Shape shape = shape_near(near);
    shape.keeping = empty_line ? KeepingBlocks::avoided : KeepingBlocks::allowed;
    return shape;
}

/// A block of text at the very end of a file needs a line ending there, even where the file had none.
Splice with_final_break(Splice splice, const Document& document, const Value& value, const Shape& shape) {
    if (splice.span.end == document.text().size() && ends_in_literal(value, shape)) {
        splice.text += shape.line_ending;
    }
    return splice;
}

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
        return {{head, content_end(child.node)}, std::move(comment)};
    }
    if (is_block_scalar(child.node)) {
        return {{head, std::max(span.end, comment_end(text, span.end))}, header_comment(child.node)};
    }
    if (is_block_collection(child.node)) {
        return {{head, content_end(child.node)}, {}};
    }
    const std::size_t end = comment_end(text, span.end);
    return {{head, end}, std::string(slice(text, span.end, end))};
}

/// The column of the collection that holds `child`.
std::size_t head_column(const Child& child) { return column_of(text_of(child), child.head_begin); }

bool has_dash(const Child& child) { return child.parent && child.parent.is_sequence(); }

Splice replace_by_inline(const Child& child, const Value& value) {
    const std::string_view text = text_of(child);
    const Span span = child.node.span();
    const std::string written = inline_text(value, child.node, Value::Layout::block);
    if (is_block_collection(child.node) && child.parent) {
        const Old old = old_of(child);
        return {old.span, " " + written + old.comment};
    }
    if (is_block_scalar(child.node)) {
        const std::size_t end = std::max(span.end, comment_end(text, span.end));
        return {{span.begin, end}, written + header_comment(child.node)};
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
            if (first < line && first - begin > head_column(child) && child.node.text().front() != ' ') {
                return std::min(first - begin - head_column(child), widest);
            }
        }
    }
    return std::min(has_dash(child) ? dash_width : std::max<std::size_t>(shape.mapping, 1), widest);
}

Splice replace_by_literal(const Child& child, const Value& value, const Shape& shape) {
    const Old old = old_of(child);
    return {old.span, " " + render_literal(value.text(), head_column(child), literal_step(child, shape),
                                           shape.line_ending, old.comment)};
}

/// The column for a block collection in place of another, if that one's will do.
std::size_t block_column(const Child& child, const Value& value, const Shape& shape) {
    const std::size_t head = head_column(child);
    const bool list = value.kind() == Value::Kind::sequence;
    const std::size_t now = column_of(child.node);
    if (is_block_collection(child.node) && (now > head || (list && now == head && !has_dash(child)))) {
        return now;
    }
    return has_dash(child) ? head + 2 : head + (list ? shape.sequence : std::max<std::size_t>(shape.mapping, 1));
}

Splice replace_by_block(const Child& child, const Value& value, const Shape& shape) {
    const std::string_view text = text_of(child);
    const Span span = child.node.span();
    if (!child.parent) {
        return {{span.begin, content_end(child.node)}, render_block(value, column_of(child.node), shape)};
    }
    const std::size_t column = block_column(child, value, shape);
    if (is_block_collection(child.node) && is_below_head(child)) {
        const std::size_t begin = line_begin(text, span.begin);
        return {{begin, content_end(child.node)}, std::string(column, ' ') + render_block(value, column, shape)};
    }
    const Old old = old_of(child);
    if (has_dash(child) && old.comment.empty()) {
        const std::size_t gap = is_block_collection(child.node) ? column - head_column(child) - 1 : 1;
        return {old.span, std::string(gap, ' ') + render_block(value, head_column(child) + 1 + gap, shape)};
    }
    return {old.span, old.comment + new_line(column, shape) + render_block(value, column, shape)};
}

/// True for a block scalar of which empty lines below would become part.
bool is_keeping(const Node& scalar) {
    if (!scalar) {
        return false;
    }
    const std::string_view text = scalar.document().text();
    return word_at(text, scalar.span().begin).find('+') != std::string_view::npos;
}

std::size_t behind_empty_lines(std::string_view text, std::size_t begin) {
    while (begin < text.size() && skip_spaces(text, begin) == line_end(text, begin)) {
        const std::size_t next = behind_break(text, line_end(text, begin));
        if (next == line_end(text, begin)) {
            break;
        }
        begin = next;
    }
    return begin;
}

}  // namespace

std::string inline_text(const Value& value, const Node& old, Value::Layout inside) {
    const bool is_text = value.kind() == Value::Kind::string || value.kind() == Value::Kind::verbatim;
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
    const Shape shape = shape_at(child.parent ? child.parent : child.node, content_end(child.node));
    const Document& document = child.node.document();
    if (is_block_collection(value)) {
        return with_final_break(replace_by_block(child, value, shape), document, value, shape);
    }
    if (is_literal(value, shape) && child.node.style() != Style::double_quoted && child.parent) {
        return with_final_break(replace_by_literal(child, value, shape), document, value, shape);
    }
    return replace_by_inline(child, value);
}

Splice add_to_block(const Node& mapping, const std::string& key, const Value& value) {
    const Document& document = mapping.document();
    const std::size_t column = column_of(mapping);
    const std::size_t end = line_end(document.text(), content_end(mapping));
    const Shape shape = shape_at(mapping, end);
    const std::string entry = new_line(column, shape) + render_entry(key, value, column, shape);
    return with_final_break(append_lines(document, end, entry), document, value, shape);
}

Splice insert_in_block(const Node& sequence, std::size_t index, const Value& value) {
    const Document& document = sequence.document();
    const std::string_view text = document.text();
    const std::size_t column = column_of(sequence);
    if (index > 0) {
        const std::size_t end = line_end(text, content_end(child_of(sequence, index - 1).node));
        const Shape shape = shape_at(sequence, end);
        const std::string item = new_line(column, shape) + render_item(value, column, shape);
        return with_final_break(append_lines(document, end, item), document, value, shape);
    }
    const Shape shape = shape_near(sequence);
    const std::string item = render_item(value, column, shape);
    const std::size_t begin = lines_begin(first_of(sequence));
    if (!is_first_on_line(text, begin)) {
        return {{begin, begin}, item + new_line(column, shape)};
    }
    return {{begin, begin}, std::string(column, ' ') + item + std::string(shape.line_ending)};
}

Splice remove_from_block(const Child& child) {
    const std::string_view text = text_of(child);
    const std::size_t begin = lines_begin(child);
    const std::size_t end = line_end(text, content_end(child.node));
    const std::size_t behind = behind_break(text, end);
    if (!is_first_on_line(text, child.head_begin)) {
        // The next entry moves to the line of the dash; a comment above it stays above.
        return {{child.head_begin, skip_spaces(text, behind_empty_lines(text, behind))}, {}};
    }
    if (behind > end || begin == 0) {
        const bool keeps = begin > 0 && is_keeping(block_scalar_ending_at(child.node.document(), end_of_line_above(text, begin)));
        return {{begin, keeps ? behind_empty_lines(text, behind) : behind}, {}};
    }
    // The last line of a file without a line ending: the line before it ends the file now.
    const std::size_t before = end_of_line_above(text, begin);
    const bool keeps_break = static_cast<bool>(block_scalar_ending_at(child.node.document(), before));
    return {{keeps_break ? begin : before, end}, {}};
}

Splice empty_block(const Child& collection) {
    const std::string_view text = text_of(collection);
    const std::string empty = collection.node.is_mapping() ? "{}" : "[]";
    const Child only = first_of(collection.node);
    const std::size_t begin = lines_begin(only);
    const std::size_t end = content_end(collection.node);
    if (!collection.parent) {
        return {{begin, end}, empty};
    }
    // What stands between the head and the lines that go is not part of them.
    const std::size_t kept_from = collection.head_end;
    const std::size_t kept_to = is_below_head(collection) ? end_of_line_above(text, begin) : kept_from;
    return {{kept_from, end}, " " + empty + std::string(slice(text, kept_from, kept_to))};
}

}  // namespace perfplan::yaml
