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

TEST_CASE("what is cut to whole percent reaches no threshold that it is under") {
    CHECK(whole_percent(number("0.7999")) == "79%");
    CHECK(whole_percent(number("0.8")) == "80%");
    CHECK(whole_percent(Fraction(0)) == "0%");
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
