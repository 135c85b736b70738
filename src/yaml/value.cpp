#include "yaml/value.hpp"

#include "yaml/document.hpp"
#include "yaml/parse/text.hpp"

#include <algorithm>

namespace perfplan::yaml {

Value Value::string(std::string text) {
    Value value;
    value.kind_ = Kind::string;
    value.text_ = std::move(text);
    return value;
}

Value Value::verbatim(std::string text) {
    Value value;
    value.kind_ = Kind::verbatim;
    value.text_ = std::move(text);
    return value;
}

Value Value::sequence(std::vector<Value> items, Layout layout) {
    Value value;
    value.kind_ = Kind::sequence;
    value.layout_ = layout;
    value.items_ = std::move(items);
    return value;
}

Value Value::mapping(std::vector<Entry> entries, Layout layout) {
    Value value;
    value.kind_ = Kind::mapping;
    value.layout_ = layout;
    value.entries_ = std::move(entries);
    return value;
}

Value Value::of(const Node& node) {
    const Layout layout = node.style() == Style::flow ? Layout::flow : Layout::block;
    switch (node.kind()) {
        case yaml::Kind::null: return {};
        case yaml::Kind::scalar: {
            std::string text(node.text());
            const bool plain = node.style() == Style::plain && text.find('\n') == std::string::npos;
            return plain ? verbatim(std::move(text)) : string(std::move(text));
        }
        case yaml::Kind::sequence: {
            std::vector<Value> items;
            items.reserve(node.size());
            for (Node item = node.first_child(); item; item = item.next_sibling()) {
                items.push_back(of(item));
            }
            return sequence(std::move(items), layout);
        }
        case yaml::Kind::mapping: {
            std::vector<Entry> entries;
            entries.reserve(node.size());
            for (Node value = node.first_child(); value; value = value.next_sibling()) {
                entries.emplace_back(value.key().text(), of(value));
            }
            return mapping(std::move(entries), layout);
        }
    }
    return {};
}

bool stands_for_null(const Value& value) {
    return value.kind() == Value::Kind::null ||
           (value.kind() == Value::Kind::verbatim &&
            (value.text().empty() || is_null_word(value.text())));
}

namespace {

bool match_items(const Node& node, const std::vector<Value>& items, KeyOrder order) {
    if (!node.is_sequence() || node.size() != items.size()) {
        return false;
    }
    Node item = node.first_child();
    for (const Value& value : items) {
        if (!match(item, value, order)) {
            return false;
        }
        item = item.next_sibling();
    }
    return true;
}

bool match_entries(const Node& node, const std::vector<Value::Entry>& entries, KeyOrder order) {
    if (!node.is_mapping() || node.size() != entries.size()) {
        return false;
    }
    Node here = node.first_child();
    for (const auto& [key, value] : entries) {
        const bool in_order = here.key().text() == key;
        if (!in_order && order == KeyOrder::matters) {
            return false;
        }
        const Node found = in_order ? here : node.find(key);
        if (!found || !match(found, value, order)) {
            return false;
        }
        here = here.next_sibling();
    }
    return true;
}

}  // namespace

bool match(const Node& node, const Value& value, KeyOrder order) {
    if (node.is_null() || stands_for_null(value)) {
        return node.is_null() && stands_for_null(value);
    }
    switch (value.kind()) {
        case Value::Kind::null: return false;
        case Value::Kind::string:
        case Value::Kind::verbatim: return node.is_scalar() && node.text() == value.text();
        case Value::Kind::sequence: return match_items(node, value.items(), order);
        case Value::Kind::mapping: return match_entries(node, value.entries(), order);
    }
    return false;
}

bool matches(const Node& node, const Value& value) {
    return match(node, value, KeyOrder::ignored);
}

}  // namespace perfplan::yaml
