#include "documents.hpp"
#include "yaml/canonical.hpp"

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

namespace {

/// The bytes of the node at a path.
std::string bytes(const Document& document, const Path& path) {
    const perfplan::base::Span span = locate(document, path).span();
    return document.text().substr(span.begin, span.end - span.begin);
}

std::string text(const std::string& file, const Path& path) {
    const Document read = document(file);
    return std::string(locate(read, path).text());
}

}  // namespace

TEST_CASE("a quoted scalar is spanned with its quotes") {
    CHECK(bytes(document("a:  'x''y'  # c\n"), {"a"}) == "'x''y'");
}

TEST_CASE("a plain scalar is spanned without what follows it") {
    CHECK(bytes(document("a: x y   # c\n"), {"a"}) == "x y");
}

TEST_CASE("a block of text is spanned from its bar to its last line") {
    CHECK(bytes(document("a: |  # c\n  x\n\n  y\n\nb: 1\n"), {"a"}) == "|  # c\n  x\n\n  y");
}

TEST_CASE("a keeping block of text is spanned with its empty lines") {
    CHECK(bytes(document("a: |+\n  x\n\n\nb: 1\n"), {"a"}) == "|+\n  x\n\n");
}

TEST_CASE("a block collection is spanned from its first key to the end of its last value") {
    CHECK(bytes(document("a:\n  b: 1\n  c:\n    - d  # e\n# f\n"), {"a"}) == "b: 1\n  c:\n    - d");
}

TEST_CASE("a block list is spanned from its first dash") {
    CHECK(bytes(document("a:\n- b\n- c:\nd: 1\n"), {"a"}) == "- b\n- c:");
}

TEST_CASE("a collection in brackets is spanned with them") {
    CHECK(bytes(document("a: [b,\n  {c: d},\n  ]  # e\n"), {"a"}) == "[b,\n  {c: d},\n  ]");
}

TEST_CASE("an absent value is spanned by nothing just behind its colon") {
    const Document read = document("a:  # c\nb: 1\n");
    CHECK(read.root().find("a").span() == perfplan::base::Span{2, 2});
}

TEST_CASE("an absent item is spanned by nothing just behind its dash") {
    const Document read = document("a:\n  -\n  - b\n");
    CHECK(locate(read, {"a", std::size_t{0}}).span() == perfplan::base::Span{6, 6});
}

TEST_CASE("null is known in each of its forms, with its text") {
    const Document read = document("a:\nb: ~\nc: null\nd: Null\ne: NULL\n");
    std::string texts;
    for (const Node& node : read.root().children()) {
        texts += node.is_null() ? "[" + std::string(node.text()) + "]" : "no null";
    }
    CHECK(texts == "[][~][null][Null][NULL]");
}

TEST_CASE("a quoted null is a text") {
    CHECK(document("a: 'null'\n").root().find("a").is_scalar());
}

TEST_CASE("plain scalars have no type") {
    const Document read = document("a: [010, yes, 1e3, 0x1F, 2026-10-01, =]\n");
    CHECK(canonical(read.root()) == R"({"a":["010","yes","1e3","0x1F","2026-10-01","="]})");
}

TEST_CASE("styles are told apart") {
    const Document read =
        document("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf: []\ng:\n- x\nh:\n");
    std::vector<Style> styles;
    for (const Node& node : read.root().children()) {
        styles.push_back(node.style());
    }
    CHECK(styles == std::vector<Style>{Style::plain, Style::single_quoted, Style::double_quoted,
                                       Style::literal, Style::folded, Style::flow, Style::block,
                                       Style::plain});
}

TEST_CASE("a plain text over several lines is folded") {
    CHECK(text("a: one\n  two\n\n\n  three # c\n", {"a"}) == "one two\n\nthree");
}

TEST_CASE("a quoted text over several lines is folded") {
    CHECK(text("a: \"one  \n   two\n\n   three \\\n   four\\n\"\n", {"a"}) ==
          "one two\nthree four\n");
}

TEST_CASE("escapes are read") {
    CHECK(text("a: \"\\\"\\\\\\/\\t\\n\\r\\x41\\u00e9\\U0001F600\\ \"\n", {"a"}) ==
          "\"\\/\t\n\rAé😀 ");
}

TEST_CASE("a block of text is chomped as its header says") {
    CHECK(text("a: |\n  x\n\nb: 1\n", {"a"}) == "x\n");
    CHECK(text("a: |-\n  x\n\nb: 1\n", {"a"}) == "x");
    CHECK(text("a: |+\n  x\n\nb: 1\n", {"a"}) == "x\n\n");
}

TEST_CASE("a block of text that the end of the file cuts has no line ending") {
    CHECK(text("a: |\n  x", {"a"}) == "x");
}

