#include <perfplan/evaluate/part.hpp>

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;

TEST_SUITE_BEGIN("part");

TEST_CASE("a part is said with its counts, and of nothing there is none") {
    CHECK(in_words(Part{3, 8}) == "3 of 8 (38 %)");
    CHECK(in_words(Part{3, 8}, "plan") == "3 of 8 plans (38 %)");
    CHECK(in_words(Part{1, 1}, "plan") == "1 of 1 plan (100 %)");
    CHECK(in_words(Part{}, "plan") == "-");
    CHECK(in_words(Part{0, 4}) == "0 of 4 (0 %)");
    CHECK(in_words(Part{1234, 2000}) == "1,234 of 2,000 (62 %)");
    CHECK(in_words(Part{}) == "-");
    CHECK_FALSE(share(Part{}).has_value());
    CHECK(share(Part{3, 8}) == Fraction(3) / 8);
}

TEST_CASE("a few are not none, and nearly all are not all") {
    CHECK(in_words(Part{1, 400}) == "1 of 400 (under 1 %)");
    CHECK(in_words(Part{399, 400}) == "399 of 400 (over 99 %)");
    CHECK(in_words(Part{400, 400}) == "400 of 400 (100 %)");
    CHECK(in_words(Part{1, 200}) == "1 of 200 (1 %)");
}

TEST_CASE("parts add up by their counts, not by their shares") {
    Part all{1, 2};
    all += Part{1, 8};
    all.add(true);
    all.add(false);
    CHECK(all == Part{3, 12});
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
