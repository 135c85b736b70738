#include "model/plan.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::model;
using namespace perfplan::samples;

namespace {

constexpr std::string_view head = "rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\n";

/// The first error about a plan with these lines after its head, as line:column: message [hint].
std::string error_of(std::string_view lines) {
    const yaml::Document file = document(std::string(head) + std::string(lines));
    const auto read = read_plan(file);
    if (read) {
        return "no error";
    }
    const Diagnostic& first = read.error().front();
    return std::to_string(first.at->line) + ":" + std::to_string(first.at->column) + ": " +
           first.message + (first.hint.empty() ? "" : " [" + first.hint + "]");
}

Shortfall shortfall(std::string_view fields) {
    return *plan(std::string(head) + "shortfall: " + std::string(fields) + "\n").shortfall;
}

}  // namespace

TEST_SUITE_BEGIN("plan");

TEST_CASE("a plan needs a rep, a start and an end") {
    const auto read = read_plan(document("role: AE\n"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().size() == 3);
    CHECK(read.error()[0].message == "the plan lacks 'rep'");
}

TEST_CASE("a number that is none is pointed at") {
    CHECK(error_of("goals:\n  p:\n    title: P\n    target: 75ok\n").starts_with("7:15: target: "));
}

TEST_CASE("a quoted number is refused with the plain form") {
    CHECK(error_of("goals:\n  p:\n    title: P\n    target: \"75\"\n") ==
          "7:13: target must be a number, not quoted text [write 75 without quotes]");
}

TEST_CASE("a goal must say what is to be reached") {
    CHECK(
        error_of("goals:\n  p:\n    title: P\n") ==
        "5:3: goal 'p' does not say what is to be reached [add 'target', 'at_most', 'at_least' or 'deliver']");
}

TEST_CASE("a goal of two kinds is refused") {
    CHECK(error_of("goals:\n  p: {title: P, target: 5, deliver: 2026-10-30}\n")
              .starts_with("5:3: goal 'p' is of more than one kind"));
}

TEST_CASE("a target on the baseline is refused") {
    CHECK(error_of("goals:\n  p: {title: P, baseline: 5, target: 5}\n")
              .find("target and baseline are both 5") != std::string::npos);
}

TEST_CASE("a plan that ends before it starts is refused") {
    const auto read =
        read_plan(document("rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-09-30\n"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().front().message ==
          "the plan ends on 2026-09-30, before it starts on 2026-10-01");
}

TEST_CASE("an unknown key is a warning with the nearest known one") {
    const auto read = value_of(read_plan(document(std::string(head) + "manger: Mia Chen\n")));
    REQUIRE(read.warnings.size() == 1);
    CHECK(read.warnings.front().severity == Severity::warning);
    CHECK(read.warnings.front().message == "unknown key 'manger' in the plan is not used");
    CHECK(read.warnings.front().hint == "did you mean 'manager'?");
}

TEST_CASE("a level outside the scale is refused") {
    CHECK(error_of("skills:\n  discovery: {current: 0, required: 4}\n")
              .find("current is 0, levels are 1 to 5") != std::string::npos);
}

TEST_CASE("checkpoints come in the order of their dates") {
    const Plan terms =
        plan(std::string(head) +
             "goals:\n  p: {title: P, target: 9, checkpoints: {2026-11-30: 6, 2026-10-31: 4}}\n");
    const std::vector<Checkpoint>& checkpoints = terms.goals.front().second.checkpoints;
    CHECK(checkpoints.front().on == date("2026-10-31"));
    CHECK(checkpoints.back().value == Decimal(6));
}

TEST_CASE("goals keep the order of the file") {
    CHECK(ids(plan(std::string(head) +
                   "goals:\n  b: {title: B, target: 1}\n  a: {title: A, target: 1}\n")
                  .goals) == std::vector<std::string>{"b", "a"});
}

TEST_CASE("attainment is what was attained of the quota that applied") {
    CHECK(attainment(shortfall("{quota: 250000, attained: 162000}")) == number("0.648"));
    CHECK(attainment(shortfall("{quota: 250000, attained: 162000, ramp: 50}")) == number("1.296"));
}

TEST_CASE("a ramp by month counts by its mean") {
    CHECK(attainment(shortfall("{quota: 300000, attained: 150000, ramp: [25, 50, 75]}")) ==
          Decimal(1));
}

TEST_CASE("there is no attainment without a quota that applies") {
    CHECK(attainment(shortfall("{attained: 162000}")) == std::nullopt);
    CHECK(attainment(shortfall("{quota: 0, attained: 162000}")) == std::nullopt);
    CHECK(attainment(shortfall("{quota: 250000, attained: 1, ramp: 0}")) == std::nullopt);
}

TEST_CASE("success is all goals or a score") {
    CHECK_FALSE(plan(std::string(head) + "success: all goals\n").success->score.has_value());
    CHECK(plan(std::string(head) + "success: {score: 90}\n").success->score == Decimal(90));
    CHECK(error_of("success: most goals\n") ==
          "4:10: success can't be understood [write 'all goals' or {score: 90}]");
}

TEST_CASE("schedules are read in words or as dates") {
    for (const char* words : {"weekly", "every 2 weeks", "monthly", "every 3 months"}) {
        CHECK(to_string(parse_schedule(words).value()) == words);
    }
    CHECK(to_string(parse_schedule("2 weeks").value()) == "every 2 weeks");
    CHECK(interval(parse_schedule("weekly").value()) == "week");
    CHECK(interval(parse_schedule("every 3 months").value()) == "3 months");
    CHECK_FALSE(parse_schedule("fortnightly").has_value());
    CHECK_FALSE(parse_schedule("every 0 weeks").has_value());
    CHECK(to_string(*plan(std::string(head) + "reviews: [2026-12-01, 2026-11-01]\n").reviews) ==
          "2026-11-01, 2026-12-01");
}

TEST_SUITE_END();
