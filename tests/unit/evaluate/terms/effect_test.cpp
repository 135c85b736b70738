#include "evaluate/terms/effect.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

constexpr std::string_view agreed = R"(rep: Dana Reyes
role: Executive
manager: Mia Chen
starts: 2026-10-01
ends: 2026-12-31
reviews: weekly
shortfall: {quota: 250000, attained: 162000}
goals:
  pipeline: {title: Pipeline, unit: USD, baseline: 240000, target: 750000, due: 2026-12-18, weight: 60, checkpoints: {2026-10-31: 400000}}
  cycle: {title: Cycle, baseline: 96, target: 75}
  discount: {title: Discount, at_most: 15}
  habit: {title: Habit, deliver: 2026-10-30}
skills:
  discovery: {current: 2, required: 4, by: 2026-11-30}
activities:
  workshop: {title: Workshop, owner: Enablement, due: 2026-10-20}
  reading: {title: Reading, due: 2026-10-20}
success: all goals
consequences: Those of the handbook
)";

/// The effects of what differs, "easier" where all of it is that.
std::string effect(std::string_view part, std::string_view by, std::string_view from = agreed) {
    std::string text(from);
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    text.replace(at, part.size(), by);
    std::string effects;
    for (const Change& change : changes_between(plan(from), plan(text))) {
        effects += (effects.empty() ? "" : ", ") + std::string(to_string(*change.effect));
    }
    return effects;
}

}  // namespace

TEST_SUITE_BEGIN("effect");

TEST_CASE("a target nearer to the baseline is easier, whichever way the goal goes") {
    CHECK(effect("target: 750000", "target: 700000") == "easier");
    CHECK(effect("target: 750000", "target: 800000") == "harder");
    CHECK(effect("target: 75}", "target: 80}") == "easier");
    CHECK(effect("target: 75}", "target: 70}") == "harder");
}

TEST_CASE("a goal that turns its direction is harder") {
    CHECK(effect("target: 75}", "target: 120}") == "harder");
}

TEST_CASE("a baseline farther from the target is easier: the same figure is more progress") {
    CHECK(effect("baseline: 240000", "baseline: 200000") == "easier");
    CHECK(effect("baseline: 240000", "baseline: 260000") == "harder");
    CHECK(effect("baseline: 96", "baseline: 100") == "easier");
    CHECK(effect("baseline: 96", "baseline: 90") == "harder");
}

TEST_CASE("checkpoints are figures on the way; one that comes or goes is harder") {
    CHECK(effect("31: 400000", "31: 300000") == "easier");
    CHECK(effect("31: 400000", "31: 500000") == "harder");
    CHECK(effect("31: 400000}", "31: 400000, 2026-11-30: 500000}") == "harder");
    CHECK(effect(", checkpoints: {2026-10-31: 400000}", "") == "harder");
}

TEST_CASE("later dates are easier") {
    CHECK(effect("due: 2026-12-18", "due: 2026-12-24") == "easier");
    CHECK(effect("due: 2026-12-18", "due: 2026-12-11") == "harder");
    CHECK(effect("deliver: 2026-10-30", "deliver: 2026-11-06") == "easier");
    CHECK(effect("deliver: 2026-10-30", "deliver: 2026-10-23") == "harder");
    CHECK(effect("ends: 2026-12-31", "ends: 2027-01-31") == "easier");
    CHECK(effect("ends: 2026-12-31", "ends: 2026-12-20") == "harder");
    CHECK(effect("by: 2026-11-30", "by: 2026-12-15") == "easier");
    CHECK(effect("by: 2026-11-30", "by: 2026-11-15") == "harder");
}

TEST_CASE("a due date that says what holds without it changes nothing") {
    CHECK(effect("target: 75}", "target: 75, due: 2026-12-31}") == "neutral");
    CHECK(effect("target: 75}", "target: 75, due: 2026-12-30}") == "harder");
    CHECK(effect(", due: 2026-12-18", "") == "easier");
}

TEST_CASE("a guardrail is easier the wider it is") {
    CHECK(effect("at_most: 15", "at_most: 18") == "easier");
    CHECK(effect("at_most: 15", "at_most: 12") == "harder");
    CHECK(effect("at_most: 15", "at_most: 15, at_least: 5") == "harder");
    CHECK(effect("at_most: 15", "at_least: 15") == "easier, harder");
}

TEST_CASE("a goal of another kind is harder") {
    CHECK(effect("deliver: 2026-10-30", "target: 5") == "harder, harder");
}

TEST_CASE("one goal more is harder, one less is easier") {
    CHECK(effect("skills:", "  calls: {title: Calls, target: 50}\nskills:") == "harder");
    CHECK(effect("  habit: {title: Habit, deliver: 2026-10-30}\n", "") == "easier");
}

