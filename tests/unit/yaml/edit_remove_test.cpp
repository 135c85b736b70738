#include "documents.hpp"

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

TEST_CASE("an entry is removed with its line and the comment on it") {
    CHECK(remove("a: 1\nb: 2  # two\nc: 3\n", {"b"}) == "a: 1\nc: 3\n");
}

TEST_CASE("an entry is removed with all its lines") {
    CHECK(remove("a: 1\nb:\n  c: |\n    x\n\n    y\n  d: [1,\n      2]  # z\nc: 3\n", {"b"}) ==
          "a: 1\nc: 3\n");
}

TEST_CASE("a comment above an entry goes with it if an empty line stands before the comment") {
    CHECK(remove("a: 1\n\n# about b\n# and more\nb: 2\n\nc: 3\n", {"b"}) == "a: 1\n\n\nc: 3\n");
}

TEST_CASE("a comment above an entry stays if the entry before may be meant") {
    CHECK(remove("a: 1\n# about b?\nb: 2\nc: 3\n", {"b"}) == "a: 1\n# about b?\nc: 3\n");
}

TEST_CASE("a comment above an entry stays if an empty line is between") {
    CHECK(remove("a: 1\n\n# a heading\n\nb: 2\nc: 3\n", {"b"}) == "a: 1\n\n# a heading\n\nc: 3\n");
}

TEST_CASE("a comment at another indentation stays") {
    CHECK(remove("m:\n  a: 1\n\n# c\n  b: 2\n", {"m", "b"}) == "m:\n  a: 1\n\n# c\n");
}

TEST_CASE("a comment above the first entry goes with it") {
    CHECK(remove("m:\n  # about a\n  a: 1\n  b: 2\n", {"m", "a"}) == "m:\n  b: 2\n");
}

TEST_CASE("the comment at the top of a file stays") {
    CHECK(remove("# schema\na: 1\nb: 2\n", {"a"}) == "# schema\nb: 2\n");
}

TEST_CASE("a comment that goes on below its entry goes with it") {
    CHECK(remove("a: 1    # one\n        # and more\nb: 2\n", {"a"}) == "b: 2\n");
}

TEST_CASE("the last entry of a mapping leaves braces") {
    CHECK(remove("goals:  # none\n  a:\n    b: 1\n# x\nx: 1\n", {"goals", "a"}) ==
          "goals: {}  # none\n# x\nx: 1\n");
}

TEST_CASE("a comment of its own stays when the last entry goes") {
    CHECK(remove("goals:\n  # a heading\n\n  # about a\n  a: 1\nx: 1\n", {"goals", "a"}) ==
          "goals: {}\n  # a heading\n\nx: 1\n");
}

TEST_CASE("the last entry of the root leaves braces") {
    CHECK(remove("# top\na: 1  # one\n", {"a"}) == "# top\n{}\n");
}

TEST_CASE("the last entry of a file without a final line ending is removed") {
    CHECK(remove("a: 1\r\nb: 2", {"b"}) == "a: 1");
}

TEST_CASE("the text before the last entry of a file keeps its line ending") {
    CHECK(remove("a: |\n  x\nb: 2", {"b"}) == "a: |\n  x\n");
}

TEST_CASE("a keeping block of text does not take in the empty line below a removed entry") {
    CHECK(remove("a: |+\n  x\nb: 2\n\nc: 3\n", {"b"}) == "a: |+\n  x\nc: 3\n");
}

TEST_CASE("the first entry on the line of a dash is removed") {
    CHECK(remove("l:\n  - a: 1  # one\n    b: 2\n", {"l", std::size_t{0}, "a"}) ==
          "l:\n  - b: 2\n");
}

TEST_CASE("a comment above the second entry stays when the first leaves the line of the dash") {
    CHECK(remove("l:\n  - a: 1\n\n    # about b\n    b: 2\n", {"l", std::size_t{0}, "a"}) ==
          "l:\n  - # about b\n    b: 2\n");
}

TEST_CASE("the only entry on the line of a dash leaves braces") {
    CHECK(remove("l:\n  - a: 1  # one\n  - 2\n", {"l", std::size_t{0}, "a"}) ==
          "l:\n  - {}\n  - 2\n");
}

TEST_CASE("an entry is removed from braces") {
    CHECK(remove("v: {a: 1, b: , c: 3}\n", {"v", "a"}) == "v: {b: , c: 3}\n");
    CHECK(remove("v: {a: 1, b: , c: 3}\n", {"v", "b"}) == "v: {a: 1, c: 3}\n");
    CHECK(remove("v: {a: , b: 1}\n", {"v", "b"}) == "v: {a: }\n");
    CHECK(remove("v: {a: , b: 1\n  }\n", {"v", "b"}) == "v: {a:\n  }\n");
    CHECK(remove("v: {a: 1, b: , c: 3}\n", {"v", "c"}) == "v: {a: 1, b: }\n");
}

TEST_CASE("the only entry is removed from braces") {
    CHECK(remove("v: {a: 1}  # c\n", {"v", "a"}) == "v: {}  # c\n");
}

TEST_CASE("an entry is removed from a file with CRLF") {
    CHECK(remove("a: 1\r\nb:\r\n  c: 1\r\n  d: 2\r\n", {"b", "c"}) == "a: 1\r\nb:\r\n  d: 2\r\n");
}

TEST_CASE("removing what is not there is refused") {
    CHECK(remove("a:\n  b: 1\n", {"a", "c"}) == "refused: 'a.c' can't be removed: it is not there");
}

TEST_CASE("an entry gets another key in place") {
    CHECK(rename("g:\n  old :  1  # c\n  x: 2\n", {"g", "old"}, "new") ==
          "g:\n  new :  1  # c\n  x: 2\n");
}

TEST_CASE("a quoted key keeps its quotes") {
    CHECK(rename("\"old\": 1\n", {"old"}, "new") == "\"new\": 1\n");
    CHECK(rename("'old': 1\n", {"old"}, "it's") == "'it''s': 1\n");
}

TEST_CASE("a key within braces is renamed with the quotes it needs there") {
    CHECK(rename("{a: 1, b: 2}\n", {"b"}, "x,y") == "{a: 1, 'x,y': 2}\n");
}

TEST_CASE("a key that is taken is refused at its place") {
    const auto edited = perfplan::yaml::rename(document("a: 1\nb: 2\n"), {"b"}, "a");
    REQUIRE_FALSE(edited);
    CHECK(told(edited.error().front()) ==
          StatusResult{"'b' can't be renamed: 'a' exists already", 1, 1, "choose another key"});
}

TEST_CASE("renaming what is not there is refused") {
    CHECK(rename("a: 1\n", {"b"}, "c") == "refused: 'b' can't be renamed: it is not there");
}
