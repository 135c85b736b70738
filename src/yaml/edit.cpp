#include "yaml/edit.hpp"

#include "yaml/edit/block.hpp"
#include "yaml/edit/flow.hpp"
#include "yaml/edit/locate.hpp"
#include "yaml/edit/splice.hpp"
#include "yaml/parse/escape.hpp"
#include "yaml/value.hpp"
#include "yaml/write/quoting.hpp"

#include <utility>

namespace perfplan::yaml {
namespace {

std::string written(const Path& path) {
    std::string text;
    for (const Step& step : path) {
        if (const auto* index = std::get_if<std::size_t>(&step)) {
            text += "[" + std::to_string(*index) + "]";
        } else {
            text += (text.empty() ? "" : ".") + std::get<std::string>(step);
        }
    }
    return text.empty() ? "the file" : "'" + text + "'";
}

Diagnostic refused(const Node& at, std::string message, std::string hint) {
    Diagnostic diagnostic = at.document().at_value(at, std::move(message), std::move(hint));
    diagnostic.code = ExitCode::refused;
    return diagnostic;
}

Diagnostic impossible(const Node& at, const Path& path, const std::string& what) {
    return refused(
        at, written(path) + " can't be " + what + " without touching something else in the file",
        "do it in an editor: the lines around it are laid out in an unusual way");
}

Path start_of(const Path& path, std::size_t length) {
    return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length)};
}

/// How far a path leads into a document.
struct Descent {
    Child child;             ///< the last node on it
    std::size_t length = 0;  ///< steps to it
};

Descent follow(const Document& document, const Path& path) {
    Descent way{root_of(document), 0};
    while (way.length < path.size()) {
        Child next = child_of(way.child.node, path[way.length]);
        if (!next.node) {
            break;
        }
        way = {next, way.length + 1};
    }
    return way;
}

bool is_in_flow(const Child& child) {
    return child.parent && child.parent.style() == Style::flow;
}

Splice replacement(const Child& child, const Value& value) {
    return is_in_flow(child) ? replace_in_flow(child, value) : replace_in_block(child, value);
}

/// What keeps `way` from going on by `step` to a new entry; nothing if it can.
std::optional<Diagnostic> dead_end(const Descent& way, const Path& path, const std::string& what) {
    const Node& node = way.child.node;
    for (std::size_t i = way.length; i < path.size(); ++i) {
        if (std::holds_alternative<std::size_t>(path[i])) {
            return refused(node, written(path) + " can't be " + what + ": there is no such item",
                           {});
        }
    }
    if (node.is_mapping() || node.is_null()) {
        return std::nullopt;
    }
    return refused(node,
                   written(path) + " can't be " + what + ": " +
                       written(start_of(path, way.length)) +
                       (node.is_sequence() ? " is a list" : " is a text"),
                   "delete its value to put keys below it");
}

/// `value` below the keys of `path` after `length`.
Value nested(const Path& path, std::size_t length, Value value) {
    for (std::size_t i = path.size(); i > length; --i) {
        value = Value::mapping({{std::get<std::string>(path[i - 1]), std::move(value)}});
    }
    return value;
}

/// The first entry of the mapping at the end of `way` that belongs after the new one; its node is
/// no node if there is none.
Child successor(const Descent& way, const Path& path, const Order& order) {
    const Path mapping = start_of(path, way.length);
    const auto& key = std::get<std::string>(path[way.length]);
    return !order ? Child{} : find_child(way.child.node, [&](const Child& other) {
        return order(mapping, key, other.node.key().text());
    });
}

Splice addition(const Descent& way, const Path& path, const Value& value, const Order& order) {
    const Node& node = way.child.node;
    if (node.is_null()) {
        return replacement(way.child, nested(path, way.length, value));
    }
    const auto& key = std::get<std::string>(path[way.length]);
    const Value below = nested(path, way.length + 1, value);
    if (const Child next = successor(way, path, order); next.node) {
        return node.style() == Style::flow ? insert_in_flow(next, key, below)
                                           : insert_in_block(next, key, below);
    }
    return node.style() == Style::flow ? add_to_flow(node, key, below)
                                       : add_to_block(node, key, below);
}