TEST_CASE("a success that asks for less is easier") {
    CHECK(effect("success: all goals", "success: {score: 90}") == "easier");
    CHECK(effect("success: all goals", "success: {score: 110}") == "harder");
    CHECK(effect("success: all goals\n", "") == "neutral");
    std::string by_score(agreed);
    by_score.replace(by_score.find("all goals"), 9, "{score: 90}");
    CHECK(effect("{score: 90}", "{score: 80}", by_score) == "easier");
    CHECK(effect("{score: 90}", "{score: 95}", by_score) == "harder");
    CHECK(effect("{score: 90}", "all goals", by_score) == "harder");
}

TEST_CASE(
    "a changed weight is harder, since verdicts follow the score, unless one goal has it all") {
    CHECK(effect("weight: 60", "weight: 50") == "harder");
    constexpr std::string_view alone = R"(rep: Dana Reyes
starts: 2026-10-01
ends: 2026-12-31
goals:
  pipeline: {title: Pipeline, baseline: 240, target: 750, weight: 60}
  discount: {title: Discount, at_most: 15}
)";
    CHECK(effect("weight: 60", "weight: 50", alone) == "neutral");
}

TEST_CASE("where success is a matter of the score, weights and goals that go may make it harder") {
    std::string by_score(agreed);
    by_score.replace(by_score.find("all goals"), 9, "{score: 90}");
    CHECK(effect("weight: 60", "weight: 50", by_score) == "harder");
    CHECK(effect("  habit: {title: Habit, deliver: 2026-10-30}\n", "", by_score) == "harder");
    CHECK(effect("  discount: {title: Discount, at_most: 15}\n", "", by_score) == "easier");
}

TEST_CASE("a skill is easier the less is required") {
    CHECK(effect("required: 4", "required: 3") == "easier");
    CHECK(effect("required: 4", "required: 5") == "harder");
    CHECK(effect(", by: 2026-11-30", "") == "easier");
    CHECK(effect("  discovery: {current: 2, required: 4, by: 2026-11-30}\n", "") == "easier");
    CHECK(effect("activities:", "  closing: {current: 2, required: 3}\nactivities:") == "harder");
}

TEST_CASE("help by the company that goes or comes later is harder") {
    CHECK(effect("  workshop: {title: Workshop, owner: Enablement, due: 2026-10-20}\n", "") ==
          "harder");
    CHECK(effect("owner: Enablement, due: 2026-10-20", "owner: Enablement, due: 2026-10-27") ==
          "harder");
    CHECK(effect("owner: Enablement, due: 2026-10-20", "owner: Enablement, due: 2026-10-13") ==
          "easier");
    CHECK(effect("owner: Enablement, due: 2026-10-20", "owner: Enablement") == "harder");
    CHECK(effect("success:", "  talk: {title: Talk, owner: Mia Chen}\nsuccess:") == "easier");
}

TEST_CASE("work of the rep that goes or comes later is easier") {
    CHECK(effect("  reading: {title: Reading, due: 2026-10-20}\n", "") == "easier");
    CHECK(effect("Reading, due: 2026-10-20", "Reading, due: 2026-10-27") == "easier");
    CHECK(effect("Reading, due: 2026-10-20", "Reading, due: 2026-10-13") == "harder");
    CHECK(effect("success:", "  essay: {title: Essay}\nsuccess:") == "harder");
}

TEST_CASE("work that another one takes over is easier, and the other way round harder") {
    CHECK(effect("title: Reading", "title: Reading, owner: Mia Chen") == "easier");
    CHECK(effect("owner: Enablement", "owner: Dana Reyes") == "harder");
    CHECK(effect("owner: Enablement", "owner: Mia Chen") == "neutral");
    CHECK(effect("title: Reading", "title: Reading, owner: Dana Reyes") == "neutral");
}

TEST_CASE("who leads and why it matters is neutral") {
    CHECK(effect("manager: Mia Chen", "manager: Omar Diaz") == "neutral");
    CHECK(effect("title: Pipeline", "title: Pipeline, relevant: Coverage") == "neutral");
}

TEST_CASE("everything else is harder, for it is what the rep signed") {
    CHECK(effect("title: Pipeline", "title: All pipeline") == "harder");
    CHECK(effect("unit: USD", "unit: EUR") == "harder");
    CHECK(effect("role: Executive", "role: Manager") == "harder");
    CHECK(effect("starts: 2026-10-01", "starts: 2026-10-08") == "harder");
    CHECK(effect("reviews: weekly", "reviews: monthly") == "harder");
    CHECK(effect("attained: 162000", "attained: 150000") == "harder");
    CHECK(effect("current: 2", "current: 3") == "harder");
    CHECK(effect("handbook", "contract") == "harder");
}

TEST_SUITE_END();
