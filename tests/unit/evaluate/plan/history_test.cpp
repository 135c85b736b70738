#include "evaluate/plan/history.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

constexpr std::string_view later = "2026-10-16T09:00:00Z";

std::vector<PastRecord> tell(std::string_view terms, const Journal& records,
                             std::string_view as_of = "2026-12-31") {
    const Settings rules = settings(
        "format: 1\ncompetencies:\n  discovery: {title: Discovery, levels: {3: Qualifies}}\n");
    const Plan agreed =
        plan("rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\n" + std::string(terms));
    const PlanRef ref{parse_slug("dana-reyes").value(), parse_slug("2026-q4").value()};
    return history(rules, plan_status(rules, ref, agreed, {}, records, date(as_of)), records,
                   date(as_of));
}

constexpr std::string_view pipeline =
    "goals: {p: {title: P, unit: USD, baseline: 10, target: 20}}\n";
constexpr std::string_view cycle = "goals: {p: {title: P, baseline: 96, target: 75}}\n";
constexpr std::string_view discount = "goals: {p: {title: P, unit: '%', at_most: 15}}\n";

/// What each reading made of its goal: "- met - unmet"
std::string turns(std::string_view terms, const Journal& records) {
    std::string text;
    for (const PastRecord& past : tell(terms, records)) {
        for (const PastReading& reading : past.readings) {
            text += (text.empty() ? "" : " ") +
                    std::string(reading.turn ? to_string(*reading.turn) : "-");
        }
    }
    return text;
}

}  // namespace

TEST_SUITE_BEGIN("history");

TEST_CASE("a reading knows the one in force for the latest date before") {
    const auto past =
        tell(pipeline,
             journal({reading("2026-10-08", "p", "11"), reading("2026-10-09", "p", "12"),
                      reading("2026-10-09", "p", "13", later), reading("2026-10-12", "p", "14")}));
    CHECK_FALSE(past[0].readings[0].before.has_value());
    CHECK(past[3].readings[0].before->on == date("2026-10-09"));
    CHECK(past[3].readings[0].before->value == Decimal(13));
    CHECK(past[3].readings[0].unit == "USD");
}

TEST_CASE("a correction and what it replaced know each other") {
    const auto past =
        tell(pipeline, journal({reading("2026-10-08", "p", "11"), reading("2026-10-09", "p", "15"),
                                reading("2026-10-09", "p", "13", later)}));
    CHECK(past[1].readings[0].corrected_to->value == Decimal(13));
    CHECK(past[1].readings[0].corrected_to->by == "Mia Chen");
    CHECK(past[2].readings[0].corrects == Decimal(15));
    CHECK(past[2].readings[0].before->value == Decimal(11));
    CHECK_FALSE(past[0].readings[0].corrected_to.has_value());
}

TEST_CASE("readings of other goals on the same date correct nothing") {
    const auto past =
        tell("goals: {p: {title: P, target: 2}, q: {title: Q, target: 2}}\n",
             journal({reading("2026-10-09", "p", "1"), reading("2026-10-09", "q", "1", later)}));
    CHECK_FALSE(past[0].readings[0].corrected_to.has_value());
    CHECK_FALSE(past[1].readings[0].corrects.has_value());
}

TEST_CASE("a reading that reaches the target makes the goal met, a lower one unmet") {
    CHECK(turns(pipeline,
                journal({reading("2026-10-08", "p", "12"), reading("2026-10-09", "p", "20"),
                         reading("2026-10-10", "p", "21"), reading("2026-10-11", "p", "19")})) ==
          "- met - unmet");
}

TEST_CASE("a correction downwards makes a goal unmet") {
    CHECK(turns(pipeline, journal({reading("2026-10-09", "p", "20"),
                                   reading("2026-10-09", "p", "19", later)})) == "met unmet");
}

TEST_CASE("where less is better the goal is met at or below its target") {
    CHECK(turns(cycle, journal({reading("2026-10-08", "p", "90"), reading("2026-10-09", "p", "75"),
                                reading("2026-10-10", "p", "76")})) == "- met unmet");
}

