#include "evaluate/plan/score.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <random>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

Plan with_goals(std::string_view goals, std::string_view more = "") {
    return plan("rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\n" + std::string(more) +
                "goals:\n" + std::string(goals));
}

std::string shown(const std::optional<Fraction>& value, int places = 9) {
    return value ? to_string(rounded(*value, places).value()) : "nothing";
}

std::vector<GoalStatus> all_goals(const Plan& terms, const Journal& records, std::string_view as_of,
                                  const Settings& rules = settings()) {
    const Timeline line = timeline(rules, terms, records, date(as_of));
    return goal_statuses(rules, terms, line, records, date(as_of));
}

GoalStatus only_goal(const Plan& terms, const Journal& records, std::string_view as_of,
                     const Settings& rules = settings()) {
    return all_goals(terms, records, as_of, rules).front();
}

std::string verdict(const Plan& terms, const Journal& records, std::string_view as_of,
                    const Settings& rules = settings()) {
    return std::string(to_string(only_goal(terms, records, as_of, rules).verdict));
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
    CHECK(only_goal(terms, records, "2026-10-20").current == Fraction(280000));
    CHECK(only_goal(terms, records, "2026-10-21").current == Fraction(310000));
    CHECK(only_goal(terms, records, "2026-10-13").current == std::nullopt);
}

TEST_CASE("of two readings for one date the one recorded later is in force") {
    const Plan terms = with_goals(pipeline);
    const Journal records =
        journal({reading("2026-10-14", "pipeline", "298000", "2026-10-15T08:00:00Z"),
                 reading("2026-10-14", "pipeline", "310000", "2026-10-14T16:00:00Z")});
    const GoalStatus goal = only_goal(terms, records, "2026-10-31");
    CHECK(goal.current == Fraction(298000));
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
    CHECK(only_goal(terms, records, "2026-10-31").current == Fraction(20));
    CHECK(shown(only_goal(terms, records, "2026-10-31").progress) == "0.5");
}

TEST_CASE("the mean of readings is exact") {
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
    CHECK(only_goal(with_goals(pipeline), {}, "2026-10-31").due() == date("2026-12-31"));
}

TEST_CASE("the score weighs goals and leaves guardrails out") {
    const Plan terms = with_goals(
        "  a: {title: A, target: 100, weight: 60}\n"
        "  b: {title: B, target: 100, weight: 40}\n"
        "  c: {title: C, at_most: 5}\n");
    const Journal records =
        journal({reading("2026-10-02", "a", "50"), reading("2026-10-02", "b", "25")});
    const auto goals = all_goals(terms, records, "2026-10-31");
    CHECK(shown(score(goals, OverAttainment::capped)) == "0.4");  // (60 * 0.5 + 40 * 0.25) / 100
}

TEST_CASE("weights need not add up to a hundred") {
    const Plan terms = with_goals(
        "  a: {title: A, target: 100, weight: 2}\n  b: {title: B, target: 100, weight: 1}\n");
    const auto goals = all_goals(terms, journal({reading("2026-10-02", "a", "30")}), "2026-10-31");
    CHECK(shown(score(goals, OverAttainment::capped)) == "0.2");
}

TEST_CASE("a goal without a weight weighs as much as the mean of the others") {
    const Plan terms = with_goals(
        "  a: {title: A, target: 100, weight: 30}\n  b: {title: B, target: 100, weight: 10}\n  c: {title: C, target: 100}\n");
    const auto goals = all_goals(terms, journal({reading("2026-10-02", "c", "60")}), "2026-10-31");
    CHECK(shown(score(goals, OverAttainment::capped)) == "0.2");  // 20 * 0.6 / 60
}

TEST_CASE("progress over the target counts only where the policy says so") {
    const Plan terms = with_goals("  a: {title: A, target: 100}\n  b: {title: B, target: 100}\n");
    const auto goals = all_goals(
        terms, journal({reading("2026-10-02", "a", "150"), reading("2026-10-02", "b", "50")}),
        "2026-10-31");
    CHECK(shown(score(goals, OverAttainment::capped)) == "0.75");
    CHECK(shown(score(goals, OverAttainment::counted)) == "1");
}

