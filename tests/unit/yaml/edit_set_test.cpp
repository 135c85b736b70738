#include "documents.hpp"

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

namespace {

Value number(const std::string& text) {
    return Value::verbatim(text);
}
Value string(const std::string& text) {
    return Value::string(text);
}

Value goal() {
    return Value::mapping({{"title", string("Grow")}, {"target", number("5")}});
}

}  // namespace

TEST_CASE("setting a scalar keeps the comment behind it") {
    CHECK(set("a: 1\ntarget:  75   # in percent\nb: 2\n", {"target"}, number("80")) ==
          "a: 1\ntarget:  80   # in percent\nb: 2\n");
}

TEST_CASE("setting what is there already gives the same bytes") {
    const std::string text = "a:   'x'   # c\n\n\nb: {c:  1}\n";
    CHECK(set(text, {"b"}, Value::mapping({{"c", string("1")}})) == text);
}

TEST_CASE("single quotes stay when a quoted scalar is set") {
    CHECK(set("unit: '%'\n", {"unit"}, string("it's")) == "unit: 'it''s'\n");
}

TEST_CASE("double quotes stay when a quoted scalar is set") {
    CHECK(set("unit: \"%\"\n", {"unit"}, string("USD")) == "unit: \"USD\"\n");
}

TEST_CASE("single quotes give way to a text that they can't hold") {
    CHECK(set("unit: '%'\n", {"unit"}, string("a\tb")) == "unit: \"a\\tb\"\n");
}

TEST_CASE("a plain scalar is set plain where the text allows it") {
    CHECK(set("title: Old title\n", {"title"}, string("New title")) == "title: New title\n");
}

TEST_CASE("a plain scalar gets quotes where the text needs them") {
    CHECK(set("title: Old title\n", {"title"}, string("no")) == "title: 'no'\n");
}

TEST_CASE("a scalar on the line below its key stays there") {
    CHECK(set("title:  # a\n    Old  # b\nx: 1\n", {"title"}, string("New")) ==
          "title:  # a\n    New  # b\nx: 1\n");
}

TEST_CASE("a scalar over several lines is replaced whole") {
    CHECK(set("a: one\n  two\n  three\nb: 1\n", {"a"}, string("four")) == "a: four\nb: 1\n");
}

TEST_CASE("a missing key becomes the last entry, before what follows its mapping") {
    CHECK(set("goals:\n  a: 1  # first\n\n# about skills\nskills: 2\n", {"goals", "b"},
              number("2")) == "goals:\n  a: 1  # first\n  b: 2\n\n# about skills\nskills: 2\n");
}

TEST_CASE("a key that follows an order goes before the first that belongs behind it") {
    const Order alphabetical = [](const Path&, std::string_view a, std::string_view b) {
        return a < b;
    };
    CHECK(set("a: 1  # one\n\n# about skills\nskills: 2\nb: 3\n", {"goals", "b"}, number("2"),
              alphabetical) == "a: 1  # one\ngoals:\n  b: 2\n\n# about skills\nskills: 2\nb: 3\n");
    CHECK(set("# top\nb: 1\n", {"a"}, number("2"), alphabetical) == "# top\na: 2\nb: 1\n");
    CHECK(set("a: {c: 1,  d: 2}  # c\n", {"a", "b"}, number("0"), alphabetical) ==
          "a: {b: 0, c: 1,  d: 2}  # c\n");
    CHECK(set("a:\n- c: 1\n  d: 2\n", {"a", std::size_t{0}, "b"}, number("0"), alphabetical) ==
          "a:\n- b: 0\n  c: 1\n  d: 2\n");
    CHECK(set("a: 1\n", {"b"}, number("2"), alphabetical) == "a: 1\nb: 2\n");
}

TEST_CASE("an order may differ from mapping to mapping") {
    const Order in_goals = [](const Path& mapping, std::string_view a, std::string_view b) {
        return mapping == Path{"goals"} && a < b;
    };
    CHECK(set("b: 1\ngoals: {b: 1}\n", {"a"}, number("2"), in_goals) ==
          "b: 1\ngoals: {b: 1}\na: 2\n");
    CHECK(set("b: 1\ngoals: {b: 1}\n", {"goals", "a"}, number("2"), in_goals) ==
          "b: 1\ngoals: {a: 2, b: 1}\n");
}

