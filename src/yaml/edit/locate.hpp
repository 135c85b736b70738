// Where the entries and items of a document stand, with what belongs to them.
#pragma once

#include "yaml/document.hpp"
#include "yaml/path.hpp"

#include <cstddef>
#include <functional>
#include <string_view>

namespace perfplan::yaml {

/// A node within its collection. Its head is its key and colon, or its dash; an item in brackets
/// has none. The root is a child too: of no parent, without a head.
struct Child {
    Node node;
    Node parent;
    Node previous;
    Node next;
    std::size_t index = 0;
    std::size_t head_begin = 0;
    std::size_t head_end = 0;
};

Child root_of(const Document& document);

/// The child of `parent` that `step` names; its node is no node if there is none.
Child child_of(const Node& parent, const Step& step);

/// The first child of `parent` that is `wanted`; its node is no node if there is none.
Child find_child(const Node& parent, const std::function<bool(const Child&)>& wanted);

/// The first child of a collection that is not empty.
Child first_of(const Node& parent);
/// The last child of a collection that is not empty.
Child last_of(const Node& parent);

/// The column of the keys or dashes of a block collection.
std::size_t column_of(const Node& collection);

bool is_block_scalar(const Node& node);
bool is_block_collection(const Node& node);

/// True if the value begins on a later line than its head.
bool is_below_head(const Child& child);

/// The end of the comment that follows `pos` in its line; `pos` if none does.
std::size_t comment_end(std::string_view text, std::size_t pos);

/// The end of a block node with the comment after it, and the lines on which that comment goes on.
std::size_t content_end(const Node& node);

/// The end of the last line of a block node, before its line break.
std::size_t lines_end(const Node& node);

/// Where the lines of a child begin: its own, or the comment lines above that belong to it alone.
/// These are in its column, without a gap, and an empty line or the head of its collection stands
/// before them. The comment at the very top of a file belongs to the file.
std::size_t lines_begin(const Child& child);

/// The block scalar that ends at `pos`; no node if there is none.
Node block_scalar_ending_at(const Document& document, std::size_t pos);

}  // namespace perfplan::yaml
