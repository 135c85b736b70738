#include "evaluate/plan/goals.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

const Window october{date("2026-10-01"), date("2026-10-30")};

/// The value expected in October, by calendar days.
std::string expected_on(std::string_view as_of, const std::vector<Checkpoint>& checkpoints,
                        Curve curve = Curve::linear, Window window = october) {
    const Calendar calendar;
    const Timeline line{window.first, window.last, window.last, {}, 0};
    const DayCounter days(calendar, DayCount::calendar, line);
    const auto value =
        expectation(curve_points(0, 300, window, checkpoints), curve, days, date(as_of)).value;
    return to_string(rounded(value, 2).value());
}

}  // namespace

TEST_SUITE_BEGIN("curve");

TEST_CASE("without checkpoints the way is even, and a day counts at its end") {
    CHECK(expected_on("2026-09-30", {}) == "0");
    CHECK(expected_on("2026-10-01", {}) == "10");
    CHECK(expected_on("2026-10-15", {}) == "150");
    CHECK(expected_on("2026-10-30", {}) == "300");
    CHECK(expected_on("2026-12-31", {}) == "300");
}

TEST_CASE("between checkpoints the way is even") {
    const std::vector<Checkpoint> checkpoints{{date("2026-10-10"), 200}, {date("2026-10-20"), 250}};
    CHECK(expected_on("2026-10-05", checkpoints) == "100");
    CHECK(expected_on("2026-10-10", checkpoints) == "200");
    CHECK(expected_on("2026-10-12", checkpoints) == "210");
    CHECK(expected_on("2026-10-25", checkpoints) == "275");
}

TEST_CASE("steps hold the value of the checkpoint passed last") {
    const std::vector<Checkpoint> checkpoints{{date("2026-10-10"), 200}};
    CHECK(expected_on("2026-10-09", checkpoints, Curve::steps) == "0");
    CHECK(expected_on("2026-10-10", checkpoints, Curve::steps) == "200");
    CHECK(expected_on("2026-10-29", checkpoints, Curve::steps) == "200");
    CHECK(expected_on("2026-10-30", checkpoints, Curve::steps) == "300");
}

TEST_CASE("checkpoints outside the window don't count, and the last day has the target") {
    const std::vector<Checkpoint> checkpoints{
        {date("2026-09-15"), 50}, {date("2026-10-30"), 100}, {date("2026-11-15"), 250}};
    CHECK(expected_on("2026-10-15", checkpoints) == "150");
    CHECK(expected_on("2026-10-30", checkpoints) == "300");
}

TEST_CASE("a window of one day expects the target at its end") {
    const Window day{date("2026-10-05"), date("2026-10-05")};
    CHECK(expected_on("2026-10-04", {}, Curve::linear, day) == "0");
    CHECK(expected_on("2026-10-05", {}, Curve::linear, day) == "300");
}

TEST_SUITE_END();