TEST_CASE("a new last entry stands behind a comment that goes on below it") {
    CHECK(set("a: 1   # one,\n       # and more\nb:\n", {"c"}, number("3")) ==
          "a: 1   # one,\n       # and more\nb:\nc: 3\n");
    CHECK(set("m:\n  a: 1   # one,\n         # and more\nb:\n", {"m", "c"}, number("3")) ==
          "m:\n  a: 1   # one,\n         # and more\n  c: 3\nb:\n");
}

TEST_CASE("a key is added to the root") {
    CHECK(set("a: 1\n\n# end\n", {"b"}, number("2")) == "a: 1\nb: 2\n\n# end\n");
}

TEST_CASE("a file without a final line ending stays without one") {
    CHECK(set("a: 1", {"b"}, number("2")) == "a: 1\nb: 2");
}

TEST_CASE("new lines end like their neighbors") {
    CHECK(set("a: 1\r\nb:\r\n  c: 1\r\n", {"b", "d"}, string("x\ny\n")) ==
          "a: 1\r\nb:\r\n  c: 1\r\n  d: |\r\n    x\r\n    y\r\n");
}

TEST_CASE("the line above new lines keeps its ending where a file has both") {
    const Order before_b = [](const Path&, std::string_view, std::string_view other) {
        return other == "b";
    };
    CHECK(set("a: 1\r\nb: 2\n", {"new"}, string("x"), before_b) == "a: 1\r\nnew: x\r\nb: 2\n");
    CHECK(set("a: 1\nb: 2\r\n", {"new"}, string("x"), before_b) == "a: 1\nnew: x\nb: 2\r\n");
}

TEST_CASE("a file of one CRLF-less line takes LF") {
    CHECK(set("a: 1", {"b"}, number("2")) == "a: 1\nb: 2");
}

TEST_CASE("missing mappings on the way are made") {
    CHECK(set("a: 1\n", {"b", "c", "d"}, number("2")) == "a: 1\nb:\n  c:\n    d: 2\n");
}

TEST_CASE("new mappings are indented as the file indents") {
    CHECK(set("x:\n    y:\n        z: 1\n", {"b", "c"}, goal()) ==
          "x:\n    y:\n        z: 1\nb:\n    c:\n        title: Grow\n        target: 5\n");
}

TEST_CASE("new lists are indented as the file indents") {
    CHECK(set("x:\n- 1\n", {"b"}, Value::sequence({number("2"), number("3")})) ==
          "x:\n- 1\nb:\n- 2\n- 3\n");
}

TEST_CASE("a null mapping is filled below its comment") {
    CHECK(set("goals:   # none yet\nx: 1\n", {"goals", "a", "target"}, number("5")) ==
          "goals:   # none yet\n  a:\n    target: 5\nx: 1\n");
}

TEST_CASE("a written null is replaced") {
    CHECK(set("goals: ~  # none\n", {"goals", "a"}, number("5")) == "goals:  # none\n  a: 5\n");
}

TEST_CASE("an absent value is set before its comment") {
    CHECK(set("hr:  # nobody\nx: 1\n", {"hr"}, string("Sam")) == "hr: Sam  # nobody\nx: 1\n");
}

TEST_CASE("an empty mapping in braces grows in braces") {
    CHECK(set("values: {}  # none\n", {"values", "a"}, number("1")) == "values: {a: 1}  # none\n");
}

TEST_CASE("an entry is added within braces") {
    CHECK(set("values: {a: 1, b: 2}\n", {"values", "c"}, string("x, y")) ==
          "values: {a: 1, b: 2, c: 'x, y'}\n");
}

TEST_CASE("an entry is added within braces before a trailing comma") {
    CHECK(set("values: {a: 1, }\n", {"values", "c"}, number("3")) == "values: {a: 1, c: 3, }\n");
}

TEST_CASE("an entry is added behind an absent one within braces") {
    CHECK(set("values: {a: }\n", {"values", "c"}, number("3")) == "values: {a: , c: 3 }\n");
}

