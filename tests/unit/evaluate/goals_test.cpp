#include <perfplan/evaluate/goals.hpp>

#include "../samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::samples;

namespace {

Plan with_goals(std::string_view goals, std::string_view more = "") {
    return plan("rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\n" + std::string(more) +
                "goals:\n" + std::string(goals));
}

std::string shown(const std::optional<Decimal>& value) {
    return value ? to_string(*value) : "nothing";
}

GoalStatus only_goal(const Plan& terms, const Journal& records, std::string_view as_of) {
    return goal_statuses(terms, records, terms.ends, date(as_of)).front();
}

constexpr std::string_view pipeline =
    "  pipeline: {title: Pipeline, baseline: 240000, target: 750000}\n";

}  // namespace

TEST_SUITE_BEGIN("goals");

TEST_CASE("progress is the way from the baseline as part of the whole way") {
    CHECK(shown(progress(240000, 750000, 280000)) == "0.078431373");  // 40000 / 510000
    CHECK(shown(progress(0, 3, 1)) == "0.333333333");
    CHECK(shown(progress(0, 3, 2)) == "0.666666667");
    CHECK(shown(progress(0, 100, 130)) == "1.3");
}

TEST_CASE("a goal that goes down makes progress downwards") {
    CHECK(shown(progress(96, 75, 96)) == "0");
    CHECK(shown(progress(96, 75, 75)) == "1");
    CHECK(shown(progress(96, 75, number("85.5"))) == "0.5");
}

TEST_CASE("being worse than the baseline is negative progress") {
    CHECK(shown(progress(96, 75, 117)) == "-1");
    CHECK(shown(progress(240000, 750000, 189000)) == "-0.1");
}

TEST_CASE("progress is unchanged when all figures are in another unit") {
    CHECK(progress(240000, 750000, 280000) == progress(240, 750, 280));
    CHECK(progress(number("0.24"), number("0.75"), number("0.28")) == progress(240, 750, 280));
}

TEST_CASE("the latest reading up to the date counts") {
    const Plan terms = with_goals(pipeline);
    const Journal records = journal(
        {reading("2026-10-14", "pipeline", "280000"), reading("2026-10-21", "pipeline", "310000")});
    CHECK(only_goal(terms, records, "2026-10-20").current == Decimal(280000));
    CHECK(only_goal(terms, records, "2026-10-21").current == Decimal(310000));
    CHECK(only_goal(terms, records, "2026-10-13").current == std::nullopt);
}

TEST_CASE("of two readings for one date the one recorded later is in force") {
    const Plan terms = with_goals(pipeline);
    const Journal records =
        journal({reading("2026-10-14", "pipeline", "298000", "2026-10-15T08:00:00Z"),
                 reading("2026-10-14", "pipeline", "310000", "2026-10-14T16:00:00Z")});
    const GoalStatus goal = only_goal(terms, records, "2026-10-31");
    CHECK(goal.current == Decimal(298000));
    CHECK(goal.readings.size() == 1);
}

TEST_CASE("a correction downwards un-meets a goal") {
    const Plan terms = with_goals(pipeline);
    Journal records = journal({reading("2026-10-14", "pipeline", "750000")});
    CHECK(shown(only_goal(terms, records, "2026-10-31").progress) == "1");
    records.push_back(reading("2026-10-14", "pipeline", "700000", "2026-10-16T08:00:00Z"));
    sort(records);
    CHECK(shown(only_goal(terms, records, "2026-10-31").progress) == "0.901960784");
}

TEST_CASE("readings add up where the goal says sum") {
    const Plan terms = with_goals("  calls: {title: Calls, target: 40, readings: sum}\n");
    const Journal records =
        journal({reading("2026-10-02", "calls", "12"), reading("2026-10-05", "calls", "8")});
    CHECK(only_goal(terms, records, "2026-10-31").current == Decimal(20));
    CHECK(shown(only_goal(terms, records, "2026-10-31").progress) == "0.5");
}

TEST_CASE("the mean of readings is exact to nine places") {
    const Plan terms = with_goals("  rate: {title: Win rate, at_least: 10, readings: mean}\n");
    const Journal records =
        journal({reading("2026-10-02", "rate", "10"), reading("2026-10-05", "rate", "10"),
                 reading("2026-10-06", "rate", "11")});
    CHECK(shown(only_goal(terms, records, "2026-10-31").current) == "10.333333333");
}

TEST_CASE("a guardrail holds up to and including its limit") {
    const Plan terms = with_goals("  discount: {title: Discount, at_most: 15}\n");
    CHECK(
        only_goal(terms, journal({reading("2026-10-02", "discount", "15")}), "2026-10-31").holds ==
        true);
    CHECK(only_goal(terms, journal({reading("2026-10-02", "discount", "15.01")}), "2026-10-31")
              .holds == false);
    CHECK(only_goal(terms, {}, "2026-10-31").holds == std::nullopt);
}

