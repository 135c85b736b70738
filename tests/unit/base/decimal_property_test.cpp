// Decimals of random coefficients and scales, against the laws of arithmetic and a wide reference.
#include "base/numbers/decimal.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <ostream>
#include <random>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

namespace {

__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): pedantic in a `using`

constexpr int rounds = 20'000;

/// Coefficients of all magnitudes, the extremes among them.
std::int64_t coefficient(std::mt19937& random) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const int kind = std::uniform_int_distribution{0, 19}(random);
    if (kind == 0) {
        return most;
    }
    if (kind == 1) {
        return least;
    }
    std::int64_t bound = 9;
    for (int digits = std::uniform_int_distribution{1, 18}(random); digits > 1; --digits) {
        bound = bound * 10 + 9;
    }
    return std::uniform_int_distribution<std::int64_t>{-bound, bound}(random);
}

Decimal any(std::mt19937& random) {
    const std::int64_t digits = coefficient(random);
    return Decimal::of(digits, std::uniform_int_distribution{0, 9}(random));
}

/// One that a person may type.
Decimal typed(std::mt19937& random) {
    constexpr std::int64_t bound = 999'999'999'999'999;
    const auto digits = std::uniform_int_distribution<std::int64_t>{-bound, bound}(random);
    return Decimal::of(digits, std::uniform_int_distribution{0, 9}(random));
}

Decimal whole(std::mt19937& random, int bound) {
    return std::uniform_int_distribution{-bound, bound}(random);
}

Wide power_of_ten(int exponent) {
    Wide power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

std::string pair(Decimal a, Decimal b) {
    return to_string(a) + " and " + to_string(b);
}

/// Twice the distance of value / 10^places from a / b, times b's denominator; never more than it if
/// rounded right.
bool is_rounded(Decimal a, Decimal b, Decimal value, int places) {
    const Wide dividend = Wide{a.coefficient()} * power_of_ten(b.scale() + places);
    const Wide divisor = Wide{b.coefficient()} * power_of_ten(a.scale());
    const Wide result = Wide{value.coefficient()} * power_of_ten(places - value.scale());
    const Wide rest = dividend - result * divisor;
    const Wide distance = rest < 0 ? -rest : rest;
    const Wide denominator = divisor < 0 ? -divisor : divisor;
    if (distance == denominator - distance) {  // a tie: away from zero
        return (result < 0 ? -result : result) * denominator >
               (dividend < 0 ? -dividend : dividend);
    }
    return distance < denominator - distance;
}

}  // namespace

TEST_SUITE_BEGIN("decimal");

TEST_CASE("what is printed is read back as the same decimal") {
    std::mt19937 random{1};
    for (int i = 0; i < rounds; ++i) {
        const Decimal value = typed(random);
        const auto again = parse_decimal(to_string(value));
        REQUIRE_MESSAGE((again && *again == value), to_string(value));
    }
}

TEST_CASE("adding and subtracting the same decimal gives the first one back") {
    std::mt19937 random{2};
    int fitted = 0;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = any(random);
        const Decimal b = any(random);
        const auto sum = add(a, b);
        if (!sum) {
            continue;
        }
        ++fitted;
        const auto back = subtract(*sum, b);
        REQUIRE_MESSAGE((back && *back == a), pair(a, b));
    }
    CHECK(fitted > rounds / 4);
}

TEST_CASE("adding and multiplying do not depend on the order") {
    std::mt19937 random{3};
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = any(random);
        const Decimal b = any(random);
        REQUIRE_MESSAGE(add(a, b) == add(b, a), pair(a, b));
        REQUIRE_MESSAGE(multiply(a, b) == multiply(b, a), pair(a, b));
    }
}

TEST_CASE("comparing agrees with the sign of the difference") {
    std::mt19937 random{4};
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = any(random);
        const Decimal b = any(random);
        if (const auto difference = subtract(a, b)) {
            REQUIRE_MESSAGE((a < b) == difference->is_negative(), pair(a, b));
            REQUIRE_MESSAGE((a == b) == (*difference == Decimal{0}), pair(a, b));
        }
    }
}

TEST_CASE("comparing is antisymmetric") {
    std::mt19937 random{5};
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = any(random);
        const Decimal b = any(random);
        REQUIRE_MESSAGE((a < b) == (b > a), pair(a, b));
    }
}

TEST_CASE("a quotient is the nearest decimal of its places, ties away from zero") {
    std::mt19937 random{6};
    int fitted = 0;
    for (int i = 0; i < rounds; ++i) {
        // Small numbers now and then, so that ties occur.
        const bool small = i % 2 == 0;
        const Decimal a = small ? whole(random, 200) : typed(random);
        const Decimal b = small ? whole(random, 16) : typed(random);
        const int places = std::uniform_int_distribution{0, 9}(random);
        const auto result = divide(a, b, places);
        if (!result) {
            continue;
        }
        ++fitted;
        REQUIRE_MESSAGE(is_rounded(a, b, *result, places), pair(a, b)
                                                               << " gave " << to_string(*result));
    }
    CHECK(fitted > rounds / 4);
}

TEST_CASE("rounding agrees with dividing by one") {
    std::mt19937 random{7};
    for (int i = 0; i < rounds; ++i) {
        const Decimal value = typed(random);
        const int places = std::uniform_int_distribution{0, 9}(random);
        const auto divided = divide(value, 1, places);
        REQUIRE_MESSAGE((divided && *divided == round(value, places)), to_string(value));
    }
}

TEST_CASE("grouping changes nothing but the commas") {
    std::mt19937 random{8};
    for (int i = 0; i < rounds; ++i) {
        const Decimal value = any(random);
        std::string text = grouped(value);
        std::erase(text, ',');
        REQUIRE(text == to_string(value));
    }
}

TEST_SUITE_END();