TEST_CASE("an entry is added to braces over several lines") {
    CHECK(set("v: {\n    a: 1,  # one\n    b: 2   # two\n  }\n", {"v", "c"}, number("3")) ==
          "v: {\n    a: 1,  # one\n    b: 2,   # two\n    c: 3\n  }\n");
}

TEST_CASE("an entry is added to braces over several lines with a trailing comma") {
    CHECK(set("v: {\n    a: 1,\n    b: 2,  # two\n  }\n", {"v", "c"}, number("3")) ==
          "v: {\n    a: 1,\n    b: 2,  # two\n    c: 3,\n  }\n");
}

TEST_CASE("a mapping set within braces is written in braces") {
    CHECK(set("v: {a: 1}\n", {"v", "g"}, goal()) == "v: {a: 1, g: {title: Grow, target: 5}}\n");
}

TEST_CASE("a value within brackets is set") {
    CHECK(set("v: [1, 'a b', {c: x}]\n", {"v", std::size_t{2}, "c"}, string("y]")) ==
          "v: [1, 'a b', {c: 'y]'}]\n");
}

TEST_CASE("an absent value within braces is set") {
    CHECK(set("v: {a: , b: 1}\n", {"v", "a"}, number("2")) == "v: {a: 2 , b: 1}\n");
}

TEST_CASE("a scalar becomes a mapping, its comment stays with the key") {
    CHECK(set("success: all goals  # or a score\nx: 1\n", {"success"},
              Value::mapping({{"score", number("90")}})) ==
          "success:  # or a score\n  score: 90\nx: 1\n");
}

TEST_CASE("a scalar becomes a mapping in braces") {
    CHECK(set("success: all goals  # or a score\n", {"success"},
              Value::mapping({{"score", number("90")}}, Value::Layout::flow)) ==
          "success: {score: 90}  # or a score\n");
}

TEST_CASE("a mapping becomes a scalar, the comment behind its key stays") {
    CHECK(set("success:  # when\n  score: 90  # percent\n  x: 1\ny: 2\n", {"success"},
              string("all goals")) == "success: all goals  # when\ny: 2\n");
}

TEST_CASE("a mapping becomes another one at its indentation") {
    CHECK(set("g:  # c\n    x: 1\n    y:\n        z: 2\nh: 1\n", {"g"}, goal()) ==
          "g:  # c\n    title: Grow\n    target: 5\nh: 1\n");
}

TEST_CASE("a mapping becomes a list") {
    CHECK(set("g:\n    x: 1\nh: 1\n", {"g"}, Value::sequence({number("1")})) ==
          "g:\n    - 1\nh: 1\n");
}

TEST_CASE("a list below its key without indentation becomes a mapping with it") {
    CHECK(set("g:\n- 1\n- 2\nh: 1\n", {"g"}, goal()) == "g:\n  title: Grow\n  target: 5\nh: 1\n");
}

TEST_CASE("a list becomes a scalar") {
    CHECK(set("g:\n- 1\n- 2\nh: 1\n", {"g"}, number("3")) == "g: 3\nh: 1\n");
}

TEST_CASE("a text of several lines is written as a block") {
    CHECK(set("text: short  # c\nx: 1\n", {"text"}, string("one\n\n  two\n")) ==
          "text: |  # c\n  one\n\n    two\nx: 1\n");
}

TEST_CASE("a text of several lines without a final line ending is written as a stripped block") {
    CHECK(set("m:\n    text: short\n", {"m", "text"}, string("one\ntwo")) ==
          "m:\n    text: |-\n        one\n        two\n");
}

TEST_CASE("a text with several line endings at its end is written as a keeping block") {
    CHECK(set("text: short\nx: 1\n", {"text"}, string("one\n\n")) == "text: |+\n  one\n\nx: 1\n");
}

TEST_CASE("a text that starts with a space is written with an indentation indicator") {
    CHECK(set("text: short\n", {"text"}, string("  one\ntwo\n")) == "text: |2\n    one\n  two\n");
}

TEST_CASE("a text that no block can hold is written in double quotes") {
    CHECK(set("text: short\n", {"text"}, string("\n\none\r\n")) == "text: \"\\n\\none\\r\\n\"\n");
}

