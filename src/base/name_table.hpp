// Tables of names: pairs of a name and what it stands for, in the order in which people are told
// of them.
#pragma once

#include "base/layers.hpp"

#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace perfplan::base {

/// All names of a table.
template <class Table>
std::vector<std::string> names_in(const Table& table) {
    std::vector<std::string> names;
    for (const auto& [name, value] : table) {
        names.emplace_back(name);
    }
    return names;
}

/// What a name stands for; nothing if the table does not have it.
template <class Table>
auto find_named(const Table& table, std::string_view name) {
    using Value = std::remove_cvref_t<decltype(std::begin(table)->second)>;
    for (const auto& [candidate, value] : table) {
        if (candidate == name) {
            return std::optional<Value>(value);
        }
    }
    return std::optional<Value>();
}

/// The name of a value; "?" if the table does not have it.
template <class Table, class Value>
constexpr std::string_view name_in(const Table& table, const Value& value) {
    for (const auto& [name, candidate] : table) {
        if (candidate == value) {
            return name;
        }
    }
    return "?";
}

}  // namespace perfplan::base
