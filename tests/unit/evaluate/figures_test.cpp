#include "evaluate/figures.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

TEST_SUITE_BEGIN("words");

TEST_CASE("a fraction is shown in whole percent") {
    CHECK(percent(Fraction(number("0.0784"))) == "8%");
    CHECK(percent(Fraction(number("0.005"))) == "1%");
    CHECK(percent(Fraction(number("-0.25"))) == "-25%");
    CHECK(percent(std::nullopt) == "-");
}

TEST_CASE("a percentage is not rounded onto or across a line that matters") {
    CHECK(percent(Fraction(number("0.996"))) == "99.6%");
    CHECK(percent(Fraction(number("1.004"))) == "100.4%");
    CHECK(percent(Fraction(1)) == "100%");
    CHECK(percent(Fraction(number("0.8996")), {Fraction(number("0.9"))}) == "89.96%");
    CHECK(percent(Fraction(number("0.9004")), {Fraction(number("0.9"))}) == "90.04%");
    CHECK(percent(Fraction(number("0.9")), {Fraction(number("0.9"))}) == "90%");
    CHECK(percent(Fraction(number("-0.05"))) == "-5%");
    CHECK(percent(Fraction(1) - Fraction(1) / 1'000'000 / 1'000'000) == "under 100%");
    CHECK(percent(Fraction(1) + Fraction(1) / 1'000'000 / 1'000'000) == "over 100%");
}

TEST_CASE("a day has its year only where it is another one") {
    CHECK(day(date("2026-10-14"), date("2026-11-23")) == "Oct 14");
    CHECK(day(date("2025-10-14"), date("2026-11-23")) == "Oct 14, 2025");
}

TEST_CASE("an amount has thousands and its unit") {
    CHECK(amount(number("280000"), "USD") == "280,000 USD");
    CHECK(amount(number("14.5"), std::nullopt) == "14.5");
}

TEST_CASE("a figure is whole from a hundred on, and as exact as its goal below") {
    CHECK(figure(number("10217.39"), 2) == "10,217");
    CHECK(figure(number("99.994"), 2) == "99.99");
    CHECK(figure(Fraction(1) / 3, 4) == "0.3333");
    CHECK(figure(Fraction(14), 2) == "14");
}

TEST_SUITE_END();
