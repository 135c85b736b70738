#include "model/difference.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::model;
using namespace perfplan::samples;

namespace {

constexpr std::string_view agreed = R"(rep: Dana Reyes
starts: 2026-10-01
ends: 2026-12-31
goals:
  pipeline:
    title: Pipeline
    baseline: 240000
    target: 750000
    checkpoints: {2026-10-31: 400000, 2026-11-30: 600000}
  discount: {title: Discount, at_most: 15, unit: "%"}
success: all goals
)";

std::string replaced(std::string_view part, std::string_view by) {
    std::string text(agreed);
    text.replace(text.find(part), part.size(), by);
    return text;
}

/// "field: before -> after", a line each; nothing is written "-".
std::string between(std::string_view before, std::string_view after) {
    std::string lines;
    for (const Change& change : differences(plan(before), plan(after))) {
        lines += change.field + ": " + change.from.value_or("-") + " -> " +
                 change.to.value_or("-") + "\n";
    }
    return lines;
}

}  // namespace

TEST_SUITE_BEGIN("difference");

TEST_CASE("the same terms differ in nothing") {
    CHECK(between(agreed, agreed).empty());
}

TEST_CASE("comments, layout, the order of keys and how a figure is written are no difference") {
    constexpr std::string_view same = R"(# as agreed
success: 'all goals'
goals:
  discount:
    at_most: 15.0   # percent
    unit: "%"
    title: Discount
  pipeline: {title: Pipeline, target: 750000, baseline: 240000,
             checkpoints: {2026-11-30: 600000, 2026-10-31: 400000}}
ends: 2026-12-31
starts: 2026-10-01
rep: "Dana Reyes"
)";
    CHECK(between(agreed, same).empty());
}

TEST_CASE("a field is called by its path and shown with both values") {
    CHECK(between(agreed, replaced("target: 750000", "target: 800000")) ==
          "goals.pipeline.target: 750000 -> 800000\n");
    CHECK(between(agreed, replaced("2026-12-31", "2027-01-31")) ==
          "ends: 2026-12-31 -> 2027-01-31\n");
}

TEST_CASE("a field that came or went has one value") {
    CHECK(between(agreed, replaced("    baseline: 240000\n", "")) ==
          "goals.pipeline.baseline: 240000 -> -\n");
    CHECK(between(agreed, std::string(agreed) + "team: west\n") == "team: - -> west\n");
}

TEST_CASE("a goal that came or went is one difference") {
    const std::string with_calls =
        replaced("success:", "  calls: {title: 'Calls, a week', target: 50}\nsuccess:");
    CHECK(between(agreed, with_calls) ==
          "goals.calls: - -> {title: 'Calls, a week', target: 50}\n");
    CHECK(between(with_calls, agreed).starts_with("goals.calls: {title: 'Calls, a week'"));
}

TEST_CASE("the first skill of a plan is one difference, not a mapping of skills") {
    CHECK(
        between(agreed, std::string(agreed) + "skills: {discovery: {current: 2, required: 4}}\n") ==
        "skills.discovery: - -> {current: 2, required: 4}\n");
}

TEST_CASE("a checkpoint is called by its date") {
    CHECK(between(agreed, replaced("2026-11-30: 600000", "2026-11-30: 550000")) ==
          "goals.pipeline.checkpoints.2026-11-30: 600000 -> 550000\n");
}

TEST_CASE("texts of several lines are given whole") {
    CHECK(between(agreed, std::string(agreed) + "consequences: |\n  One\n  Two\n") ==
          "consequences: - -> One\nTwo\n\n");
}

TEST_CASE("a value is found by its path") {
    const Plan terms = plan(agreed);
    CHECK(value_at(terms, "goals.pipeline.target") == "750000");
    CHECK(value_at(terms, "goals.pipeline.checkpoints.2026-10-31") == "400000");
    CHECK(value_at(terms, "rep") == "Dana Reyes");
    CHECK_FALSE(value_at(terms, "goals.calls.target"));
    CHECK_FALSE(value_at(terms, "team"));
}

TEST_SUITE_END();