TEST_CASE("a text of several lines within brackets is written in double quotes") {
    CHECK(set("v: [a]\n", {"v", std::size_t{0}}, string("b\nc\n")) == "v: [\"b\\nc\\n\"]\n");
}

TEST_CASE("spaces behind a value do not become part of a block of text") {
    CHECK(set("text: short  \nx: 1\n", {"text"}, string("one\ntwo\n")) ==
          "text: |\n  one\n  two\nx: 1\n");
}

TEST_CASE("empty lines below a value do not become part of a keeping block of text") {
    CHECK(set("text: short\n\nx: 1\n", {"text"}, string("one\n\n")) ==
          "text: \"one\\n\\n\"\n\nx: 1\n");
}

TEST_CASE("a comment that goes on below a value does not become part of a block of text") {
    CHECK(set("text: short  # one,\n             # two\nx: 1\n", {"text"}, string("a\nb\n")) ==
          "text: \"a\\nb\\n\"  # one,\n             # two\nx: 1\n");
}

TEST_CASE("a block of text becomes another one at its indentation") {
    CHECK(set("text: |  # c\n      one\n      two\nx: 1\n", {"text"}, string("three\nfour\n")) ==
          "text: |  # c\n      three\n      four\nx: 1\n");
}

TEST_CASE("a block of text becomes a short one, its comment stays") {
    CHECK(set("text: |-  # c\n  one\n  two\n\nx: 1\n", {"text"}, string("three")) ==
          "text: three  # c\n\nx: 1\n");
}

TEST_CASE("a block of text becomes a mapping") {
    CHECK(set("text: >  # c\n  one\n  two\n\nx: 1\n", {"text"}, goal()) ==
          "text:  # c\n  title: Grow\n  target: 5\n\nx: 1\n");
}

TEST_CASE("an entry is added behind a block of text") {
    CHECK(set("m:\n  text: |\n    one\n\n    two\n\n\nx: 1\n", {"m", "z"}, number("1")) ==
          "m:\n  text: |\n    one\n\n    two\n  z: 1\n\n\nx: 1\n");
}

TEST_CASE("an entry is added behind a keeping block of text and its empty lines") {
    CHECK(set("m:\n  text: |+\n    one\n\n\nx: 1\n", {"m", "z"}, number("1")) ==
          "m:\n  text: |+\n    one\n\n\n  z: 1\nx: 1\n");
}

TEST_CASE("an entry is added behind a block of text that ends the file without a line ending") {
    CHECK(set("text: |\n  one", {"z"}, number("1")) == "text: |-\n  one\nz: 1");
}

TEST_CASE("a block of text at the end of a file brings the line ending that it needs") {
    CHECK(set("a: 1", {"b"}, string("one\ntwo\n")) == "a: 1\nb: |\n  one\n  two\n");
}

TEST_CASE("an entry is added behind a deep block") {
    CHECK(set("a:\n  b:\n    c:\n      - d\n      - e: 1\n        f: 2  # last\n# z\nz: 1\n",
              {"a", "g"}, number("1")) ==
          "a:\n  b:\n    c:\n      - d\n      - e: 1\n        f: 2  # last\n  g: 1\n# z\nz: 1\n");
}

TEST_CASE("an entry is added to a mapping on the line of its dash") {
    CHECK(set("l:\n- a: 1\n- b: 2\n", {"l", std::size_t{0}, "c"}, number("3")) ==
          "l:\n- a: 1\n  c: 3\n- b: 2\n");
}

TEST_CASE("an entry with a quoted key is set by its text") {
    CHECK(set("\"a b\": 1\n'c: d': 2\n", {"c: d"}, number("3")) == "\"a b\": 1\n'c: d': 3\n");
}

TEST_CASE("a new key gets quotes where it needs them") {
    CHECK(set("a: 1\n", {"no: way"}, number("3")) == "a: 1\n'no: way': 3\n");
}

TEST_CASE("a date stays plain as a key") {
    CHECK(set("c: {2026-10-31: 1}\n", {"c", "2026-11-30"}, number("3")) ==
          "c: {2026-10-31: 1, 2026-11-30: 3}\n");
}