TEST_CASE("a block of text with an indentation indicator keeps its spaces") {
    CHECK(text("a:\n  b: |2-\n      x\n    y\n", {"a", "b"}) == "  x\ny");
}

TEST_CASE("a folded block is folded but for deeper lines") {
    CHECK(text("a: >\n  one\n  two\n\n  three\n    four\n  five\n", {"a"}) ==
          "one two\nthree\n  four\nfive\n");
}

TEST_CASE("line endings within a text are LF whatever the file has") {
    CHECK(text("a: |\r\n  x\r\n  y\r\nb: 'p\r\n\r\n  q'\r\n", {"a"}) == "x\ny\n");
    CHECK(text("a: |\r\n  x\r\n  y\r\nb: 'p\r\n\r\n  q'\r\n", {"b"}) == "p\nq");
}

TEST_CASE("a list below its key needs no indentation") {
    CHECK(canonical(document("a:\n- b\n- c: 1\n  d: 2\n-\n  - e\nf: 1\n").root()) ==
          R"({"a":["b",{"c":"1","d":"2"},["e"]],"f":"1"})");
}

TEST_CASE("a file may start with a document marker and comments") {
    CHECK(canonical(document("# a\n--- # b\n\n# c\na: 1\n").root()) == R"({"a":"1"})");
}

TEST_CASE("a file may end without a line ending") {
    CHECK(text("a: 1", {"a"}) == "1");
}

TEST_CASE("a root in braces is a mapping") {
    CHECK(text("{a: {b: 1}}\n", {"a", "b"}) == "1");
}

TEST_CASE("keys are found by their text whatever their quotes") {
    CHECK(text("'a b': {\"c: d\":1}\n", {"a b", "c: d"}) == "1");
}

TEST_CASE("a missing key is no node") {
    CHECK_FALSE(document("a: 1\n").root().find("b"));
}

TEST_CASE("a default-made node is no node") {
    CHECK_FALSE(Node{});
}

TEST_CASE("children come in the order of the file") {
    const Document read = document("b: 1\na: [x, [y], z]\n");
    std::string keys;
    for (const Node& node : read.root().children()) {
        keys += node.key().text();
    }
    std::string items;
    for (Node item = read.root().find("a").first_child(); item; item = item.next_sibling()) {
        items += item.is_scalar() ? item.text() : item.first_child().text();
    }
    CHECK(keys + items == "baxyz");
}

TEST_CASE("items have no key") {
    CHECK_FALSE(document("a: [x]\n").root().find("a").first_child().key());
}

TEST_CASE("a path with an index leads into a list") {
    CHECK(text("a:\n- b: x\n- b: y\n", {"a", std::size_t{1}, "b"}) == "y");
}

TEST_CASE("a path that leads nowhere is no node") {
    const Document read = document("a:\n- b: x\n");
    CHECK_FALSE(locate(read, {"a", std::size_t{1}}));
    CHECK_FALSE(locate(read, {"a", "b"}));
}

TEST_CASE("a moved document keeps its nodes") {
    Document first = document("a: x\n");
    const Document second = std::move(first);
    CHECK(second.root().find("a").text() == "x");
}

TEST_CASE("a diagnostic points at a value or at its key") {
    const Document read = document("a: 1\nkey: value\n");
    const Node node = read.root().find("key");
    CHECK(told(read.at_value(node, "m", "h")) == StatusResult{"m", 2, 6, "h"});
    CHECK(told(read.at_key(node, "m")) == StatusResult{"m", 2, 1, ""});
}

TEST_CASE("equal data is equal whatever its layout") {
    const Document a = document("x: {p: 1, q: [a, 'b']}\ny: ~\n");
    const Document b = document("# c\ny:\nx:\n  q:\n  - \"a\"\n  - b\n  p: '1'\n");
    CHECK(equal(a.root(), b.root()));
}

TEST_CASE("other data is not equal") {
    const Document a = document("x: [a, b]\n");
    CHECK_FALSE(equal(a.root(), document("x: [b, a]\n").root()));
    CHECK_FALSE(equal(a.root(), document("x: [a]\n").root()));
    CHECK_FALSE(equal(a.root(), document("y: [a, b]\n").root()));
    CHECK_FALSE(equal(document("x: 'null'\n").root(), document("x: null\n").root()));
}

TEST_CASE("the canonical form is JSON with sorted keys and all scalars as strings") {
    CHECK(canonical(document("b: [1, ~, {}, []]\na: \"q\\\"\\\\\\n\\té\"\n").root()) ==
          "{\"a\":\"q\\\"\\\\\\u000a\\u0009é\",\"b\":[\"1\",null,{},[]]}");
}

TEST_CASE("the canonical form leaves out keys of the root") {
    CHECK(canonical(document("a: 1\nrecorded: 2\nb: {recorded: 3}\n").root(), {"recorded"}) ==
          R"({"a":"1","b":{"recorded":"3"}})");
}
