#include "documents.hpp"
#include "generated.hpp"
#include "samples.hpp"

#include <algorithm>

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

namespace {

constexpr unsigned seed = 20261001;

std::size_t column_of(const std::string& text, std::size_t pos) {
    return pos == 0 ? 0 : pos - (text.rfind('\n', pos - 1) + 1);
}

/// What the bytes of a node hold by themselves.
bool stands_alone(const Node& node, std::size_t parent_column) {
    const std::string& text = node.document().text();
    const Span span = node.span();
    const std::string bytes = text.substr(span.begin, span.end - span.begin);
    const bool block = node.style() == Style::block;
    const std::string before = block ? "v:\n" + std::string(column_of(text, span.begin), ' ')
                                     : std::string(parent_column, ' ') + "v: ";
    // A block of text that ends in a line ending has it behind its span.
    const auto read = Document::read("alone", (block && node.is_mapping() && column_of(text, span.begin) == 0 ? "" : before) + bytes + "\n");
    if (!read) {
        return false;
    }
    const bool root = block && node.is_mapping() && column_of(text, span.begin) == 0;
    return equal(root ? read->root() : read->root().find("v"), node);
}

/// The first node of which the span does not hold its data; no node if there is none.
Node first_wrong(const Node& node, std::size_t parent_column) {
    const std::string& text = node.document().text();
    const bool block = node.style() == Style::block;
    const std::size_t column = block ? column_of(text, node.span().begin) : parent_column;
    if (node.span().begin < node.span().end && !stands_alone(node, parent_column)) {
        return node;
    }
    for (const Node& child : node.children()) {
        if (const Node wrong = first_wrong(child, column)) {
            return wrong;
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
    Random random(seed);
    for (int i = 0; i < 2000; ++i) {
        const Generated made = generate(random);
        const auto read = Document::read("generated", made.text);
        if (!read || !matches(read->root(), made.data)) {
            FAIL(made.text << (read ? canonical(read->root()) : render(read.error().front(), Colour::no, 100)));
        }
    }
    CHECK(true);
}

TEST_CASE("the bytes of every node hold its data by themselves") {
    Random random(seed + 1);
    for (int i = 0; i < 200; ++i) {
        const Document read = document(generate(random).text);
        if (const Node wrong = first_wrong(read.root(), 0)) {
            FAIL(read.text() << "---\n" << read.text().substr(wrong.span().begin, wrong.span().end - wrong.span().begin));
        }
    }
    CHECK(true);
}

TEST_CASE("no start of a file crashes the reader") {
    const std::string text = sample_plan();
    for (std::size_t size = 0; size <= text.size(); ++size) {
        REQUIRE(is_harmless(text.substr(0, size)));
    }
}

TEST_CASE("no change of a byte crashes the reader") {
    Random random(seed + 2);
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
    Random random(seed + 3);
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
    Random random(seed + 4);
    for (int i = 0; i < 2000; ++i) {
        Value value = Value::mapping({});
        for (std::size_t k = 0, size = 1 + below(random, 4); k < size; ++k) {
            value.add("k" + std::to_string(k), any_value(random));
        }
        const auto read = Document::read("written", write(value));
        if (!read || !matches(read->root(), value)) {
            FAIL(write(value) << (read ? canonical(read->root()) : render(read.error().front(), Colour::no, 100)));
        }
    }
    CHECK(true);
}
