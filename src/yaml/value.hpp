// Data to be written as YAML, and the writing of new files.
// Comparing a node with data.
#pragma once

#include "yaml/document.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::yaml {

class Node;

/// Data without a layout. A mapping keeps the order of its entries.
class Value {
public:
    enum class Kind { null, string, verbatim, sequence, mapping };
    enum class Layout { block, flow };
    using Entry = std::pair<std::string, Value>;

    Value() = default;
    /// Text that must read back as this string with every YAML reader: quoted where that takes
    /// quotes.
    static Value string(std::string text);
    /// A number, a date, true or false, an id: written as it is. Must be a safe plain scalar.
    static Value verbatim(std::string text);
    static Value sequence(std::vector<Value> items, Layout layout = Layout::block);
    static Value mapping(std::vector<Entry> entries, Layout layout = Layout::block);
    /// The data of a node, every scalar that was plain as verbatim and every other as string.
    static Value of(const Node& node);

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] Layout layout() const { return layout_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<Value>& items() const { return items_; }
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

    /// Adds to a mapping.
    void add(std::string key, Value value) {
        entries_.emplace_back(std::move(key), std::move(value));
    }

private:
    Kind kind_ = Kind::null;
    Layout layout_ = Layout::block;
    std::string text_;
    std::vector<Value> items_;
    std::vector<Entry> entries_;
};

/// True if a node of a read document holds exactly this data.
bool matches(const Node& node, const Value& value);

/// A string as a scalar of one line, plain where every reader (YAML 1.1 and 1.2) gets the same
/// string back from the plain form, else in quotes: single where that is enough. `flow`: inside
/// brackets, where commas matter too.
std::string quoted(std::string_view text, Value::Layout inside = Value::Layout::block);

/// Data on one line: a scalar, quoted where that takes quotes, or a collection in brackets.
std::string one_line(const Value& value);

/// A whole new file: LF, two spaces of indentation, sequences indented below their key, strings of
/// several lines as `|` blocks where they survive that, ends in a newline. `value` must be a
/// mapping. Reading it back gives `value`, if its keys are short, and neither empty nor there
/// twice. Keys that are dates or whole numbers stay plain, as people write them; all others are
/// written so that they are read back as text, like values.
std::string write(const Value& value);

}  // namespace perfplan::yaml

namespace perfplan::yaml {

enum class KeyOrder { matters, ignored };

/// True if the node holds exactly this data. With duplicate keys in `value`, false.
bool match(const Node& node, const Value& value, KeyOrder order);

/// Null, or a verbatim `~`, `null` or nothing at all.
bool stands_for_null(const Value& value);

}  // namespace perfplan::yaml
