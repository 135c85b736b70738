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

Value rule() {
    return Value::mapping({{"below", number("50")}, {"last", number("2")}});
}

}  // namespace

TEST_CASE("an item is inserted at the end of a list") {
    CHECK(insert("l:\n  - 1  # one\n\n# x\nx: 1\n", {"l"}, 1, number("2")) ==
          "l:\n  - 1  # one\n  - 2\n\n# x\nx: 1\n");
}

TEST_CASE("an item is inserted at the start of a list") {
    CHECK(insert("l:  # c\n- 1\n- 2\n", {"l"}, 0, number("0")) == "l:  # c\n- 0\n- 1\n- 2\n");
}

TEST_CASE("an item is inserted at the start of a list above the comment of the next one") {
    CHECK(insert("l:\n  # one\n  - 1\n", {"l"}, 0, number("0")) == "l:\n  - 0\n  # one\n  - 1\n");
}

TEST_CASE("an item is inserted in the middle of a list above the comment of the next one") {
    CHECK(insert("l:\n- 1\n# two\n- 2\n", {"l"}, 1, number("9")) == "l:\n- 1\n- 9\n# two\n- 2\n");
}

TEST_CASE("a mapping is inserted as an item on the line of its dash") {
    CHECK(insert("l:\n  - {a: 1}\n", {"l"}, 1, rule()) ==
          "l:\n  - {a: 1}\n  - below: 50\n    last: 2\n");
}

TEST_CASE("a list is inserted into a list") {
    CHECK(insert("l:\n  - 1\n", {"l"}, 1, Value::sequence({number("2"), number("3")})) ==
          "l:\n  - 1\n  - - 2\n    - 3\n");
}

TEST_CASE("an item is inserted at the start of a list on the line of its dash") {
    CHECK(insert("l:\n- - 1\n  - 2\n", {"l", std::size_t{0}}, 0, number("0")) ==
          "l:\n- - 0\n  - 1\n  - 2\n");
}

TEST_CASE("an item is inserted behind a block of text") {
    CHECK(insert("l:\n- |\n  a\n\n- b\n", {"l"}, 1, string("c\nd\n")) ==
          "l:\n- |\n  a\n- |\n  c\n  d\n\n- b\n");
}

TEST_CASE("an item is inserted into brackets at any place") {
    CHECK(insert("l: [1, 2]\n", {"l"}, 0, number("0")) == "l: [0, 1, 2]\n");
    CHECK(insert("l: [1, 2]\n", {"l"}, 1, number("0")) == "l: [1, 0, 2]\n");
    CHECK(insert("l: [1, 2]\n", {"l"}, 2, number("0")) == "l: [1, 2, 0]\n");
}

TEST_CASE("an item is inserted into empty brackets") {
    CHECK(insert("l: [ ]  # c\n", {"l"}, 0, number("0")) == "l: [0]  # c\n");
}

TEST_CASE("an item is inserted into brackets over several lines") {
    CHECK(insert("l: [\n  1,  # one\n  2  # two\n]\n", {"l"}, 1, number("9")) ==
          "l: [\n  1,  # one\n  9,\n  2  # two\n]\n");
    CHECK(insert("l: [\n  1,  # one\n  2  # two\n]\n", {"l"}, 2, number("9")) ==
          "l: [\n  1,  # one\n  2,  # two\n  9\n]\n");
    CHECK(insert("l: [1,\n    2]\n", {"l"}, 2, number("9")) == "l: [1,\n    2,\n    9]\n");
}

TEST_CASE("an item is inserted into a list that is null") {
    CHECK(insert("l:  # none\nx: 1\n", {"l"}, 0, number("1")) == "l:  # none\n  - 1\nx: 1\n");
}

TEST_CASE("inserting into what is no list is refused") {
    CHECK(insert("l: text\n", {"l"}, 0, number("1")) ==
          "refused: 'l' can't be added to: it is no list");
}

TEST_CASE("inserting behind the end of a list is refused") {
    CHECK(insert("l: [1]\n", {"l"}, 2, number("1")) ==
          "refused: 'l' can't be added to: it has fewer items");
}

TEST_CASE("inserting into a list that is not there is refused") {
    CHECK(insert("l: [1]\n", {"m"}, 0, number("1")) ==
          "refused: 'm' can't be added to: it is not there");
}

TEST_CASE("an item is removed with its line and its comment") {
    CHECK(remove("l:\n  - 1\n  - a: 2  # two\n    b: 3\n  - 3\n", {"l", std::size_t{1}}) ==
          "l:\n  - 1\n  - 3\n");
}

TEST_CASE("the first item of a list on the line of its dash is removed") {
    CHECK(remove("l:\n- - 1\n  - 2\n", {"l", std::size_t{0}, std::size_t{0}}) == "l:\n- - 2\n");
}

TEST_CASE("the last item of a list leaves brackets") {
    CHECK(remove("l:  # c\n  - 1\nx: 1\n", {"l", std::size_t{0}}) == "l: []  # c\nx: 1\n");
}

TEST_CASE("the last item of a list on the line of its dash leaves brackets") {
    CHECK(remove("l:\n- - 1\n- 2\n", {"l", std::size_t{0}, std::size_t{0}}) == "l:\n- []\n- 2\n");
}

TEST_CASE("an item is removed from brackets at any place") {
    CHECK(remove("l: [1, 2, 3]\n", {"l", std::size_t{0}}) == "l: [2, 3]\n");
    CHECK(remove("l: [1, 2, 3]\n", {"l", std::size_t{1}}) == "l: [1, 3]\n");
    CHECK(remove("l: [1, 2, 3]\n", {"l", std::size_t{2}}) == "l: [1, 2]\n");
}

TEST_CASE("the only item is removed from brackets") {
    CHECK(remove("l: [ 1 ]\n", {"l", std::size_t{0}}) == "l: []\n");
}

TEST_CASE("an item is removed from brackets over several lines") {
    const std::string text = "l: [\n  1,  # one\n  2,  # two\n  3  # three\n]\n";
    CHECK(remove(text, {"l", std::size_t{0}}) == "l: [\n  2,  # two\n  3  # three\n]\n");
    CHECK(remove(text, {"l", std::size_t{1}}) == "l: [\n  1,  # one\n  3  # three\n]\n");
    CHECK(remove(text, {"l", std::size_t{2}}) == "l: [\n  1,  # one\n  2  # two\n]\n");
}

TEST_CASE("the last item is removed from brackets with a trailing comma") {
    CHECK(remove("l: [1, 2,]\n", {"l", std::size_t{1}}) == "l: [1,]\n");
    CHECK(remove("l: [\n  1,\n  2,  # two\n]\n", {"l", std::size_t{1}}) == "l: [\n  1,\n]\n");
}

TEST_CASE("the last item is removed before a bracket on its line") {
    CHECK(remove("l: [1,  # one\n    2]\n", {"l", std::size_t{1}}) == "l: [1  # one\n    ]\n");
}