Diagnostic missing(const Document& document, const Path& path, const std::string& what) {
    const Descent way = follow(document, path);
    return refused(way.child.node, written(path) + " can't be " + what + ": it is not there", {});
}

std::string key_like(const std::string& key, const Child& child) {
    const Style style = child.node.key().style();
    if (style == Style::double_quoted) {
        return double_quoted(key);
    }
    if (style == Style::single_quoted && fits_single_quotes(key)) {
        return single_quoted(key);
    }
    return key_text(key, is_in_flow(child) ? Value::Layout::flow : Value::Layout::block);
}

}  // namespace

Node locate(const Document& document, const Path& path) {
    const Descent way = follow(document, path);
    return way.length == path.size() ? way.child.node : Node{};
}

Result<Document> set(const Document& document, const Path& path, const Value& value,
                     const Order& order) {
    const Descent way = follow(document, path);
    const bool exists = way.length == path.size();
    if (exists && matches(way.child.node, value)) {
        return unchanged(document);
    }
    if (!exists) {
        if (auto refusal = dead_end(way, path, "set")) {
            return fail(std::move(*refusal));
        }
    }
    const Splice splice =
        exists ? replacement(way.child, value) : addition(way, path, value, order);
    const Value expected_result = changed_at(
        Value::of(document.root()), path, [&](const Value&) { return value; }, order);
    return commit(document, splice, expected_result, impossible(way.child.node, path, "set"));
}

Result<Document> insert(const Document& document, const Path& path, std::size_t index,
                        const Value& value) {
    const Descent way = follow(document, path);
    const Node& list = way.child.node;
    if (way.length < path.size()) {
        return fail(missing(document, path, "added to"));
    }
    if (list.is_null() && index == 0) {
        return set(document, path, Value::sequence({value}));
    }
    if (!list.is_sequence() || index > list.size()) {
        return fail(refused(list,
                            written(path) + " can't be added to: " +
                                (list.is_sequence() ? "it has fewer items" : "it is no list"),
                            {}));
    }
    const Splice splice = list.style() == Style::flow ? insert_in_flow(list, index, value)
                                                      : insert_in_block(list, index, value);
    const Value expected_result =
        changed_at(Value::of(document.root()), path,
                   [&](const Value& items) { return with_item(items, index, value); });
    return commit(document, splice, expected_result, impossible(list, path, "added to"));
}

Result<Document> remove(const Document& document, const Path& path) {
    const Descent way = follow(document, path);
    if (path.empty() || way.length < path.size()) {
        return fail(missing(document, path, "removed"));
    }
    const Descent above = follow(document, start_of(path, path.size() - 1));
    const bool only = above.child.node.size() == 1;
    const Splice splice = is_in_flow(way.child) ? remove_from_flow(way.child)
                          : only                ? empty_block(above.child)
                                                : remove_from_block(way.child);
    const Value expected_result =
        changed_at(Value::of(document.root()), start_of(path, path.size() - 1),
                   [&](const Value& v) { return without_child(v, path.back()); });
    return commit(document, splice, expected_result, impossible(way.child.node, path, "removed"));
}

Result<Document> rename(const Document& document, const Path& path, const std::string& key) {
    const Descent way = follow(document, path);
    if (path.empty() || way.length < path.size() || !way.child.node.key()) {
        return fail(missing(document, path, "renamed"));
    }
    const auto& old = std::get<std::string>(path.back());
    if (key == old) {
        return unchanged(document);
    }
    if (const Node taken = way.child.parent.find(key)) {
        Diagnostic diagnostic = document.at_key(
            taken, written(path) + " can't be renamed: '" + key + "' exists already",
            "choose another key");
        diagnostic.code = ExitCode::refused;
        return fail(std::move(diagnostic));
    }
    const Splice splice{way.child.node.key().span(), key_like(key, way.child)};
    const Value expected_result =
        changed_at(Value::of(document.root()), start_of(path, path.size() - 1),
                   [&](const Value& v) { return with_key_renamed(v, old, key); });
    return commit(document, splice, expected_result, impossible(way.child.node, path, "renamed"));
}

}  // namespace perfplan::yaml
