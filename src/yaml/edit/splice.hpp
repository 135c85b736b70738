// One change of a text, and the check that it gives the expected data.
#pragma once

#include "yaml/document.hpp"
#include "yaml/path.hpp"
#include "yaml/value.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace perfplan::yaml {

/// The bytes of `span` become `text`.
struct Splice {
    Span span;
    std::string text;
};

std::string spliced(const Splice& splice, std::string_view text);

/// Puts `lines`, which begin with a line ending, after the line that ends at `pos`. A block scalar
/// that ends the file without a line ending gets the chomping under which its text stays the same.
Splice append_lines(const Document& document, std::size_t pos, std::string lines);

/// The document after `splice`, read again. Fails with `refusal` if its data is
/// not `expected_result`.
Result<Document> commit(const Document& document, const Splice& splice,
                        const Value& expected_result, const Diagnostic& refusal);

/// The same document once more.
Result<Document> unchanged(const Document& document);

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
