#include "output/chart/text_chart.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::output;

namespace {

Fraction tenths(int n) {
    return Fraction(n) / 10;
}

}  // namespace

TEST_SUITE_BEGIN("bar");

TEST_CASE("a bar is filled as far as the progress, and marks where it should be") {
    CHECK(progress_bar(tenths(3), tenths(5), 10) == "███··│····");
    CHECK(progress_bar(tenths(8), tenths(5), 10) == "█████│██··");
    CHECK(progress_bar(tenths(3), std::nullopt, 10) == "███·······");
    CHECK(progress_bar(std::nullopt, tenths(5), 10) == "·····│····");
}

TEST_CASE("a bar stays in its bounds") {
    CHECK(progress_bar(tenths(-5), tenths(0), 4) == "│···");
    CHECK(progress_bar(tenths(25), tenths(10), 4) == "███│");
}

TEST_CASE("a sparkline has a block a value") {
    CHECK(sparkline({0.0, 0.5, 1.0}) == "▁▅█");
    CHECK(sparkline({-1.0, 2.0}) == "▁█");
    CHECK(sparkline({}).empty());
}

TEST_SUITE_END();
