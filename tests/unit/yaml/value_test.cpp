#include "documents.hpp"

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

TEST_CASE("text that every reader takes for text stays plain") {
    for (const std::string text :
         {"Dana Reyes", "Grow by 30%", "a:b", "C#", "it's", "x - y", "ends, here", "30 days",
          "naïve", "日本語", "Q3-2026", "https://example.com/a?b#c", "none", "Norway", "v1.2"}) {
        CHECK(quoted(text) == text);
    }
}

TEST_CASE("text that some reader takes for something else is quoted") {
    for (const std::string text :
         {"no",    "Yes",        "ON",   "y",    "N",     "true",  "null", "~",    "",
          "75",    "-1",         "0123", "0o17", "0x1F",  "1_000", "1e3",  ".5",   ".inf",
          "12:30", "2026-10-01", "=",    "<<",   "- x",   "? x",   "# x",  "a #b", "a: b",
          "a:",    "[x",         "{x",   "&a",   "*a",    "!t",    "|",    ">",    "%x",
          "@x",    "`x",         " a",   "a ",   "\"a\"", "'a'"}) {
        CHECK(quoted(text) != text);
    }
}

TEST_CASE("single quotes come first") {
    CHECK(quoted("a: \"b\"") == "'a: \"b\"'");
}

TEST_CASE("a quote within single quotes is doubled") {
    CHECK(quoted("it's: so") == "'it''s: so'");
}

TEST_CASE("two quotes in a row take double quotes") {
    CHECK(quoted("''") == "\"''\"");
}

TEST_CASE("what can't be written as it is takes double quotes and escapes") {
    CHECK(quoted("a\tb\nc\r\"\\") == R"("a\tb\nc\r\"\\")");
}

TEST_CASE("unsafe characters are written as escapes") {
    CHECK(quoted("\x1B \x7F \u0085 \u2028 \uFEFF") == R"("\x1B \x7F \x85 \u2028 \uFEFF")");
}

TEST_CASE("invalid bytes are written as the replacement character") {
    CHECK(quoted("a\xC3z") == "\"a\uFFFDz\"");
}

TEST_CASE("commas and brackets matter within brackets only") {
    CHECK(quoted("a, b") == "a, b");
    CHECK(quoted("a, b", Value::Layout::flow) == "'a, b'");
}

TEST_CASE("a new file has two spaces, lists below their keys and blocks of text") {
    const Value value = Value::mapping(
        {{"kind", Value::string("coaching")},
         {"date", Value::verbatim("2026-10-05")},
         {"goals",
          Value::sequence({Value::string("pipeline"), Value::string("no")}, Value::Layout::flow)},
         {"text", Value::string("One.\n\nTwo.\n")},
         {"values", Value::mapping({{"pipeline", Value::verbatim("280000")}})},
         {"changes", Value::sequence({Value::mapping({{"field", Value::string("a.b")},
                                                      {"to", Value::verbatim("1")}}),
                                      Value::string("x\ny")})},
         {"nothing", {}},
         {"empty", Value::mapping({})}});
    CHECK(write(value) == R"(kind: coaching
date: 2026-10-05
goals: [pipeline, 'no']
text: |
  One.

  Two.
values:
  pipeline: 280000
changes:
  - field: a.b
    to: 1
  - |-
    x
    y
nothing:
empty: {}
)");
}

TEST_CASE("verbatim text that would break a file is quoted all the same") {
    const std::vector<Value> items{Value::verbatim("a, b"), Value::verbatim("-5"),
                                   Value::verbatim("12:30"), Value::verbatim("x: y\n")};
    CHECK(write(Value::mapping({{"a", Value::sequence(items, Value::Layout::flow)}})) ==
          "a: ['a, b', -5, 12:30, \"x: y\\n\"]\n");
}

TEST_CASE("an empty mapping is a file in braces") {
    CHECK(write(Value::mapping({})) == "{}\n");
}

TEST_CASE("dates and whole numbers stay plain as keys") {
    CHECK(write(Value::mapping({{"2026-10-31", Value::verbatim("1")},
                                {"5", Value::verbatim("2")}})) == "2026-10-31: 1\n5: 2\n");
}

TEST_CASE("other keys that look like something else are quoted") {
    CHECK(write(Value::mapping({{"no", {}}, {"1.5", {}}, {"007", {}}})) ==
          "'no':\n'1.5':\n'007':\n");
}

TEST_CASE("a node's data is taken with what was plain as verbatim") {
    const Document read = document("a: 75\nb: '75'\nc: [x]\nd:\n");
    CHECK(write(Value::of(read.root())) == "a: 75\nb: '75'\nc: [x]\nd:\n");
}

TEST_CASE("data matches a node that holds it in any order of keys") {
    const Document read = document("b: [1, '2']\na: ~\n");
    CHECK(matches(
        read.root(),
        Value::mapping(
            {{"a", {}}, {"b", Value::sequence({Value::string("1"), Value::verbatim("2")})}})));
}

TEST_CASE("data does not match a node that holds something else") {
    const Document read = document("a: [1, 2]\n");
    const auto list = [](std::vector<Value> items) {
        return Value::mapping({{"a", Value::sequence(std::move(items))}});
    };
    CHECK_FALSE(matches(read.root(), list({Value::string("1")})));
    CHECK_FALSE(matches(read.root(), list({Value::string("1"), Value::string("3")})));
    CHECK_FALSE(matches(read.root(), Value::mapping({{"a", {}}})));
    CHECK_FALSE(matches(read.root(), Value::mapping({})));
}

TEST_CASE("the text 'null' does not match null") {
    const Document read = document("a: null\nb: 'null'\n");
    CHECK(matches(read.root().find("a"), Value{}));
    CHECK(matches(read.root().find("a"), Value::verbatim("null")));
    CHECK_FALSE(matches(read.root().find("a"), Value::string("null")));
    CHECK(matches(read.root().find("b"), Value::string("null")));
}
