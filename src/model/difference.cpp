#include "model/difference.hpp"

#include <algorithm>

namespace perfplan::model {

namespace {

using yaml::Value;

const Value* find_entry(const Value& mapping, std::string_view key) {
    for (const auto& [name, value] : mapping.entries()) {
        if (name == key) {
            return &value;
        }
    }
    return nullptr;
}

bool is_mapping(const Value& value) {
    return value.kind() == Value::Kind::mapping;
}

/// goals, skills, activities: ids, each with fields.
bool holds_mappings(const Value& value) {
    const auto& entries = value.entries();
    return is_mapping(value) && std::all_of(entries.begin(), entries.end(),
                                            [](const auto& e) { return is_mapping(e.second); });
}

std::optional<std::string> text_of(const Value* value) {
    if (value == nullptr) {
        return std::nullopt;
    }
    const bool is_scalar =
        value->kind() == Value::Kind::string || value->kind() == Value::Kind::verbatim;
    return is_scalar ? value->text() : yaml::one_line(*value);
}

class Comparison {
public:
    /// Compares what stands at a path in the two; null: it is absent there.
    void compare(const std::string& path, const Value* before, const Value* after) {
        if (may_descend(before, after)) {
            compare_entries(path, before, after);
        } else if (auto from = text_of(before), to = text_of(after); from != to) {
            found_.push_back({path, std::move(from), std::move(to), std::nullopt});
        }
    }

    std::vector<Change> take() { return std::move(found_); }

private:
    /// Two mappings are compared key by key; so is one that came or went, if it holds whole things.
    static bool may_descend(const Value* before, const Value* after) {
        if (before != nullptr && after != nullptr) {
            return is_mapping(*before) && is_mapping(*after);
        }
        return holds_mappings(before != nullptr ? *before : *after);
    }

    void compare_entries(const std::string& path, const Value* before, const Value* after) {
        static const Value none = Value::mapping({});
        const Value& old_ones = before != nullptr ? *before : none;
        const Value& new_ones = after != nullptr ? *after : none;
        const auto below = [&](const std::string& key) {
            return path.empty() ? key : path + "." + key;
        };
        for (const auto& [key, value] : old_ones.entries()) {
            compare(below(key), &value, find_entry(new_ones, key));
        }
        for (const auto& [key, value] : new_ones.entries()) {
            if (find_entry(old_ones, key) == nullptr) {
                compare(below(key), nullptr, &value);
            }
        }
    }

    std::vector<Change> found_;
};

}  // namespace

std::vector<Change> differences(const Plan& before, const Plan& after) {
    Comparison comparison;
    const Value old_terms = to_value(before);
    const Value new_terms = to_value(after);
    comparison.compare("", &old_terms, &new_terms);
    return comparison.take();
}

yaml::Path path_of_field(std::string_view field) {
    yaml::Path path;
    for (;;) {
        const std::size_t dot = field.find('.');
        path.emplace_back(std::string(field.substr(0, dot)));
        if (dot == std::string_view::npos) {
            return path;
        }
        field.remove_prefix(dot + 1);
    }
}

std::optional<std::string> value_at(const Plan& terms, std::string_view field) {
    const Value root = to_value(terms);
    const Value* value = &root;
    while (value != nullptr && !field.empty()) {
        const std::size_t dot = std::min(field.find('.'), field.size());
        value = find_entry(*value, field.substr(0, dot));
        field.remove_prefix(std::min(dot + 1, field.size()));
    }
    return text_of(value);
}

}  // namespace perfplan::model
