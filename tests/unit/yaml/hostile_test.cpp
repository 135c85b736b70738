// Files made to make a reader hang, crash or eat all memory.
#include "documents.hpp"
#include "yaml/canonical.hpp"

#include <string_view>

using namespace perfplan;
using namespace perfplan::yaml;
using namespace perfplan::yaml::test;

namespace {

/// As much of `unit` as fits in a file.
std::string full_of(std::string_view unit, const std::string& start = {}) {
    std::string text = start;
    while (text.size() + unit.size() <= max_bytes) {
        text += unit;
    }
    return text;
}

bool is_refused(std::string text) {
    return !Document::read("hostile", std::move(text));
}

}  // namespace

TEST_CASE("a lone comma is refused") {
    CHECK(is_refused(","));
}

TEST_CASE("a file of opening brackets is refused") {
    CHECK(is_refused(full_of("[")));
}

TEST_CASE("a value of opening brackets is refused") {
    CHECK(is_refused(full_of("[", "a: ")));
}

TEST_CASE("a value of opening braces is refused") {
    CHECK(is_refused(full_of("{a: ", "a: ")));
}

TEST_CASE("a file of dashes is refused") {
    CHECK(is_refused(full_of("- ", "a:\n  ")));
}

TEST_CASE("a file of question marks is refused") {
    CHECK(is_refused(full_of("? ")));
}

TEST_CASE("a file of colons is refused") {
    CHECK(is_refused(full_of(": ")));
}

TEST_CASE("a file of quotes is refused") {
    CHECK(is_refused(full_of("\"", "a: ")));
}

TEST_CASE("a file of open quotes is refused") {
    CHECK(is_refused(full_of("a: \"b\n")));
}

TEST_CASE("a file of anchors and aliases is refused") {
    CHECK(is_refused(full_of("a: &a [*a, *a]\n")));
}

TEST_CASE("a file of tags is refused") {
    CHECK(is_refused(full_of("!", "a: ")));
}

TEST_CASE("a file of block headers is refused") {
    CHECK(is_refused(full_of("|\n", "a: ")));
}

TEST_CASE("a file of the same key is refused") {
    CHECK(is_refused(full_of("a: 1\n")));
}

TEST_CASE("a file of documents is refused") {
    CHECK(is_refused(full_of("---\na: 1\n")));
}

TEST_CASE("a file of line endings is refused") {
    CHECK(is_refused(full_of("\n")));
}

TEST_CASE("a file of carriage returns is refused") {
    CHECK(is_refused(full_of("\r", "a: 1")));
}

TEST_CASE("a file of comments is refused") {
    CHECK(is_refused(full_of("#\n")));
}

TEST_CASE("a file of entries that get deeper is refused") {
    std::string text;
    for (std::size_t depth = 0; text.size() < max_bytes / 2; ++depth) {
        text += std::string(depth, ' ') + "a:\n";
    }
    CHECK(is_refused(std::move(text)));
}

TEST_CASE("a file of many keys is read") {
    std::string text;
    for (int i = 0; text.size() < max_bytes / 4; ++i) {
        text += "k" + std::to_string(i) + ": 1\n";
    }
    CHECK(document(std::move(text)).root().size() > 20000);
}

TEST_CASE("a file of empty entries with long gaps is read") {
    const std::string gap(max_bytes / 4, '\n');
    CHECK(canonical(document("a:\n b:\n  c:\n   d:" + gap).root()) ==
          R"({"a":{"b":{"c":{"d":null}}}})");
}

TEST_CASE("a long list in brackets is read") {
    std::string text = "a: [x";
    while (text.size() < max_bytes / 4) {
        text += ", x";
    }
    CHECK(document(text + "]\n").root().find("a").size() > 80000);
}
