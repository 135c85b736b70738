// Edits within brackets.
#pragma once

#include "yaml/edit/locate.hpp"
#include "yaml/edit/splice.hpp"
#include "yaml/value.hpp"

#include <cstddef>
#include <string>

namespace perfplan::yaml {

/// `child`, of a flow collection, becomes `value`.
Splice replace_in_flow(const Child& child, const Value& value);

/// A new last entry.
Splice add_to_flow(const Node& mapping, const std::string& key, const Value& value);

/// A new entry before `next`.
Splice insert_in_flow(const Child& next, const std::string& key, const Value& value);

/// A new item before the one at `index`, or the last.
Splice insert_in_flow(const Node& sequence, std::size_t index, const Value& value);

/// `child` goes, with the comma that it needs no more.
Splice remove_from_flow(const Child& child);

}  // namespace perfplan::yaml
