#include "yaml/edit/splice.hpp"

#include "yaml/edit/locate.hpp"
#include "yaml/parse/text.hpp"
#include "yaml/value.hpp"

#include <algorithm>

namespace perfplan::yaml {

std::string spliced(const Splice& splice, std::string_view text) {
    std::string result;
    result.reserve(text.size() + splice.text.size());
    result += text.substr(0, splice.span.begin);
    result += splice.text;
    result += text.substr(splice.span.end);
    return result;
}

Splice append_lines(const Document& document, std::size_t pos, std::string lines) {
    const std::string_view text = document.text();
    const Node scalar = pos == text.size() ? block_scalar_ending_at(document, pos) : Node{};
    if (!scalar || scalar.text().ends_with('\n')) {
        return {{pos, pos}, std::move(lines)};
    }
    // Behind `|` or `>`: the indentation stays, any chomping becomes `-`.
    const std::size_t begin = scalar.span().begin + 1;
    std::size_t end = begin;
    std::string header;
    while (!ends_word(text, end)) {
        if (text[end] != '+' && text[end] != '-') {
            header += text[end];
        }
        ++end;
    }
    return {{begin, pos}, header + "-" + std::string(text.substr(end, pos - end)) + lines};
}

Result<Document> commit(const Document& document, const Splice& splice,
                        const Value& expected_result, const Diagnostic& refusal) {
    auto edited =
        Document::read(document.name(), spliced(splice, document.text()), document.opinion());
    if (!edited) {
        Diagnostic unreadable = refusal;
        unreadable.hint = "the file could not be read then: " + edited.error().front().message;
        return fail(std::move(unreadable));
    }
    if (!match(edited->root(), expected_result, KeyOrder::matters)) {
        return fail(refusal);
    }
    return edited;
}

Result<Document> unchanged(const Document& document) {
    return Document::read(document.name(), document.text(), document.opinion());
}

}  // namespace perfplan::yaml

namespace perfplan::yaml {
namespace {

using Entries = std::vector<Value::Entry>;

/// What is to be done at the end of a path.
struct Edit {
    const Path& path;
    const Change& change;
    const Order& order;
};

Value changed_from(const Value& value, const Edit& edit, std::size_t depth);

/// Where a new key of the mapping at `depth` goes.
Entries::iterator place_in(Entries& entries, const Edit& edit, std::size_t depth) {
    if (!edit.order) {
        return entries.end();
    }
    const auto& key = std::get<std::string>(edit.path[depth]);
    const Path mapping(edit.path.begin(), edit.path.begin() + static_cast<std::ptrdiff_t>(depth));
    return std::find_if(entries.begin(), entries.end(), [&](const Value::Entry& entry) {
        return edit.order(mapping, key, entry.first);
    });
}

Value changed_entry(const Value& mapping, const Edit& edit, std::size_t depth) {
    const auto& key = std::get<std::string>(edit.path[depth]);
    Entries entries = mapping.entries();
    auto entry = std::find_if(entries.begin(), entries.end(),
                              [&](const Value::Entry& other) { return other.first == key; });
    if (entry == entries.end()) {
        entry = entries.emplace(place_in(entries, edit, depth), key, Value());
    }
    entry->second = changed_from(entry->second, edit, depth + 1);
    return Value::mapping(std::move(entries), mapping.layout());
}

Value changed_item(const Value& sequence, const Edit& edit, std::size_t depth) {
    std::vector<Value> items = sequence.items();
    Value& item = items.at(std::get<std::size_t>(edit.path[depth]));
    item = changed_from(item, edit, depth + 1);
    return Value::sequence(std::move(items), sequence.layout());
}

Value changed_from(const Value& value, const Edit& edit, std::size_t depth) {
    if (depth == edit.path.size()) {
        return edit.change(value);
    }
    return std::holds_alternative<std::size_t>(edit.path[depth])
               ? changed_item(value, edit, depth)
               : changed_entry(value, edit, depth);
}

}  // namespace

Value changed_at(const Value& root, const Path& path, const Change& change, const Order& order) {
    return changed_from(root, {path, change, order}, 0);
}

Value with_item(const Value& sequence, std::size_t index, const Value& item) {
    std::vector<Value> items = sequence.items();
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(index), item);
    return Value::sequence(std::move(items), sequence.layout());
}

Value without_child(const Value& collection, const Step& step) {
    if (const auto* index = std::get_if<std::size_t>(&step)) {
        std::vector<Value> items = collection.items();
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index));
        return Value::sequence(std::move(items), collection.layout());
    }
    std::vector<Value::Entry> entries = collection.entries();
    std::erase_if(entries, [&](const Value::Entry& entry) {
        return entry.first == std::get<std::string>(step);
    });
    return Value::mapping(std::move(entries), collection.layout());
}

Value with_key_renamed(const Value& mapping, const std::string& from, const std::string& to) {
    std::vector<Value::Entry> entries = mapping.entries();
    for (auto& [key, value] : entries) {
        if (key == from) {
            key = to;
        }
    }
    return Value::mapping(std::move(entries), mapping.layout());
}

}  // namespace perfplan::yaml
