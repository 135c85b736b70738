#include "base/numbers/fraction.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <ostream>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

namespace {

Fraction fraction(std::string_view decimal) {
    return parse_decimal(decimal).value();
}

std::string shown(const Fraction& value, int places) {
    const auto decimal = rounded(value, places);
    return decimal ? to_string(*decimal) : "nothing";
}

}  // namespace

TEST_SUITE_BEGIN("fraction");

TEST_CASE("a third three times is one") {
    const Fraction third = Fraction(1) / 3;
    CHECK(third + third + third == Fraction(1));
}

TEST_CASE("a decimal is taken exactly") {
    CHECK(fraction("0.1") + fraction("0.2") == fraction("0.3"));
    CHECK(fraction("-999999.999999999") * 1000 == fraction("-999999999.999999"));
}

TEST_CASE("halves are rounded away from zero") {
    CHECK(shown(fraction("0.125"), 2) == "0.13");
    CHECK(shown(fraction("-0.125"), 2) == "-0.13");
    CHECK(shown(Fraction(1) / 3, 4) == "0.3333");
    CHECK(shown(Fraction(-2) / 3, 4) == "-0.6667");
    CHECK(shown(Fraction(7), 0) == "7");
}

TEST_CASE("what a decimal can't hold is nothing") {
    CHECK(shown(fraction("999999999999999") * fraction("999999999999999"), 0) == "nothing");
}

TEST_CASE("a large number has fewer places") {
    CHECK(shown(fraction("999999999999999"), 9) == "999999999999999");
    CHECK(shown(fraction("99999999999.1234") + fraction("0.00006"), 9) == "99999999999.12346");
}

TEST_CASE("the least decimal is one as well") {
    const Decimal least = Decimal::of(std::numeric_limits<std::int64_t>::min(), 1);
    CHECK(rounded(Fraction(least), 4) == least);
}

TEST_CASE("a quotient by nothing is nothing") {
    CHECK(quotient(1, 0) == std::nullopt);
    CHECK(quotient(1, 4) == fraction("0.25"));
}

TEST_CASE("fractions are ordered by their values") {
    CHECK(Fraction(1) / 3 < fraction("0.334"));
    CHECK(Fraction(-1) < Fraction(0));
    CHECK(magnitude(Fraction(-3)) == Fraction(3));
}

TEST_CASE("a fraction comes back from its text, exactly") {
    const Fraction large = fraction("999999999999999") * fraction("999999999999999") / 7;
    for (const Fraction& value : {Fraction(0), Fraction(3), Fraction(-11) / 20, large}) {
        CHECK(parse_fraction(to_string(value)) == value);
    }
    CHECK(to_string(Fraction(-22) / 40) == "-11/20");
    for (const std::string text : {"", "1/0", "x", "1/", "0x1", " 1", "1/2/3"}) {
        CAPTURE(text);
        CHECK(parse_fraction(text) == std::nullopt);
    }
}

TEST_SUITE_END();