TEST_CASE("there is no score as long as nothing is known") {
    const Plan terms = with_goals("  a: {title: A, target: 100}\n");
    CHECK(score(all_goals(terms, {}, "2026-10-31"), OverAttainment::capped) == std::nullopt);
}

TEST_CASE("success needs every goal and every guardrail") {
    const Plan terms = with_goals("  a: {title: A, target: 100}\n  c: {title: C, at_most: 5}\n",
                                  "success: all goals\n");
    const auto holds = [&](const Journal& records) {
        const auto goals = all_goals(terms, records, "2026-12-31");
        return success_holds(terms, goals, score(goals, OverAttainment::capped), terms.ends,
                             date("2026-12-31"));
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
        const auto goals =
            all_goals(terms, journal({reading("2026-10-02", "a", value)}), "2026-12-31");
        return success_holds(terms, goals, score(goals, OverAttainment::capped), terms.ends,
                             date("2026-12-31"));
    };
    CHECK(holds("90"));
    CHECK_FALSE(holds("89.9"));
}

namespace {

const Settings acme = settings("format: 1\ncalendar: {holidays: [2026-11-26, 2026-12-25]}\n");
const Plan worked_example = plan(
    "rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\nreviews: weekly\ngoals:\n"
    "  pipeline: {title: Pipeline, baseline: 240000, target: 750000, due: 2026-12-18,\n"
    "    checkpoints: {2026-10-31: 400000, 2026-11-30: 600000}}\n");

}  // namespace

TEST_CASE("the worked example: off track at 55% of what is expected") {
    const GoalStatus goal = only_goal(
        worked_example, journal({reading("2026-10-14", "pipeline", "280000")}), "2026-10-14", acme);
    CHECK(shown(goal.progress, 4) == "0.0784");
    CHECK(goal.days.elapsed == 10);
    CHECK(goal.days.total == 56);
    CHECK(goal.days.remaining == 46);
    CHECK(goal.expected_value->total == 22);
    CHECK(shown(goal.expected_value->value, 2) == "312727.27");
    CHECK(shown(goal.expected, 4) == "0.1426");
    CHECK(goal.ratio == Fraction(11) / 20);
    CHECK(shown(goal.pace, 2) == "4000");
    CHECK(shown(goal.needed, 2) == "10217.39");
    CHECK(shown(goal.projected, 2) == "464000");
    CHECK(goal.verdict == Verdict::off_track);
}

TEST_CASE("a checkpoint that was passed and not reached is remembered") {
    const Journal records = journal({reading("2026-11-02", "pipeline", "380000")});
    CHECK(only_goal(worked_example, records, "2026-10-30", acme).behind_checkpoint == std::nullopt);
    CHECK(only_goal(worked_example, records, "2026-11-02", acme).behind_checkpoint->value ==
          Decimal(400000));
}

TEST_CASE("the thresholds belong to the better verdict") {
    // 20 calendar days, half of them gone: 50 expected
    const Settings days = settings("format: 1\npolicy: {pace: calendar}\n");
    const Plan terms = plan(
        "rep: A\nstarts: 2026-10-01\nends: 2026-10-20\ngoals:\n  a: {title: A, target: 100}\n");
    const auto verdict_at = [&](std::string_view value) {
        return verdict(terms, journal({reading("2026-10-10", "a", value)}), "2026-10-10", days);
    };
    CHECK(verdict_at("47.5") == "on-track");
    CHECK(verdict_at("47.499999999") == "at-risk");
    CHECK(verdict_at("40") == "at-risk");
    CHECK(verdict_at("39.999999999") == "off-track");
}

