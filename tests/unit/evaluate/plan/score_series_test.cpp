#include "evaluate/plan/score_series.hpp"

#include "evaluate/recorded.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

/// "2026-10-05 0.2, …", rounded to four places
std::string in_text(const std::vector<ScorePoint>& points) {
    std::string text;
    for (const ScorePoint& point : points) {
        text += (text.empty() ? "" : ", ") + to_string(point.on) + " " +
                to_string(*rounded(point.score, 4));
    }
    return text;
}

/// Ten days from October 1, by the calendar.
constexpr std::string_view policy = "  pace: calendar\n";
constexpr std::string_view ten_days = "starts: 2026-10-01\nends: 2026-10-10\ngoals:\n";

JournalEntry read(std::string_view on, std::string_view goal, std::string_view value) {
    return reading(on, goal, value, std::string(on) + "T09:00:00Z");
}

ScoreSeries course(std::string_view goals, std::vector<JournalEntry> entries,
                   std::string_view as_of = "2026-10-10") {
    Tree tree(as_of, policy);
    tree.add("a/a", std::string(ten_days) + std::string(goals), std::move(entries));
    return score_course(tree.of(), tree.plans().front().status);
}

}  // namespace

TEST_SUITE_BEGIN("course");

TEST_CASE("the score is that of each day on which something was recorded") {
    // deals count three times as much as the deliverable
    const ScoreSeries both = course(
        "  deals: {title: Deals, target: 10, weight: 75}\n"
        "  plan: {title: Plan, deliver: 2026-10-05, weight: 25}\n",
        {read("2026-10-02", "deals", "2"), read("2026-10-06", "deals", "12"),
         record("kind: general\ndate: 2026-10-04\nby: Mia Chen\ndone: [plan]\n")});
    CHECK(in_text(both.scores) == "2026-10-02 0.15, 2026-10-04 0.4, 2026-10-06 1");
    // the deliverable is expected on the day after its date
    CHECK(in_text(both.expected) == "2026-09-30 0, 2026-10-05 0.375, 2026-10-06 0.7, 2026-10-10 1");
}

TEST_CASE("what is expected has its corners at checkpoints, and today's value on today's date") {
    const ScoreSeries deals =
        course("  deals: {title: Deals, target: 10, checkpoints: {2026-10-04: 8}}\n",
               {read("2026-10-02", "deals", "5")}, "2026-10-02");
    CHECK(in_text(deals.expected) == "2026-09-30 0, 2026-10-02 0.4, 2026-10-04 0.8, 2026-10-10 1");
    CHECK(in_text(deals.scores) == "2026-10-02 0.5");
}

TEST_CASE("a curve in steps rises on the day of its point") {
    const ScoreSeries deals = course(
        "  deals: {title: Deals, target: 10, curve: steps, checkpoints: {2026-10-04: 8}}\n", {});
    CHECK(in_text(deals.expected) ==
          "2026-09-30 0, 2026-10-03 0, 2026-10-04 0.8, 2026-10-09 0.8, 2026-10-10 1");
    CHECK(deals.scores.empty());
}

TEST_CASE("guardrails have no course") {
    const ScoreSeries none = course("  discount: {title: Discount, at_most: 15}\n",
                                    {read("2026-10-02", "discount", "5")});
    CHECK(none.scores.empty());
    CHECK(none.expected.empty());
}

TEST_SUITE_END();
