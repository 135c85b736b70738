#include "evaluate/portfolio/statistics.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;

TEST_SUITE_BEGIN("part");

TEST_CASE("a part is said with its counts, and of nothing there is none") {
    CHECK(describe(Proportion{3, 8}) == "3 of 8 (38%)");
    CHECK(describe(Proportion{3, 8}, "plan") == "3 of 8 plans (38%)");
    CHECK(describe(Proportion{1, 1}, "plan") == "1 of 1 plan (100%)");
    CHECK(describe(Proportion{}, "plan") == "-");
    CHECK(describe(Proportion{0, 4}) == "0 of 4 (0%)");
    CHECK(describe(Proportion{1234, 2000}) == "1,234 of 2,000 (62%)");
    CHECK(describe(Proportion{}) == "-");
    CHECK_FALSE(share(Proportion{}).has_value());
    CHECK(share(Proportion{3, 8}) == Fraction(3) / 8);
}

TEST_CASE("a few are not none, and nearly all are not all") {
    CHECK(describe(Proportion{1, 400}) == "1 of 400 (under 1%)");
    CHECK(describe(Proportion{399, 400}) == "399 of 400 (over 99%)");
    CHECK(describe(Proportion{400, 400}) == "400 of 400 (100%)");
    CHECK(describe(Proportion{1, 200}) == "1 of 200 (1%)");
}

TEST_CASE("parts add up by their counts, not by their shares") {
    Proportion all{1, 2};
    all += Proportion{1, 8};
    all.add(true);
    all.add(false);
    CHECK(all == Proportion{3, 12});
}

TEST_CASE("the median is the middle one, or lies between the two in the middle") {
    CHECK(median({3, 1, 10}) == Fraction(3));
    CHECK(median({3, 1, 10, 4}) == Fraction(7) / 2);
    CHECK_FALSE(median({}).has_value());
    const auto all = range({3, 1, 10});
    CHECK(all->least == Fraction(1));
    CHECK(all->greatest == Fraction(10));
}

TEST_SUITE_END();
