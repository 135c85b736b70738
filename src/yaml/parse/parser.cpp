// Building the tree, and what must hold for the keys in it.
#include "yaml/parse/parser.hpp"

#include "yaml/parse/text.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

/// The longest key that every reader takes for one, in bytes as written.
constexpr std::size_t longest_key = 1000;

std::uint32_t narrow(std::size_t offset) {
    return static_cast<std::uint32_t>(offset);
}

}  // namespace

std::uint32_t Parser::open(Kind kind, Style style) {
    if (++depth_ > max_depth) {
        throw SyntaxError{{pos_, pos_ + 1},
                          "nested deeper than " + std::to_string(max_depth) + " levels",
                          "plan files need fewer than ten"};
    }
    const std::uint32_t self = narrow(tree_.nodes.size());
    NodeData data;
    data.begin = narrow(pos_);
    data.parent = parent_;
    data.kind = kind;
    data.style = style;
    if (self > 0) {
        ++tree_.nodes[parent_].children;
    }
    tree_.nodes.push_back(data);
    parent_ = self;
    return self;
}

void Parser::close(std::uint32_t index, std::size_t end) {
    NodeData& data = tree_.nodes[index];
    data.end = narrow(end);
    data.subtree_end = narrow(tree_.nodes.size());
    content_end_ = end;
    parent_ = data.parent;
    --depth_;
}

void Parser::push(Kind kind, const Scalar& scalar, std::size_t begin) {
    NodeData data;
    data.begin = narrow(begin);
    data.end = narrow(scalar.end);
    data.parent = parent_;
    data.subtree_end = narrow(tree_.nodes.size() + 1);
    data.kind = kind;
    data.style = scalar.style;
    if (scalar.decoded) {
        data.text_in = NodeData::TextIn::decoded;
        data.text_begin = narrow(tree_.decoded.size());
        data.text_size = narrow(scalar.decoded->size());
        tree_.decoded += *scalar.decoded;
    } else {
        data.text_begin = narrow(scalar.verbatim.begin);
        data.text_size = narrow(scalar.verbatim.end - scalar.verbatim.begin);
    }
    if (!tree_.nodes.empty()) {
        ++tree_.nodes[parent_].children;
    }
    tree_.nodes.push_back(data);
    content_end_ = scalar.end;
}

void Parser::push_null(std::size_t at) {
    push(Kind::null, {Style::plain, at, {at, at}, std::nullopt}, at);
}

/// Says what is wrong with a key, and goes on.
void Parser::check_key(const Scalar& scalar, std::size_t begin) {
    const std::string_view written = text_.substr(begin, scalar.end - begin);
    const bool plain = scalar.style == Style::plain;
    const Span span{begin, scalar.end};
    if (plain && written == "<<") {
        report({span, "merge key '<<'", "write the keys out: plan files have no merge keys"});
    } else if (plain && is_null_word(written)) {
        report({span, "key " + in_quotes(written) + " stands for nothing", "put it in quotes"});
    } else if (written.size() > longest_key) {
        report({span, "key of more than " + std::to_string(longest_key) + " bytes",
                "choose a shorter one"});
    } else if (!plain && written.size() == 2) {
        report({span, "empty key", "give it a name"});
    }
}

/// Refuses keys that a mapping has twice, and makes its count one of values.
void Parser::check_keys(std::uint32_t mapping) {
    NodeData& data = tree_.nodes[mapping];
    data.children /= 2;
    std::vector<std::uint32_t> keys;
    keys.reserve(data.children);
    for (std::uint32_t key = mapping + 1; key < data.subtree_end;
         key = tree_.nodes[key + 1].subtree_end) {
        keys.push_back(key);
    }
    const auto text = [this](std::uint32_t key) { return tree_.text(tree_.nodes[key], text_); };
    std::sort(keys.begin(), keys.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int order = text(a).compare(text(b));
        return order != 0 ? order < 0 : a < b;
    });
    for (std::size_t i = 1, first = 0; i < keys.size(); ++i) {
        if (text(keys[i]) != text(keys[first])) {
            first = i;
            continue;
        }
        const NodeData& again = tree_.nodes[keys[i]];
        const auto upto = text_.substr(0, tree_.nodes[keys[first]].begin);
        const auto line = std::count(upto.begin(), upto.end(), '\n') + 1;
        report({{again.begin, again.end},
                "key " + in_quotes(text(keys[i])) + " is here twice",
                "the first one is in line " + std::to_string(line) + "; keep one of them"});
    }
}

}  // namespace perfplan::yaml
