#include "format/progress_line.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::format;
using namespace std::chrono_literals;

TEST_CASE("nothing is shown of a work in its first half second") {
    ProgressLine line;
    CHECK(line.update("reading plans", 1, 10, 0ms, 80).empty());
    CHECK(line.update("reading plans", 2, 10, 499ms, 80).empty());
    CHECK_FALSE(line.is_shown());
    CHECK(line.update("reading plans", 10, 10, 499ms, 80).empty());
}

TEST_CASE("a longer work is drawn over itself and taken away in the end") {
    ProgressLine line;
    CHECK(line.update("reading plans", 5, 10, 500ms, 80) ==
          "\r\x1b[Kreading plans ████████████············ 5 of 10");
    CHECK(line.is_shown());
    CHECK(line.update("reading plans", 6, 10, 599ms, 80).empty());
    CHECK(line.update("reading plans", 6, 10, 600ms, 80).starts_with("\r\x1b[Kreading plans"));
    CHECK(line.update("reading plans", 10, 10, 601ms, 80) == "\r\x1b[K");
    CHECK_FALSE(line.is_shown());
    CHECK(line.erase().empty());
}

TEST_CASE("the line of a work stays within the terminal") {
    ProgressLine line;
    CHECK(line.update("reading plans", 5, 10, 1s, 20) == "\r\x1b[Kreading plans ████…");
}

TEST_CASE("of a work without parts nothing is shown") {
    ProgressLine line;
    CHECK(line.update("reading plans", 0, 0, 2s, 80).empty());
}
