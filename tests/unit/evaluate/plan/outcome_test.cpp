#include "evaluate/plan/outcome.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

const Policy policy = settings(
                          "format: 1\n"
                          "policy:\n"
                          "  monitor_days: 90\n"
                          "  trigger:\n"
                          "    - {attainment_below: 50, in_each_of_last: 2}\n"
                          "    - {attainment_below: 70, over_last: 3}\n")
                          .policy;

constexpr std::string_view deals = "{title: Deals, target: 10}";

/// The day of the relapse, or "lasts"; "unwatched" for a plan that was not met.
std::string success(std::string_view goal,
                    const std::vector<std::pair<std::string, std::string>>& readings,
                    std::string_view as_of = "2027-12-31", std::string_view decision = "met") {
    const Plan terms =
        plan("rep: Dana Reyes\nstarts: 2026-07-01\nends: 2026-09-30\ngoals:\n  deals: " +
             std::string(goal) + "\n");
    std::vector<JournalEntry> entries{
        review("2026-09-30", "decision: " + std::string(decision) + "\n")};
    for (const auto& [on, value] : readings) {
        entries.push_back(reading(on, "deals", value));
    }
    const Journal records = journal(entries);
    const auto watched =
        monitoring(policy, terms, *outcome_of(records, date(as_of)), records, date(as_of));
    return !watched               ? "unwatched"
           : watched->relapsed_on ? to_string(*watched->relapsed_on)
                                  : "lasts";
}

}  // namespace

TEST_SUITE_BEGIN("outcome");

TEST_CASE("the first outcome counts, from its day on") {
    const Journal records = journal(
        {review("2026-09-30", "decision: met\n"), review("2026-10-02", "decision: withdraw\n")});
    CHECK_FALSE(outcome_of(records, date("2026-09-29")).has_value());
    CHECK(outcome_of(records, date("2026-12-31"))->result == Decision::met);
}

TEST_CASE("only success is watched, from the day after it, for as long as the policy says") {
    CHECK(success(deals, {}, "2026-12-31", "not-met") == "unwatched");
    CHECK(success(deals, {}, "2026-12-31", "withdraw") == "unwatched");
    const Outcome met{Decision::met, date("2026-09-30"), {}, "Mia Chen", {}, {}};
    CHECK(monitored_days(policy, met) == Window{date("2026-10-01"), date("2026-12-29")});
    Policy unwatched = policy;
    unwatched.monitor_days = 0;
    CHECK_FALSE(monitored_days(unwatched, met).has_value());
}

TEST_CASE("each of the last two readings under half of the target is a relapse") {
    CHECK(success(deals, {{"2026-10-31", "4.9"}}) == "lasts");
    CHECK(success(deals, {{"2026-10-31", "4.9"}, {"2026-11-30", "5"}}) == "lasts");
    CHECK(success(deals, {{"2026-10-31", "4.9"}, {"2026-11-30", "4"}}) == "2026-11-30");
    CHECK(success(deals, {{"2026-10-31", "4.9"}, {"2026-11-30", "4"}}, "2026-11-29") == "lasts");
}

TEST_CASE("the mean of the last three readings under 70 percent is a relapse, for good") {
    CHECK(success(deals, {{"2026-10-15", "9"}, {"2026-10-31", "6"}, {"2026-11-15", "6"}}) ==
          "lasts");
    CHECK(success(deals, {{"2026-10-15", "8"}, {"2026-10-31", "6"}, {"2026-11-15", "6"}}) ==
          "2026-11-15");
    CHECK(success(deals, {{"2026-10-15", "8"},
                          {"2026-10-31", "6"},
                          {"2026-11-15", "6"},
                          {"2026-12-01", "20"}}) == "2026-11-15");
}

TEST_CASE("readings of the plan's own days and of the days after the window say nothing") {
    CHECK(success(deals, {{"2026-09-15", "1"}, {"2026-09-30", "1"}, {"2026-10-31", "1"}}) ==
          "lasts");
    CHECK(success(deals, {{"2026-12-29", "1"}, {"2026-12-30", "1"}}) == "lasts");
}

TEST_CASE("a figure that is to fall relapses when it rises") {
    constexpr std::string_view cycle = "{title: Days to close, baseline: 90, target: 30}";
    CHECK(success(cycle, {{"2026-10-31", "60"}, {"2026-11-30", "60"}}) == "lasts");
    CHECK(success(cycle, {{"2026-10-31", "61"}, {"2026-11-30", "61"}}) == "2026-11-30");
    CHECK(success(cycle, {{"2026-10-31", "0"}, {"2026-11-30", "61"}}) == "lasts");
}

TEST_CASE("guardrails and sums have no attainment") {
    CHECK(success("{title: Discount, at_most: 15}", {{"2026-10-31", "1"}, {"2026-11-30", "1"}}) ==
          "lasts");
    CHECK(success("{title: Deals, target: 10, readings: sum}",
                  {{"2026-10-31", "1"}, {"2026-11-30", "1"}}) == "lasts");
}

TEST_SUITE_END();
