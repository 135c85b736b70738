// Any bytes as a YAML file. What is accepted has its nodes where they are said to be, and yaml-cpp
// agrees.
#include "target.hpp"
#include "yaml/canonical.hpp"
#include "yaml/document.hpp"
#include "yaml/value.hpp"

#include <algorithm>
#include <vector>

using namespace perfplan;
using namespace perfplan::cli;
using namespace perfplan::yaml;

namespace {

/// Nodes lie within their parents, in the order in which they are written, keys before values.
void require_places(const Node& node, Span within) {
    const Span span = node.span();
    fuzz::require(within.begin <= span.begin && span.begin <= span.end && span.end <= within.end,
                  "a node lies within its parent", node.document().text());
    fuzz::require(fuzz::is_safe(node.text()), "a text can be shown", node.document().text());
    Span rest = span;
    std::size_t count = 0;
    for (const Node& child : node.children()) {
        if (const Node key = child.key()) {
            require_places(key, rest);
            rest.begin = key.span().end;
            fuzz::require(equal(node.find(key.text()), child), "a key finds its value",
                          node.document().text());
        }
        require_places(child, rest);
        rest.begin = child.span().end;
        ++count;
    }
    fuzz::require(count == node.size(), "a node has as many children as it says",
                  node.document().text());
}

/// Keys that every reader takes on one line (see `write`).
bool has_short_keys(const Node& node) {
    constexpr std::size_t longest = 100;
    const std::vector<Node> children = node.children();
    return std::all_of(children.begin(), children.end(), [](const Node& child) {
        const Node key = child.key();
        return (!key || (!key.text().empty() && key.text().size() <= longest)) &&
               has_short_keys(child);
    });
}

void require_rewritten(const Document& document) {
    const std::string text = write(Value::of(document.root()));
    const auto again = Document::read("written.yaml", text);
    fuzz::require(again.has_value(), "what is written can be read", text);
    fuzz::require(canonical(again->root()) == canonical(document.root()),
                  "what is written is read as the same data", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(fuzz::text_of(data, size));
    const auto read = Document::read("any.yaml", text, CrossCheck::left_for_later);
    if (!read) {
        fuzz::require_told(read.error());
        return 0;
    }
    fuzz::require(read->text() == text, "a document holds its text");
    fuzz::require(fuzz::is_safe(text), "only texts are read", text);
    fuzz::require(read->root().is_mapping(), "the root is a mapping", text);
    require_places(read->root(), {0, text.size()});
    // Its doubts are told and would be no defect; but there has been no reason for any.
    fuzz::require(read->confirm().has_value(), "yaml-cpp finds the same nodes", text);
    if (has_short_keys(read->root())) {
        require_rewritten(*read);
    }
    return 0;
}