TEST_CASE("a list item becomes a mapping on the line of its dash") {
    CHECK(set("l:\n  - 1\n  - 2\n", {"l", std::size_t{0}}, goal()) ==
          "l:\n  - title: Grow\n    target: 5\n  - 2\n");
}

TEST_CASE("a list item with a comment becomes a mapping below it") {
    CHECK(set("l:\n  - 1  # c\n  - 2\n", {"l", std::size_t{0}}, goal()) ==
          "l:\n  -  # c\n    title: Grow\n    target: 5\n  - 2\n");
}

TEST_CASE("a mapping on the line of its dash becomes a scalar") {
    CHECK(set("l:\n  - a: 1\n    b: 2\n  - 2\n", {"l", std::size_t{0}}, number("1")) ==
          "l:\n  - 1\n  - 2\n");
}

TEST_CASE("a mapping on the line of its dash becomes another one at its indentation") {
    CHECK(set("l:\n  -   a: 1\n      b: 2\n  - 2\n", {"l", std::size_t{0}}, goal()) ==
          "l:\n  -   title: Grow\n      target: 5\n  - 2\n");
}

TEST_CASE("a list item becomes a text of several lines") {
    CHECK(set("l:\n  - 1\n  - 2\n", {"l", std::size_t{0}}, string("one\ntwo\n")) ==
          "l:\n  - |\n    one\n    two\n  - 2\n");
}

TEST_CASE("an absent list item is set") {
    CHECK(set("l:\n  -\n  - 2\n", {"l", std::size_t{0}}, number("1")) == "l:\n  - 1\n  - 2\n");
}

TEST_CASE("a value is set to null in words") {
    CHECK(set("a: 1  # c\n", {"a"}, {}) == "a: null  # c\n");
}

TEST_CASE("the root is replaced whole") {
    CHECK(set("# top\na: 1\nb: 2  # c\n", {}, goal()) == "# top\ntitle: Grow\ntarget: 5\n");
}

TEST_CASE("an entry is added to a root in braces") {
    CHECK(set("{a: 1}\n", {"b"}, number("2")) == "{a: 1, b: 2}\n");
}

TEST_CASE("keys below a text are refused with the text's place") {
    const Document read = document("x: 1\ngoals: none\n");
    const auto edited = perfplan::yaml::set(read, {"goals", "a"}, number("1"));
    REQUIRE_FALSE(edited);
    CHECK(told(edited.error().front()) == StatusResult{"'goals.a' can't be set: 'goals' is a text",
                                                       2, 8,
                                                       "delete its value to put keys below it"});
}

TEST_CASE("an edit that is refused has the exit code for it") {
    const auto edited = perfplan::yaml::set(document("goals: none\n"), {"goals", "a"}, number("1"));
    REQUIRE_FALSE(edited);
    CHECK(edited.error().front().code == perfplan::base::ExitCode::refused);
}

TEST_CASE("setting an item that is not there is refused") {
    CHECK(set("l: [1]\n", {"l", std::size_t{1}}, number("1")) ==
          "refused: 'l[1]' can't be set: there is no such item");
}

TEST_CASE("an edit that would turn a comment into text is refused") {
    CHECK(remove("a: |\n  text\nb: 1\n  # deep comment\nc: 2\n", {"b"}) ==
          "refused: 'b' can't be removed without touching something else in the file");
}

TEST_CASE("a text that may not be in a file is refused") {
    const auto edited = perfplan::yaml::set(document("a: 1\n"), {"a"}, string("x\x1By"));
    REQUIRE_FALSE(edited);
    CHECK(edited.error().front().hint.find("U+001B") != std::string::npos);
}

TEST_CASE("what an edit gives is asked about as its document was") {
    const auto later = Document::read("a.yaml", "a: 1\n", CrossCheck::left_for_later);
    REQUIRE(later);
    const auto edited = perfplan::yaml::set(*later, {"a"}, number("2"));
    REQUIRE(edited);
    CHECK(edited->opinion() == CrossCheck::left_for_later);
    CHECK(edited->confirm().has_value());
    CHECK(perfplan::yaml::set(document("a: 1\n"), {"a"}, number("2"))->opinion() ==
          CrossCheck::asked);
}
