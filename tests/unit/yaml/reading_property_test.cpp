#include "documents.hpp"
#include "generated.hpp"
#include "samples.hpp"
#include "yaml/canonical.hpp"

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

namespace {

constexpr unsigned first_seed = 20261001;

std::size_t column_of(const std::string& text, std::size_t pos) {
    return pos == 0 ? 0 : pos - (text.rfind('\n', pos - 1) + 1);
}

/// A document that holds nothing but the bytes of `node`, under the key `v` or at the root.
std::string alone(const Node& node, std::size_t parent_column) {
    const std::string& text = node.document().text();
    const Span span = node.span();
    const std::string bytes = text.substr(span.begin, span.end - span.begin);
    const std::string indentation(column_of(text, span.begin), ' ');
    if (node.style() == Style::block) {
        return (indentation.empty() ? "" : "v:\n" + indentation) + bytes + "\n";
    }
    return std::string(parent_column, ' ') + "v: " + bytes + "\n";
}

/// True if the bytes of a node hold its data by themselves.
bool stands_alone(const Node& node, std::size_t parent_column) {
    const auto read = Document::read("alone", alone(node, parent_column));
    if (!read) {
        return false;
    }
    const Node value = read->root().find("v");
    return (value && equal(value, node)) || equal(read->root(), node);
}

/// The first node of which the span does not hold its data; no node if there is none.
/// Left out: nodes without bytes, and lists in the first column, which can't be a file.
Node first_wrong(const Node& node, std::size_t parent_column) {
    const std::string& text = node.document().text();
    const bool block = node.style() == Style::block;
    const std::size_t column = block ? column_of(text, node.span().begin) : parent_column;
    const bool testable =
        node.span().begin < node.span().end && !(node.is_sequence() && block && column == 0);
    if (testable && !stands_alone(node, parent_column)) {
        return node;
    }
    for (const Node& child : node.children()) {
        if (const Node wrong = first_wrong(child, column)) {
            return wrong;
        }
    }
    return {};
}

/// What is read from a text, or why nothing is; empty if it is `data`.
std::string unlike(const std::string& text, const Value& data) {
    const auto read = Document::read("generated", text);
    if (!read) {
        return text + render(read.error().front(), Color::no, 100);
    }
    return matches(read->root(), data) ? "" : text + canonical(read->root());
}

/// The first result of `trial` that is not empty, of `count` with other random numbers each.
template <class Trial>
std::string first_fault(unsigned seed, int count, Trial trial) {
    Random random(seed);
    for (int i = 0; i < count; ++i) {
        if (std::string fault = trial(random); !fault.empty()) {
            return fault;
        }
    }
    return {};
}

/// One of the bytes that mean something in YAML.
char any_byte(Random& random) {
    constexpr std::string_view bytes = "\n\r\t :-#'\"\\|>&*!%@`,[]{}?=<~.0aZ\x01\x7F\xC3\xE2\xFF";
    return bytes[below(random, bytes.size())];
}

/// Reads whatever comes, and uses what is read.
bool is_harmless(std::string text) {
    const auto read = Document::read("mutant", std::move(text));
    return read ? !canonical(read->root()).empty() : !read.error().empty();
}

}  // namespace

TEST_CASE("a generated document is read as the data it was made from") {
    CHECK(first_fault(first_seed, 2000, [](Random& random) {
              const Generated made = generate(random);
              return unlike(made.text, made.data);
          }) == "");
}

TEST_CASE("the bytes of every node hold its data by themselves") {
    CHECK(first_fault(first_seed + 1, 200, [](Random& random) {
              const Document read = document(generate(random).text);
              const Node wrong = first_wrong(read.root(), 0);
              return wrong ? read.text() + "at " + std::to_string(wrong.span().begin) : "";
          }) == "");
}

TEST_CASE("no start of a file crashes the reader") {
    const std::string text = sample_plan();
    for (std::size_t size = 0; size <= text.size(); ++size) {
        REQUIRE(is_harmless(text.substr(0, size)));
    }
}

TEST_CASE("no change of a byte crashes the reader") {
    Random random(first_seed + 2);
    const std::string text = sample_record();
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        for (int i = 0; i < 4; ++i) {
            std::string changed = text;
            changed[pos] = any_byte(random);
            REQUIRE(is_harmless(std::move(changed)));
        }
    }
}

TEST_CASE("no few changes of a generated document crash the reader") {
    Random random(first_seed + 3);
    for (int i = 0; i < 4000; ++i) {
        std::string text = generate(random).text;
        for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes) {
            const std::size_t pos = below(random, text.size());
            if (once_in(random, 2)) {
                text.insert(pos, 1, any_byte(random));
            } else {
                text[pos] = any_byte(random);
            }
        }
        REQUIRE(is_harmless(std::move(text)));
    }
}

TEST_CASE("what is written is read back") {
    CHECK(first_fault(first_seed + 4, 2000, [](Random& random) {
              Value value = Value::mapping({});
              for (std::size_t i = 0, size = 1 + below(random, 4); i < size; ++i) {
                  value.add("k" + std::to_string(i), any_value(random));
              }
              return unlike(write(value), value);
          }) == "");
}