TEST_CASE("a deliverable is done from the day it was ticked off") {
    const Plan terms = with_goals("  forecast: {title: Forecast, deliver: 2026-10-30}\n");
    const Journal records =
        journal({record("kind: evidence\ndate: 2026-10-29\nby: Dana Reyes\ndone: [forecast]\n")});
    CHECK(shown(only_goal(terms, records, "2026-10-28").progress) == "0");
    CHECK(shown(only_goal(terms, records, "2026-10-29").progress) == "1");
    CHECK(only_goal(terms, records, "2026-10-31").done_on == date("2026-10-29"));
}

TEST_CASE("a goal without a date of its own is due at the plan's end") {
    CHECK(only_goal(with_goals(pipeline), {}, "2026-10-31").due == date("2026-12-31"));
}

TEST_CASE("the score weighs goals and leaves guardrails out") {
    const Plan terms = with_goals(
        "  a: {title: A, target: 100, weight: 60}\n"
        "  b: {title: B, target: 100, weight: 40}\n"
        "  c: {title: C, at_most: 5}\n");
    const Journal records =
        journal({reading("2026-10-02", "a", "50"), reading("2026-10-02", "b", "25")});
    const auto goals = goal_statuses(terms, records, terms.ends, date("2026-10-31"));
    CHECK(shown(score(goals, OverAttainment::capped)) == "0.4");  // (60 * 0.5 + 40 * 0.25) / 100
}

TEST_CASE("weights need not add up to a hundred") {
    const Plan terms = with_goals(
        "  a: {title: A, target: 100, weight: 2}\n  b: {title: B, target: 100, weight: 1}\n");
    const auto goals = goal_statuses(terms, journal({reading("2026-10-02", "a", "30")}), terms.ends,
                                     date("2026-10-31"));
    CHECK(shown(score(goals, OverAttainment::capped)) == "0.2");
}

TEST_CASE("a goal without a weight weighs as much as the mean of the others") {
    const Plan terms = with_goals(
        "  a: {title: A, target: 100, weight: 30}\n  b: {title: B, target: 100, weight: 10}\n  c: {title: C, target: 100}\n");
    const auto goals = goal_statuses(terms, journal({reading("2026-10-02", "c", "60")}), terms.ends,
                                     date("2026-10-31"));
    CHECK(shown(score(goals, OverAttainment::capped)) == "0.2");  // 20 * 0.6 / 60
}

TEST_CASE("progress over the target counts only where the policy says so") {
    const Plan terms = with_goals("  a: {title: A, target: 100}\n  b: {title: B, target: 100}\n");
    const auto goals = goal_statuses(
        terms, journal({reading("2026-10-02", "a", "150"), reading("2026-10-02", "b", "50")}),
        terms.ends, date("2026-10-31"));
    CHECK(shown(score(goals, OverAttainment::capped)) == "0.75");
    CHECK(shown(score(goals, OverAttainment::counted)) == "1");
}

TEST_CASE("there is no score as long as nothing is known") {
    const Plan terms = with_goals("  a: {title: A, target: 100}\n");
    CHECK(score(goal_statuses(terms, {}, terms.ends, date("2026-10-31")), OverAttainment::capped) ==
          std::nullopt);
}

TEST_CASE("success needs every goal and every guardrail") {
    const Plan terms = with_goals("  a: {title: A, target: 100}\n  c: {title: C, at_most: 5}\n",
                                  "success: all goals\n");
    const auto holds = [&](const Journal& records) {
        const auto goals = goal_statuses(terms, records, terms.ends, date("2026-12-31"));
        return success_holds(terms, goals, score(goals, OverAttainment::capped));
    };
    CHECK(holds(journal({reading("2026-10-02", "a", "100"), reading("2026-10-02", "c", "5")})));
    CHECK_FALSE(
        holds(journal({reading("2026-10-02", "a", "99.99"), reading("2026-10-02", "c", "5")})));
    CHECK_FALSE(
        holds(journal({reading("2026-10-02", "a", "100"), reading("2026-10-02", "c", "6")})));
    CHECK_FALSE(holds(journal({reading("2026-10-02", "a", "100")})));
}

TEST_CASE("success by score holds at exactly the score") {
    const Plan terms = with_goals("  a: {title: A, target: 100}\n", "success: {score: 90}\n");
    const auto holds = [&](std::string_view value) {
        const auto goals = goal_statuses(terms, journal({reading("2026-10-02", "a", value)}),
                                         terms.ends, date("2026-12-31"));
        return success_holds(terms, goals, score(goals, OverAttainment::capped));
    };
    CHECK(holds("90"));
    CHECK_FALSE(holds("89.9"));
}

TEST_SUITE_END();
