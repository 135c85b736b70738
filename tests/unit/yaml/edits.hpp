// Any edit of any document: the places where it can be made, the data that it is to give, and the
// bytes that it may change. Shares nothing with the editor.
#pragma once

#include "yaml/document.hpp"
#include "yaml/edit.hpp"
#include "yaml/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::yaml::test {

/// A node, and what stands around it; `previous` is no node for the first of its parent.
struct Place {
    Path path;
    Node node;
    Node parent;
    Node previous;
};

/// The places of all nodes, the root first.
std::vector<Place> places_of(const Document& document);

// Data, changed.

using Data = Value;

template <class Change>
Data changed(const Data& data, const Path& path, Change change, std::size_t depth = 0) {
    if (depth == path.size()) {
        return change(data);
    }
    std::vector<Value> items = data.items();
    std::vector<Value::Entry> entries = data.entries();
    if (const auto* index = std::get_if<std::size_t>(&path[depth])) {
        items[*index] = changed(items[*index], path, change, depth + 1);
        return Value::sequence(items, data.layout());
    }
    for (auto& [key, value] : entries) {
        if (key == std::get<std::string>(path[depth])) {
            value = changed(value, path, change, depth + 1);
        }
    }
    return Value::mapping(entries, data.layout());
}

Data with_entry(const Data& mapping, const std::string& key, const Value& value);
Data with_entry_before(const Data& mapping, std::string_view next, const std::string& key,
                       const Value& value);
Data with_item(const Data& list, std::size_t index, const Value& value);
Data without(const Data& collection, const Step& step);

/// The order in which the key "new" belongs before `key`.
Order before(std::string_view key);

// Bytes that may change.

/// Setting what is there: from behind the head of a node, or the sibling before it, to the end of
/// its lines.
Span lines_of(const Place& place);
/// Adding an entry at the end of a mapping.
Span behind_entries(const Place& place);
/// Adding an entry before the one at `place`.
Span before_entry(const Place& place);
/// Inserting an item into a list.
Span items_of(const Place& place);
/// Removing it: the next entry may move to the line of a dash, empty lines below a keeping block
/// go, and so does its comma, on whichever line.
Span removed_with(const Place& place);

/// What is wrong with an edit; empty if nothing is.
std::string fault(const Document& before, const Result<Document>& after,
                  const Data& expected_result, Span span);

/// True if a scalar can become another text and come back from it without new quotes.
bool has_exchange(const Place& place);

/// A text block put at the end of a file gives it the line ending it lacked, and that one stays.
bool is_same_but_for_final_break(const std::string& text, const std::string& original);

}  // namespace perfplan::yaml::test
