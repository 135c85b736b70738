#include "yaml/canonical.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

std::vector<Node> sorted_by_key(Node mapping) {
    std::vector<Node> values = mapping.children();
    std::sort(values.begin(), values.end(),
              [](Node a, Node b) { return a.key().text() < b.key().text(); });
    return values;
}

/// As a JSON string; only what JSON demands is escaped.
void append_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20U) {
            out += "\\u00";
            out += "0123456789abcdef"[byte >> 4U];
            out += "0123456789abcdef"[byte & 0xFU];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append(std::string& out, Node node, const std::vector<std::string_view>& without);

void append_sequence(std::string& out, Node node) {
    out += '[';
    for (Node item = node.first_child(); item; item = item.next_sibling()) {
        if (out.back() != '[') {
            out += ',';
        }
        append(out, item, {});
    }
    out += ']';
}

void append_mapping(std::string& out, Node node, const std::vector<std::string_view>& without) {
    out += '{';
    for (const Node value : sorted_by_key(node)) {
        const std::string_view key = value.key().text();
        if (std::find(without.begin(), without.end(), key) != without.end()) {
            continue;
        }
        if (out.back() != '{') {
            out += ',';
        }
        append_string(out, key);
        out += ':';
        append(out, value, {});
    }
    out += '}';
}

void append(std::string& out, Node node, const std::vector<std::string_view>& without) {
    switch (node.kind()) {
        case Kind::null: out += "null"; break;
        case Kind::scalar: append_string(out, node.text()); break;
        case Kind::sequence: append_sequence(out, node); break;
        case Kind::mapping: append_mapping(out, node, without); break;
    }
}

bool equal_sequences(Node a, Node b) {
    Node x = a.first_child();
    Node y = b.first_child();
    for (; x && y; x = x.next_sibling(), y = y.next_sibling()) {
        if (!equal(x, y)) {
            return false;
        }
    }
    return !x && !y;
}

bool equal_mappings(Node a, Node b) {
    const std::vector<Node> left = sorted_by_key(a);
    const std::vector<Node> right = sorted_by_key(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](Node x, Node y) {
        return x.key().text() == y.key().text() && equal(x, y);
    });
}

}  // namespace

bool equal(Node a, Node b) {
    if (a.kind() != b.kind() || a.size() != b.size()) {
        return false;
    }
    switch (a.kind()) {
        case Kind::null: return true;
        case Kind::scalar: return a.text() == b.text();
        case Kind::sequence: return equal_sequences(a, b);
        case Kind::mapping: return equal_mappings(a, b);
    }
    return false;
}

std::string canonical(Node root, const std::vector<std::string_view>& without) {
    std::string out;
    append(out, root, without);
    return out;
}

}  // namespace perfplan::yaml
