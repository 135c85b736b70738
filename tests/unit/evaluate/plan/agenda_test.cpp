#include "evaluate/plan/agenda.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

const std::vector<Date> due{date("2026-10-08"), date("2026-10-15"), date("2026-10-22")};

/// "2 3"
std::string open_on(std::string_view day, const std::vector<bool>& covered) {
    std::string numbers;
    for (const Occurrence& each : still_open(due, covered, date(day))) {
        numbers += (numbers.empty() ? "" : " ") + std::to_string(each.number);
    }
    return numbers;
}

NextStep review_on(std::string_view on, int number, int late_days = 0) {
    NextStep step{date(on), StepKind::review};
    step.number = number;
    step.late_days = late_days;
    return step;
}

}  // namespace

TEST_SUITE_BEGIN("next steps");

TEST_CASE("what is covered is not open, even ahead of its day") {
    CHECK(open_on("2026-10-14", {true, true, false}) == "3");
}

TEST_CASE("of what was missed the latest is open, and those before it no more") {
    CHECK(open_on("2026-10-14", {false, false, false}) == "1 2 3");
    CHECK(open_on("2026-10-16", {false, false, false}) == "2 3");
}

TEST_CASE("a later one that was held makes up for one that was missed") {
    CHECK(open_on("2026-10-16", {false, true, false}) == "3");
}

TEST_CASE("on its own day it is open and the one before makes no way for it") {
    CHECK(open_on("2026-10-15", {false, false, true}) == "1 2");
}

TEST_CASE("of a row of dates the overdue and the next one come next") {
    const auto next = next_steps(
        {review_on("2026-10-08", 1, 6), review_on("2026-10-15", 2), review_on("2026-10-22", 3)});
    REQUIRE(next.size() == 2);
    CHECK(next[0].number == 1);
    CHECK(next[1].number == 2);
}

TEST_CASE("what is said of a step names who does it, and that it is late") {
    NextStep step{date("2026-10-09"), StepKind::follow_up};
    step.id = "89s389kg";
    step.what = "Send the template";
    step.owner = "Mia Chen";
    step.late_days = 5;
    CHECK(describe(step) == "Mia Chen: Send the template (follow-up 89s389kg), late");
}

TEST_SUITE_END();
