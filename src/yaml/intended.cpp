#include "intended.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

Value changed_from(const Value& value, const Path& path, std::size_t depth, const Change& change);

Value changed_entry(const Value& mapping, const std::string& key, const Path& path,
                    std::size_t depth, const Change& change) {
    std::vector<Value::Entry> entries = mapping.entries();
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Value::Entry& entry) { return entry.first == key; });
    if (found != entries.end()) {
        found->second = changed_from(found->second, path, depth, change);
    } else {
        entries.emplace_back(key, changed_from({}, path, depth, change));
    }
    return Value::mapping(std::move(entries), mapping.layout());
}

Value changed_item(const Value& sequence, std::size_t index, const Path& path, std::size_t depth,
                   const Change& change) {
    std::vector<Value> items = sequence.items();
    items.at(index) = changed_from(items.at(index), path, depth, change);
    return Value::sequence(std::move(items), sequence.layout());
}

Value changed_from(const Value& value, const Path& path, std::size_t depth, const Change& change) {
    if (depth == path.size()) {
        return change(value);
    }
    if (const auto* index = std::get_if<std::size_t>(&path[depth])) {
        return changed_item(value, *index, path, depth + 1, change);
    }
    return changed_entry(value, std::get<std::string>(path[depth]), path, depth + 1, change);
}

}  // namespace

Value changed_at(const Value& root, const Path& path, const Change& change) {
    return changed_from(root, path, 0, change);
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
