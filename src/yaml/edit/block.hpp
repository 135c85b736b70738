// Edits of block collections: entries and items with lines of their own.
#pragma once

#include "yaml/edit/locate.hpp"
#include "yaml/edit/splice.hpp"
#include "yaml/value.hpp"

#include <cstddef>
#include <string>

namespace perfplan::yaml {

/// `child`, of a block collection or the root, becomes `value`.
Splice replace_in_block(const Child& child, const Value& value);

/// A new last entry.
Splice add_to_block(const Node& mapping, const std::string& key, const Value& value);

/// A new entry before `next`.
Splice insert_in_block(const Child& next, const std::string& key, const Value& value);

/// A new item before the one at `index`, or the last.
Splice insert_in_block(const Node& sequence, std::size_t index, const Value& value);

/// `child` goes, not the only one of its collection.
Splice remove_from_block(const Child& child);

/// The only child of `collection` goes: `{}` or `[]` is left.
Splice empty_block(const Child& collection);

/// A scalar or a collection in brackets, in place of `old`: it keeps the quotes of `old` where the
/// text allows.
std::string inline_text(const Value& value, const Node& old, Value::Layout inside);

}  // namespace perfplan::yaml
