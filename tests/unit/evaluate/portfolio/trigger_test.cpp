#include "evaluate/portfolio/trigger.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;

namespace {

const Trigger each_of_two{50, 2, std::nullopt};
const Trigger over_three{70, std::nullopt, 3};

Fraction percent(int n) {
    return Fraction(n) / 100;
}

}  // namespace

TEST_SUITE_BEGIN("trigger");

TEST_CASE("a rule says how many periods it looks at") {
    CHECK(periods_asked_for(each_of_two) == 2);
    CHECK(periods_asked_for(over_three) == 3);
}

TEST_CASE("exactly the percentage is not below it") {
    CHECK_FALSE(is_below(percent(50), each_of_two));
    CHECK(is_below(percent(49), each_of_two));
}

TEST_CASE("in each of the last: every one must be below, whatever they come to together") {
    CHECK(fires(each_of_two, {percent(49), percent(40)}, percent(99)));
    CHECK_FALSE(fires(each_of_two, {percent(49), percent(50)}, percent(1)));
}

TEST_CASE("over the last: what they come to together must be below, whatever each is") {
    CHECK(fires(over_three, {percent(200), percent(1), percent(1)}, percent(69)));
    CHECK_FALSE(fires(over_three, {percent(1), percent(1), percent(1)}, percent(70)));
}

TEST_SUITE_END();
