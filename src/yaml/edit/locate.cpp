#include "yaml/edit/locate.hpp"

#include "yaml/parse/text.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

std::string_view text_of(const Node& node) {
    return node.document().text();
}

/// Fills in where the head of a child stands.
Child with_head(Child child) {
    const std::string_view text = text_of(child.node);
    if (child.parent.is_mapping()) {
        const Span key = child.node.key().span();
        child.head_begin = key.begin;
        child.head_end = skip_spaces(text, key.end) + 1;
    } else if (child.parent.style() == Style::flow) {
        child.head_begin = child.node.span().begin;
        child.head_end = child.head_begin;
    } else {
        child.head_begin = child.previous ? skip_to_token(text, child.previous.span().end)
                                          : child.parent.span().begin;
        child.head_end = child.head_begin + 1;
    }
    return child;
}

bool names(const Child& child, const Step& step) {
    if (const auto* index = std::get_if<std::size_t>(&step)) {
        return child.parent.is_sequence() && child.index == *index;
    }
    return child.parent.is_mapping() && child.node.key().text() == std::get<std::string>(step);
}

bool is_empty_line(std::string_view text, std::size_t begin) {
    return skip_spaces(text, begin) == line_end(text, begin);
}

/// The first of the comment lines in `column` that end right above the line at `begin`, not above
/// `bound`.
std::size_t comment_lines_above(std::string_view text, std::size_t begin, std::size_t column,
                                std::size_t bound) {
    while (begin > bound) {
        const std::size_t above = line_begin(text, begin - 1);
        const bool is_comment = above >= bound && char_at(text, above + column) == '#' &&
                                skip_spaces(text, above) == above + column;
        if (!is_comment) {
            break;
        }
        begin = above;
    }
    return begin;
}

}  // namespace

Child root_of(const Document& document) {
    const Node root = document.root();
    return {root, {}, {}, {}, 0, root.span().begin, root.span().begin};
}

Child find_child(const Node& parent, const std::function<bool(const Child&)>& wanted) {
    if (!parent.is_mapping() && !parent.is_sequence()) {
        return {};
    }
    Child child{parent.first_child(), parent, {}, {}, 0, 0, 0};
    for (; child.node; ++child.index) {
        child.next = child.node.next_sibling();
        if (wanted(child)) {
            return with_head(child);
        }
        child.previous = child.node;
        child.node = child.next;
    }
    return {};
}

Child child_of(const Node& parent, const Step& step) {
    return find_child(parent, [&](const Child& child) { return names(child, step); });
}

Child first_of(const Node& parent) {
    return find_child(parent, [](const Child&) { return true; });
}

Child last_of(const Node& parent) {
    return find_child(parent, [](const Child& child) { return !child.next; });
}

std::size_t column_of(const Node& collection) {
    return column_of(text_of(collection), collection.span().begin);
}

bool is_block_scalar(const Node& node) {
    return node.style() == Style::literal || node.style() == Style::folded;
}

bool is_block_collection(const Node& node) {
    return node.style() == Style::block;
}

bool is_below_head(const Child& child) {
    const std::string_view text = text_of(child.node);
    return child.parent && line_begin(text, child.node.span().begin) > child.head_begin;
}

std::size_t comment_end(std::string_view text, std::size_t pos) {
    const std::size_t next = skip_spaces(text, pos);
    return next > pos && char_at(text, next) == '#' ? line_end(text, next) : pos;
}

std::size_t content_end(const Node& node) {
    const std::string_view text = text_of(node);
    std::size_t end = comment_end(text, node.span().end);
    if (end == node.span().end) {
        return end;
    }
    const std::size_t column = column_of(text, skip_spaces(text, node.span().end));
    for (;;) {
        const std::size_t below = after_break(text, end);
        const std::size_t next = skip_spaces(text, below);
        if (below == end || next - below != column || char_at(text, next) != '#') {
            return end;
        }
        end = line_end(text, next);
    }
}

std::size_t lines_end(const Node& node) {
    return line_end(text_of(node), content_end(node));
}

std::size_t lines_begin(const Child& child) {
    const std::string_view text = text_of(child.node);
    if (!is_first_on_line(text, child.head_begin)) {
        return child.head_begin;
    }
    const std::size_t own = line_begin(text, child.head_begin);
    const bool in_root = child.parent.span().begin == child.node.document().root().span().begin;
    const bool first = !child.previous;
    const std::size_t bound = first ? 0 : lines_end(child.previous);
    const std::size_t begin = comment_lines_above(text, own, child.head_begin - own, bound);
    if (begin == own || begin == 0 || (first && in_root)) {
        return own;
    }
    const bool gap = is_empty_line(text, line_begin(text, begin - 1));
    return gap || first ? begin : own;
}

Node block_scalar_ending_at(const Document& document, std::size_t pos) {
    Node node = document.root();
    while (node.is_mapping() || node.is_sequence()) {
        Node within;
        for (const Node& child : node.children()) {
            if (child.span().begin <= pos) {
                within = child;
            }
        }
        if (!within) {
            return {};
        }
        node = within;
    }
    return is_block_scalar(node) && node.span().end == pos ? node : Node{};
}

}  // namespace perfplan::yaml
