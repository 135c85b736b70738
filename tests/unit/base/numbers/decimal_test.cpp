#include "base/numbers/decimal.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <ostream>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Decimal number(std::string_view text) {
    return parse_decimal(text).value();
}

std::string shown(const std::optional<Decimal>& value) {
    return value ? to_string(*value) : "nothing";
}

std::string quotient(std::string_view a, std::string_view b, int places) {
    return shown(divide(number(a), number(b), places));
}

}  // namespace

TEST_SUITE_BEGIN("decimal");

TEST_CASE("a decimal is kept in lowest terms") {
    CHECK(Decimal::of(1500, 3).coefficient() == 15);
    CHECK(Decimal::of(1500, 3).scale() == 1);
    CHECK(Decimal::of(0, 9).scale() == 0);
    CHECK(Decimal::of(1500, 0).coefficient() == 1500);
}

TEST_CASE("decimals of the same value are equal however they were made") {
    CHECK(Decimal::of(150, 2) == Decimal::of(15, 1));
    CHECK(number("1.50") == number("1.5"));
    CHECK(number("-0") == Decimal{0});
}

TEST_CASE("decimals compare by value across scales") {
    CHECK(number("0.1") < number("0.11"));
    CHECK(number("-1") < number("-0.999999999"));
    CHECK(Decimal::of(most, 0) > Decimal::of(most, 9));
    CHECK(Decimal::of(least, 0) < Decimal::of(least, 9));
}

TEST_CASE("sums are exact") {
    CHECK(shown(add(number("0.1"), number("0.2"))) == "0.3");
    CHECK(shown(add(number("1.5"), number("2.5"))) == "4");
    CHECK(shown(subtract(number("280000"), number("240000.25"))) == "39999.75");
}

TEST_CASE("a sum that does not fit is nothing") {
    CHECK(shown(add(Decimal::of(most, 0), 1)) == "nothing");
    CHECK(shown(subtract(Decimal::of(least, 0), 1)) == "nothing");
    CHECK(shown(add(Decimal::of(most, 0), Decimal::of(1, 9))) == "nothing");
}

TEST_CASE("a sum fits when its lowest terms do") {
    CHECK(shown(add(Decimal::of(most, 1), Decimal::of(3, 1))) == "922337203685477581");
}

TEST_CASE("the lowest coefficient can be subtracted and printed") {
    CHECK(shown(subtract(Decimal::of(least, 0), Decimal::of(least, 0))) == "0");
    CHECK(shown(subtract(0, Decimal::of(least, 0))) == "nothing");
    CHECK(to_string(Decimal::of(least, 0)) == "-9223372036854775808");
    CHECK(to_string(Decimal::of(least, 9)) == "-9223372036.854775808");
}

TEST_CASE("products are exact") {
    CHECK(shown(multiply(number("1.5"), number("1.5"))) == "2.25");
    CHECK(shown(multiply(number("0.00005"), number("0.0002"))) == "0.00000001");
    CHECK(shown(multiply(Decimal::of(2, 9), Decimal::of(500'000'000, 0))) == "1");
}

TEST_CASE("a product that would lose digits is nothing") {
    CHECK(shown(multiply(number("0.000000001"), number("0.1"))) == "nothing");
    CHECK(shown(multiply(number("0.000000003"), number("0.000000003"))) == "nothing");
}

TEST_CASE("a product that is too large is nothing") {
    CHECK(shown(multiply(Decimal::of(most, 0), 2)) == "nothing");
    CHECK(shown(multiply(Decimal::of(least, 0), Decimal::of(least, 0))) == "nothing");
    CHECK(shown(multiply(Decimal::of(least, 0), -1)) == "nothing");
}

TEST_CASE("quotients are rounded half away from zero") {
    CHECK(quotient("1", "3", 4) == "0.3333");
    CHECK(quotient("2", "3", 4) == "0.6667");
    CHECK(quotient("1", "8", 2) == "0.13");
    CHECK(quotient("-1", "8", 2) == "-0.13");
    CHECK(quotient("1", "-8", 2) == "-0.13");
    CHECK(quotient("-1", "-8", 2) == "0.13");
    CHECK(quotient("5", "2", 0) == "3");
    CHECK(quotient("-5", "2", 0) == "-3");
}

TEST_CASE("the worked example of the plan comes out to the cent") {
    CHECK(quotient("40000", "510000", 4) == "0.0784");
    CHECK(quotient("470000", "46", 2) == "10217.39");
}

TEST_CASE("division by zero is nothing") {
    CHECK(quotient("1", "0", 2) == "nothing");
    CHECK(quotient("0", "0", 2) == "nothing");
}

TEST_CASE("a quotient that does not fit is nothing") {
    CHECK(shown(divide(Decimal::of(most, 0), Decimal::of(1, 9), 0)) == "nothing");
    CHECK(shown(divide(Decimal::of(least, 0), -1, 0)) == "nothing");
    CHECK(shown(divide(Decimal::of(most, 0), 3, 9)) == "nothing");
}

TEST_CASE("extreme coefficients divide without overflow") {
    CHECK(shown(divide(Decimal::of(least, 0), Decimal::of(least, 9), 9)) == "1000000000");
    CHECK(shown(divide(Decimal::of(least, 9), Decimal::of(least, 0), 9)) == "0.000000001");
    CHECK(shown(divide(Decimal::of(most, 0), Decimal::of(least, 0), 9)) == "-1");
}

TEST_CASE("rounding is half away from zero and never adds digits") {
    CHECK(to_string(round(number("1.25"), 1)) == "1.3");
    CHECK(to_string(round(number("-1.25"), 1)) == "-1.3");
    CHECK(to_string(round(number("1.24"), 1)) == "1.2");
    CHECK(to_string(round(number("0.5"), 0)) == "1");
    CHECK(to_string(round(number("0.4999"), 0)) == "0");
    CHECK(to_string(round(number("1.5"), 9)) == "1.5");
    CHECK(to_string(round(Decimal::of(most, 9), 0)) == "9223372037");
}

TEST_CASE("places out of range are those nearest in range") {
    CHECK(to_string(round(number("1.5"), -3)) == "2");
    CHECK(quotient("1", "3", 40) == "0.333333333");
}

TEST_CASE("a decimal becomes the nearest double") {
    CHECK(to_double(number("0.1")) == 0.1);
    CHECK(to_double(number("-1234.5")) == -1234.5);
    CHECK(to_double(Decimal::of(most, 9)) == 9223372036.854775807);
    CHECK(to_double(Decimal::of(9007199254740993, 3)) == 9007199254740.993);
}

TEST_CASE("a decimal is printed in plain digits") {
    CHECK(to_string(number("-1234.5")) == "-1234.5");
    CHECK(to_string(number("0.000000001")) == "0.000000001");
    CHECK(to_string(Decimal{0}) == "0");
    CHECK(to_string(Decimal::of(-5, 2)) == "-0.05");
}

TEST_CASE("thousands are grouped for people") {
    CHECK(grouped(number("1234567.5")) == "1,234,567.5");
    CHECK(grouped(number("-250000")) == "-250,000");
    CHECK(grouped(number("999")) == "999");
    CHECK(grouped(number("1000")) == "1,000");
}

TEST_CASE("grouping shows at least the digits asked for") {
    CHECK(grouped(number("1234.5"), 2) == "1,234.50");
    CHECK(grouped(number("1234"), 2) == "1,234.00");
    CHECK(grouped(number("0.125"), 2) == "0.125");
    CHECK(grouped(Decimal{0}, 1) == "0.0");
}

TEST_SUITE_END();
