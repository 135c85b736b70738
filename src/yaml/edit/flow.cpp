#include "yaml/edit/flow.hpp"

#include "yaml/edit/block.hpp"
#include "yaml/edit/layout.hpp"
#include "yaml/parse/text.hpp"
#include "yaml/write/quoting.hpp"
#include "yaml/write/render.hpp"

namespace perfplan::yaml {
namespace {

/// An absent value needs a space after its colon.
bool is_absent(const Node& value) {
    return value.span().begin == value.span().end;
}

/// What stands after a child of a flow collection.
struct ItemEnd {
    std::size_t item_end = 0;
    std::size_t comma_end = 0;  ///< after its comma; item_end if there is none
    bool ends_line = false;     ///< nothing but a comment follows in the line
    std::size_t line_end = 0;

    [[nodiscard]] bool has_comma() const { return comma_end > item_end; }
};

ItemEnd item_end(const Child& child) {
    const std::string_view text = child.node.document().text();
    ItemEnd tail;
    tail.item_end = child.node.span().end;
    const std::size_t next = skip_to_token(text, tail.item_end);
    tail.comma_end = char_at(text, next) == ',' ? next + 1 : tail.item_end;
    tail.line_end = line_end(text, tail.comma_end);
    const std::size_t rest = skip_spaces(text, tail.comma_end);
    tail.ends_line = rest == tail.line_end || char_at(text, rest) == '#';
    return tail;
}

/// True if the child begins a line of its own.
bool begins_line(const Child& child) {
    return is_first_on_line(child.node.document().text(), child.head_begin);
}

std::string line_like(const Child& child) {
    const std::string_view text = child.node.document().text();
    return std::string(line_ending_near(text, child.head_begin)) +
           std::string(column_of(text, child.head_begin), ' ');
}

/// The inside of `collection`, if it has no child: without the spaces that may be there.
Span empty_inside(const Node& collection) {
    const std::string_view text = collection.document().text();
    const Span span = collection.span();
    const std::size_t inside = skip_spaces(text, span.begin + 1);
    return {span.begin + 1, inside + 1 == span.end ? inside : span.begin + 1};
}

Splice append(const Node& collection, const std::string& written) {
    if (collection.size() == 0) {
        return {empty_inside(collection), written};
    }
    const std::string_view text = collection.document().text();
    const Child last = last_of(collection);
    const ItemEnd tail = item_end(last);
    if (begins_line(last) && last.previous) {
        const std::string below = line_like(last) + written;
        if (tail.has_comma()) {
            const std::size_t at = tail.ends_line ? tail.line_end : tail.comma_end;
            return {{at, at}, below + ","};
        }
        const std::size_t end = tail.ends_line ? tail.line_end : tail.item_end;
        return {{tail.item_end, end}, "," + std::string(slice(text, tail.item_end, end)) + below};
    }
    return {{tail.item_end, tail.item_end}, (is_absent(last.node) ? " , " : ", ") + written};
}

Splice insert_before(const Child& next, const std::string& written) {
    const std::size_t at = next.head_begin;
    return {{at, at}, written + (begins_line(next) ? "," + line_like(next) : ", ")};
}

std::string entry(const std::string& key, const Value& value) {
    return key_text(key, Value::Layout::flow) + ": " + render_flow(value, Value::Layout::flow);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \r\n,") == std::string_view::npos;
}

Splice remove_only(const Child& child) {
    const std::string_view text = child.node.document().text();
    const Span all = child.parent.span();
    const ItemEnd tail = item_end(child);
    const bool bare = is_blank(slice(text, all.begin + 1, child.head_begin)) &&
                      is_blank(slice(text, tail.item_end, all.end - 1));
    return {bare ? Span{all.begin + 1, all.end - 1} : Span{child.head_begin, tail.comma_end}, {}};
}

/// The last of several: the comma before it goes too, unless it had one itself.
Splice remove_last(const Child& child, const ItemEnd& tail) {
    const std::string_view text = child.node.document().text();
    const std::size_t before = child.previous.span().end;
    if (!begins_line(child)) {
        const bool needs_space = is_absent(child.previous) && !ends_word(text, tail.item_end);
        return {{before, tail.item_end}, needs_space ? " " : ""};
    }
    const std::size_t own_line = line_begin(text, child.head_begin);
    if (tail.has_comma()) {
        const std::size_t end = tail.ends_line ? after_break(text, tail.line_end) : tail.comma_end;
        return {{own_line, end}, {}};
    }
    const std::size_t comma = skip_to_token(text, before);
    const std::size_t end = tail.ends_line ? tail.line_end : tail.item_end;
    const std::size_t kept_end =
        tail.ends_line ? end_of_line_above(text, own_line) : child.head_begin;
    return {
        {before, end},
        std::string(slice(text, before, comma)) + std::string(slice(text, comma + 1, kept_end))};
}

}  // namespace

Splice replace_in_flow(const Child& child, const Value& value) {
    return {child.node.span(), (is_absent(child.node) ? " " : "") +
                                   inline_text(value, child.node, Value::Layout::flow)};
}

Splice add_to_flow(const Node& mapping, const std::string& key, const Value& value) {
    return append(mapping, entry(key, value));
}

Splice insert_in_flow(const Child& next, const std::string& key, const Value& value) {
    return insert_before(next, entry(key, value));
}

Splice insert_in_flow(const Node& sequence, std::size_t index, const Value& value) {
    const std::string written = render_flow(value, Value::Layout::flow);
    return index == sequence.size() ? append(sequence, written)
                                    : insert_before(child_of(sequence, index), written);
}

Splice remove_from_flow(const Child& child) {
    if (child.parent.size() == 1) {
        return remove_only(child);
    }
    const ItemEnd tail = item_end(child);
    if (!child.next) {
        return remove_last(child, tail);
    }
    const std::string_view text = child.node.document().text();
    if (begins_line(child) && tail.ends_line) {
        return {{line_begin(text, child.head_begin), after_break(text, tail.line_end)}, {}};
    }
    const std::size_t end = tail.ends_line ? tail.comma_end : skip_spaces(text, tail.comma_end);
    return {{child.head_begin, end}, {}};
}

}  // namespace perfplan::yaml
