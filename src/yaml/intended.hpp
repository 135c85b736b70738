// The data that an edit is meant to give.
#pragma once

#include <perfplan/yaml/edit.hpp>
#include <perfplan/yaml/value.hpp>

#include <cstddef>
#include <functional>
#include <string>

namespace perfplan::yaml {

/// The data at a path, changed.
using Change = std::function<Value(const Value&)>;

/// `root` with `change` made at `path`; missing mappings on the way are added, and the change
/// starts from null there. A new key goes where `order` has it.
Value changed_at(const Value& root, const Path& path, const Change& change,
                 const Order& order = {});

Value with_item(const Value& sequence, std::size_t index, const Value& item);
Value without_child(const Value& collection, const Step& step);
Value with_key_renamed(const Value& mapping, const std::string& from, const std::string& to);

}  // namespace perfplan::yaml
