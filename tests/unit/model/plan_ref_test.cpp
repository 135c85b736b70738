#include "model/plan_ref.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::model;

TEST_SUITE_BEGIN("plan_ref");

TEST_CASE("a plan is called rep/plan") {
    const PlanRef ref = parse_plan_ref("dana-reyes/2026-q4").value();
    CHECK(ref.rep.str() == "dana-reyes");
    CHECK(ref.plan.str() == "2026-q4");
    CHECK(to_string(ref) == "dana-reyes/2026-q4");
}

TEST_CASE("no other form names a plan") {
    CHECK(parse_plan_ref("dana-reyes").error().message == "'dana-reyes' does not name a plan");
    CHECK(parse_plan_ref("a/b/c").error().message == "'a/b/c' does not name a plan");
    CHECK_FALSE(parse_plan_ref("").has_value());
}

TEST_CASE("what is wrong with a plan's own name is pointed at behind the rep's") {
    const ParseError wrong = parse_plan_ref("dana/2026_q4").error();
    CHECK(wrong.offset == 9);
    CHECK(wrong.length == 1);
}

TEST_CASE("a name that could lead out of the tree can't be said") {
    for (const char* text :
         {"../x", "x/..", "/etc", "dana/con", "dana/.git", "Dana/2026", "dana/2026 q4"}) {
        CHECK_FALSE(parse_plan_ref(text).has_value());
    }
}

TEST_SUITE_END();