TEST_CASE("a sum is met by all readings together") {
    CHECK(
        turns(
            "goals: {p: {title: P, target: 10, readings: sum}}\n",
            journal(
                {reading("2026-10-08", "p", "6"), reading("2026-10-09", "p", "4"),
                 record(
                     "kind: reading\ndate: 2026-10-09\nby: Mia Chen\ncorrects: [p]\nvalues: {p: 3}\n"
                     "recorded: " +
                     std::string(later) + "\n")})) == "- met unmet");
}

TEST_CASE("a guardrail is breached and held again") {
    CHECK(turns(discount,
                journal({reading("2026-10-08", "p", "14"), reading("2026-10-09", "p", "16"),
                         reading("2026-10-10", "p", "17"), reading("2026-10-11", "p", "15")})) ==
          "- breached - held");
}

TEST_CASE("a guardrail can be breached by its first reading") {
    CHECK(turns(discount, {reading("2026-10-08", "p", "16")}) == "breached");
}

TEST_CASE("a reading of a goal that the plan does not have is told without a judgment") {
    const auto past = tell(pipeline, {reading("2026-10-08", "gone", "20")});
    CHECK(past[0].readings[0].value == Decimal(20));
    CHECK_FALSE(past[0].readings[0].unit.has_value());
    CHECK_FALSE(past[0].readings[0].turn.has_value());
}

TEST_CASE("a level knows the one before, the first time that of the terms") {
    const auto assessed = [](std::string_view day, std::string_view level) {
        return record("kind: assessment\ndate: " + std::string(day) +
                      "\nby: Mia Chen\nlevels: {discovery: " + std::string(level) + "}\n");
    };
    const auto past = tell("skills: {discovery: {current: 2, required: 4}}\n",
                           journal({assessed("2026-10-08", "3"), assessed("2026-10-15", "4")}));
    CHECK(past[0].levels[0].before == 2);
    CHECK(past[0].levels[0].required == 4);
    CHECK(past[0].levels[0].meaning == "Qualifies");
    CHECK(past[1].levels[0].before == 3);
    CHECK_FALSE(past[1].levels[0].meaning.has_value());
}

TEST_CASE("what was ticked off has the words of its activity, deliverable or follow-up") {
    const Journal records = journal(
        {record("kind: coaching\ndate: 2026-10-05\nby: Mia Chen\n"
                "follow_up: {by: 2026-10-20, what: Send the template}\n",
                "2026-10-05-coaching-k3f9x2wd.yaml"),
         record("kind: general\ndate: 2026-10-19\nby: Mia Chen\ndone: [workshop, habit, k3f9x2wd, "
                "gone]\n")});
    const auto past = tell(
        "goals: {habit: {title: Forecast, deliver: 2026-10-30}}\n"
        "activities: {workshop: {title: MEDDICC}}\n",
        records);
    std::string words;
    for (const PastTick& tick : past[1].ticks) {
        words += tick.what + ";";
    }
    CHECK(words == "MEDDICC;Forecast;Send the template;;");
    CHECK(past[0].follow_up->done_on == date("2026-10-19"));
}

TEST_CASE("a record written later than its date says when") {
    const auto past =
        tell(pipeline, journal({reading("2026-10-08", "p", "1", "2026-10-09T11:00:00Z"),
                                reading("2026-10-08", "p", "2", "2026-10-09T12:00:00Z")}));
    CHECK_FALSE(past[0].written_on.has_value());
    CHECK(past[1].written_on == date("2026-10-09"));
}

TEST_CASE("as of an earlier day a correction is not known yet") {
    const Journal records = journal({reading("2026-10-09", "p", "20", "2026-10-09T09:00:00Z"),
                                     reading("2026-10-09", "p", "19", later)});
    const auto past = tell(pipeline, records, "2026-10-14");
    REQUIRE(past.size() == 1);
    CHECK_FALSE(past[0].readings[0].corrected_to.has_value());
}

TEST_CASE("a follow-up of a closed plan is as late as it was when the plan was closed") {
    const Journal records =
        journal({record("kind: coaching\ndate: 2026-10-05\nby: Mia Chen\n"
                        "follow_up: {by: 2026-10-20, what: Send the template}\n",
                        "2026-10-05-coaching-k3f9x2wd.yaml"),
                 review("2026-10-23", "decision: withdraw\n")});
    CHECK(tell("", records)[0].follow_up->late_days == 3);
}

TEST_SUITE_END();