TEST_CASE("within the grace there is no verdict on the pace") {
    const Settings days = settings("format: 1\npolicy: {pace: calendar}\n");
    const Plan terms = plan(
        "rep: A\nstarts: 2026-10-01\nends: 2026-10-20\ngoals:\n  a: {title: A, target: 100}\n");
    CHECK(verdict(terms, {}, "2026-10-02", days) == "early");
    CHECK(verdict(terms, {}, "2026-10-03", days) == "no-data");
}

TEST_CASE("a reading older than two review intervals is stale") {
    const Plan terms = plan(
        "rep: A\nstarts: 2026-10-01\nends: 2026-12-31\nreviews: weekly\n"
        "goals:\n  a: {title: A, target: 100}\n");
    const Journal records = journal({reading("2026-10-12", "a", "90")});
    CHECK(verdict(terms, records, "2026-10-26") == "on-track");
    CHECK(verdict(terms, records, "2026-10-27") == "stale");
}

TEST_CASE("paused days do not make a reading older") {
    const Plan terms = plan(
        "rep: A\nstarts: 2026-10-01\nends: 2026-12-31\nreviews: weekly\n"
        "goals:\n  a: {title: A, target: 100}\n");
    const Journal records =
        journal({reading("2026-10-12", "a", "90"),
                 review("2026-10-12", "decision: pause\nfrom: 2026-10-13\nuntil: 2026-10-19\n")});
    CHECK(verdict(terms, records, "2026-11-02") == "on-track");
    CHECK(verdict(terms, records, "2026-11-03") == "stale");
}

TEST_CASE("a goal is missed the day after it was due, and met whenever it is reached") {
    const Plan terms = plan(
        "rep: A\nstarts: 2026-10-01\nends: 2026-12-31\n"
        "goals:\n  a: {title: A, target: 100, due: 2026-11-30}\n");
    const Journal records = journal({reading("2026-11-30", "a", "99")});
    CHECK(verdict(terms, records, "2026-11-30") == "on-track");
    CHECK(verdict(terms, records, "2026-12-01") == "missed");
    CHECK(verdict(terms, journal({reading("2026-10-05", "a", "100")}), "2026-12-01") == "met");
}

TEST_CASE("a figure that falls to its target meets it, and one that rises is off track") {
    const Plan terms = plan(
        "rep: A\nstarts: 2026-10-01\nends: 2026-12-31\n"
        "goals:\n  cycle: {title: Cycle, unit: days, baseline: 96, target: 75}\n");
    CHECK(verdict(terms, journal({reading("2026-10-20", "cycle", "75")}), "2026-10-20") == "met");
    CHECK(verdict(terms, journal({reading("2026-10-20", "cycle", "97")}), "2026-10-20") ==
          "off-track");
}

TEST_CASE("a plan of nothing but guardrails succeeds on its last day at the earliest") {
    const Plan terms = with_goals("  c: {title: C, at_most: 5}\n");
    const auto goals = all_goals(terms, journal({reading("2026-12-30", "c", "4")}), "2026-12-30");
    CHECK_FALSE(success_holds(terms, goals, std::nullopt, terms.ends, date("2026-12-30")));
    CHECK(success_holds(terms, goals, std::nullopt, terms.ends, date("2026-12-31")));
}

TEST_CASE("a better reading on the same day never worsens the verdict") {
    std::mt19937 random(20261124);
    const auto between = [&](int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(random);
    };
    const auto rank = [](Verdict of) {
        return of == Verdict::met        ? 3
               : of == Verdict::on_track ? 2
               : of == Verdict::at_risk  ? 1
                                         : 0;
    };
    for (int round = 0; round < 500; ++round) {
        const int value = between(-200, 1200);
        const std::string day = to_string(date("2026-10-12") + between(0, 78));
        const auto judged = [&](int at) {
            return only_goal(with_goals("  a: {title: A, baseline: 100, target: 1000}\n"),
                             journal({reading(day, "a", std::to_string(at))}), day)
                .verdict;
        };
        REQUIRE(rank(judged(value + between(1, 300))) >= rank(judged(value)));
    }
}

TEST_SUITE_END();
