#include "format/diff.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <ostream>
#include <random>
#include <string>

using namespace perfplan;
using namespace perfplan::format;

namespace {

void write_file(const std::string& name, const std::string& text) {
    std::ofstream(name, std::ios::binary) << text;
}

std::string read_file(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_SUITE_BEGIN("diff");

TEST_CASE("a changed line is shown with three lines around it") {
    CHECK(unified_diff("p.yaml", "p.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
                       "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
          "--- a/p.yaml\n+++ b/p.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("a new file is all added lines") {
    CHECK(unified_diff("", "p.yaml", "", "a\nb\n") ==
          "--- /dev/null\n+++ b/p.yaml\n@@ -0,0 +1,2 @@\n+a\n+b\n");
}

TEST_CASE("a missing final newline is said") {
    CHECK(
        unified_diff("p", "p", "a\nb", "a\nc") ==
        "--- a/p\n+++ b/p\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
}

TEST_CASE("equal texts have no diff") {
    CHECK(unified_diff("p", "p", "a\n", "a\n").empty());
}

TEST_CASE("patch makes the new file of the old one") {
    std::mt19937 random(7);
    const auto lines = [&] {
        std::string text;
        for (auto i = random() % 12; i > 0; --i) {
            text += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
        }
        return random() % 4 == 0 && !text.empty() ? text.substr(0, text.size() - 1) : text;
    };
    for (int round = 0; round < 60; ++round) {
        const std::string before = lines();
        const std::string after = lines();
        if (before == after || before.empty() || after.empty()) {
            continue;
        }
        write_file("file", before);
        write_file("file.diff", unified_diff("file", "file", before, after));
        REQUIRE(std::system("git apply --unsafe-paths -p1 file.diff >/dev/null 2>&1") == 0);
        REQUIRE(read_file("file") == after);
    }
    CHECK(read_file("file.diff").starts_with("---"));
}

TEST_SUITE_END();
