#include "evaluate/portfolio/consistency.hpp"

#include "evaluate/recorded.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

constexpr std::string_view half_in_each_of_two =
    "  trigger: [{attainment_below: 50, in_each_of_last: 2}]\n";
constexpr std::string_view less_than_70_over_three =
    "  trigger: [{attainment_below: 70, over_last: 3}]\n";
constexpr std::string_view half_in_one =
    "  trigger: [{attainment_below: 50, in_each_of_last: 1}]\n";

/// Terms about a quota of 100 in a period.
std::string missed(std::string_view period, std::string_view attained,
                   std::string_view starts = "2026-10-01") {
    return "starts: " + std::string(starts) + "\nends: 2026-12-31\nshortfall: {period: '" +
           std::string(period) + "', quota: 100, attained: " + std::string(attained) + "}\n";
}

/// What a plan about these results comes to: "met: 44% in …".
std::string judged(std::string_view policy, std::string_view period, std::string_view attained) {
    Tree tree("2026-12-01", policy);
    tree.add("ann-lee/a", missed(period, attained));
    const TriggerFigures figures = trigger_figures(tree.of(), tree.plans(), tree.plans());
    return std::string(to_string(figures.judged.front().match)) + ": " + figures.judged.front().why;
}

}  // namespace

TEST_SUITE_BEGIN("consistency");

TEST_CASE("a rule about one period is decided by what the plan states") {
    CHECK(judged(half_in_one, "2026-Q3", "49") ==
          "met: 49% in 2026-Q3: attainment below 50% in the last period");
    CHECK(judged(half_in_one, "2026-Q3", "50") == "not-met: 50% in 2026-Q3, not below 50%");
}

TEST_CASE("one period that is not below excludes a rule about each of several") {
    CHECK(judged(half_in_each_of_two, "2026-Q3", "65") == "not-met: 65% in 2026-Q3, not below 50%");
    CHECK(judged(half_in_each_of_two, "2026-Q3", "40") ==
          "not-known: 40% in 2026-Q3; no plan states all that 'attainment below 50% in each of "
          "the last 2 periods' asks for");
    CHECK(judged(less_than_70_over_three, "2026-Q3", "90") ==
          "not-known: 90% in 2026-Q3; no plan states all that 'attainment below 70% over the "
          "last 3 periods' asks for");
}

TEST_CASE("one result can stand for the periods that it covers") {
    CHECK(judged(half_in_each_of_two, "2026-H1", "40") ==
          "met: 40% in 2026-H1: attainment below 50% in each of the last 2 periods");
    CHECK(judged(half_in_each_of_two, "2026-H1", "60") == "not-met: 60% in 2026-H1, not below 50%");
    CHECK(judged(less_than_70_over_three, "2026-07 to 2026-09", "69") ==
          "met: 69% in 2026-07 to 2026-09: attainment below 70% over the last 3 periods");
    CHECK(judged(less_than_70_over_three, "2026-Q1, 2026-Q2 and 2026-Q4", "69") ==
          "met: 69% in 2026-Q1, 2026-Q2 and 2026-Q4: attainment below 70% over the last 3 "
          "periods");
    // a quarter is one period, not three months
    CHECK(judged(less_than_70_over_three, "2026-Q3", "69").starts_with("not-known: "));
}

TEST_CASE("results of earlier plans of the rep make up a row") {
    Tree tree("2026-12-01", half_in_each_of_two);
    tree.add("ann-lee/a", missed("2026-Q2", "45", "2026-07-01"));
    tree.add("ann-lee/b", missed("2026-Q3", "40"));
    tree.add("ben-osei/a", missed("2026-Q1", "45", "2026-07-01"));  // Q2 is not known of
    tree.add("ben-osei/b", missed("2026-Q3", "40"));
    const TriggerFigures figures = trigger_figures(tree.of(), tree.plans(), tree.plans());
    CHECK(figures.judged[0].match == TriggerMatch::not_known);  // what came later says nothing
    CHECK(figures.judged[1].match == TriggerMatch::met);
    CHECK(figures.judged[1].why ==
          "45% in 2026-Q2 and 40% in 2026-Q3: attainment below 50% in each of the last 2 "
          "periods");
    CHECK(figures.judged[3].match == TriggerMatch::not_known);
    CHECK(figures.met == Proportion{1, 1});
    CHECK(figures.not_known == 3);
}

TEST_CASE("the quota counts as far as the ramp let it apply") {
    // 97 of (50 + 75 + 100) / 3 = 75% of 200
    Tree tree("2026-12-01", "  trigger: [{attainment_below: 65, in_each_of_last: 1}]\n");
    tree.add("ann-lee/a",
             "starts: 2026-10-01\nends: 2026-12-31\nshortfall: {period: 2026-Q3, quota: 200, "
             "ramp: [50, 75, 100], attained: 97}\n");
    const TriggerFigures figures = trigger_figures(tree.of(), tree.plans(), tree.plans());
    CHECK(figures.judged[0].match == TriggerMatch::met);
    CHECK(figures.judged[0].why == "64.7% in 2026-Q3: attainment below 65% in the last period");
}

TEST_CASE("a plan without results, or with an unreadable period, is not judged") {
    Tree tree("2026-12-01", half_in_one);
    tree.add("ann-lee/a", "starts: 2026-10-01\nends: 2026-12-31\n");
    tree.add("ben-osei/a", missed("last spring", "10"));
    const TriggerFigures figures = trigger_figures(tree.of(), tree.plans(), tree.plans());
    CHECK(figures.met == Proportion{});
    CHECK(figures.not_known == 2);
    CHECK(figures.judged[0].why == "the plan states no period, quota and figure attained");
    CHECK(figures.judged[1].why == "'last spring' names no period, or no quota applied");
}

TEST_CASE("the first rule that is met counts; what excludes the others is told if none is") {
    Tree tree("2026-12-01",
              "  trigger:\n    - {attainment_below: 30, in_each_of_last: 1}\n"
              "    - {attainment_below: 50, in_each_of_last: 1}\n");
    tree.add("ann-lee/a", missed("2026-Q3", "40"));
    tree.add("ben-osei/a", missed("2026-Q3", "60"));
    const TriggerFigures figures = trigger_figures(tree.of(), tree.plans(), tree.plans());
    CHECK(figures.judged[0].why == "40% in 2026-Q3: attainment below 50% in the last period");
    CHECK(figures.judged[1].why ==
          "60% in 2026-Q3, not below 30%; 60% in 2026-Q3, not below "
          "50%");
    CHECK(figures.met == Proportion{1, 2});
}

TEST_CASE("a trigger has its plan, unless it was withdrawn or nothing followed a relapse") {
    Tree tree("2026-12-15", std::string(half_in_one) + "  monitor_days: 90\n");
    const std::string deals = "goals:\n  deals: {title: Deals, target: 10}\n";
    tree.add("a/a", missed("2026-Q2", "40", "2026-07-01"),
             {review("2026-08-01", "decision: withdraw\n")});
    tree.add("b/a", missed("2026-Q2", "40", "2026-07-01"),
             {review("2026-08-01", "decision: withdraw\n")});
    tree.add("b/b", missed("2026-Q2", "40", "2026-09-01"));
    tree.add("c/a", missed("2026-Q2", "60", "2026-07-01") + deals,
             {review("2026-09-30", "decision: met\n"), reading("2026-10-31", "deals", "4")});
    tree.add("d/a", missed("2026-Q2", "60", "2026-07-01") + deals,
             {review("2026-09-30", "decision: met\n"), reading("2026-10-31", "deals", "4")});
    tree.add("d/b", missed("2026-Q3", "60", "2026-11-02"));
    const TriggerFigures figures = trigger_figures(tree.of(), tree.plans(), tree.plans());
    std::vector<std::string> answers;
    for (const TriggerMet& met : figures.triggers) {
        answers.push_back(to_string(tree.plans()[met.plan].status.ref) + ": " +
                          (met.answered_by ? to_string(*met.answered_by) : "none"));
    }
    CHECK(answers ==
          std::vector<std::string>{"a/a: none", "b/a: b/b", "b/b: b/b", "c/a: none", "d/a: d/b"});
    CHECK(figures.answered == Proportion{3, 5});
}

TEST_CASE("a plan that is not looked at can still be the answer") {
    Tree tree("2026-12-15", half_in_one);
    tree.add("b/a", missed("2026-Q2", "40", "2026-07-01"),
             {review("2026-08-01", "decision: withdraw\n")});
    tree.add("b/b", missed("2026-Q2", "40", "2026-09-01"));
    const auto all = tree.plans();
    const std::vector<RecordedPlan> shown{all.front()};
    const TriggerFigures figures = trigger_figures(tree.of(), shown, all);
    CHECK(figures.judged.size() == 1);
    CHECK(figures.answered == Proportion{1, 1});
}

namespace {

std::string goal_of(std::string_view goal, std::string_view manager = "Mia Chen",
                    std::string_view role = "AE") {
    return "starts: 2026-10-01\nends: 2026-12-31\nrole: " + std::string(role) +
           "\nmanager: " + std::string(manager) + "\ngoals:\n  g: {title: T, " + std::string(goal) +
           "}\n";
}

}  // namespace

TEST_CASE("targets are compared where metric, unit and sense are the same") {
    Tree tree("2026-10-14");
    tree.add("a/a", goal_of("metric: Pipeline, unit: USD, baseline: 100, target: 750"));
    tree.add("b/a", goal_of("metric: pipeline, unit: usd, baseline: 50, target: 570", "Omar Diaz"));
    tree.add("c/a", goal_of("metric: pipeline, unit: EUR, target: 9"));
    tree.add("d/a", goal_of("metric: pipeline, unit: USD, baseline: 900, target: 9"));  // to fall
    tree.add("e/a", goal_of("metric: pipeline, unit: USD, target: 600", "Mia Chen", "BDR"));
    tree.add("f/a", goal_of("metric: discount, unit: '%', at_most: 15"));
    tree.add("g/a", goal_of("metric: discount, unit: '%', at_most: 12"));
    tree.add("h/a", goal_of("target: 10"));
    const auto metrics = metric_targets(tree.plans());
    REQUIRE(metrics.size() == 2);
    const MetricTargets& pipeline = metrics[0];
    CHECK(pipeline.metric == "Pipeline");
    CHECK(to_string(pipeline.sense) == "rise to");
    std::vector<std::string> plans;
    for (const ComparedTarget& goal : pipeline.goals) {
        plans.push_back(to_string(tree.plans()[goal.plan].status.ref));
    }
    CHECK(plans == std::vector<std::string>{"b/a", "a/a", "e/a"});  // AE before BDR, then by size
    CHECK(pipeline.targets.least == Fraction(570));
    CHECK(pipeline.targets.median == Fraction(600));
    CHECK(pipeline.targets.greatest == Fraction(750));
    // October 1 to December 31 has 66 days from Monday to Friday: (750 - 100) / 66
    CHECK(pipeline.goals[1].a_day == Fraction(650) / 66);
    REQUIRE(pipeline.managers.size() == 2);
    CHECK(pipeline.managers[0].manager == "Mia Chen");
    CHECK(pipeline.managers[0].goals == 2);
    CHECK(pipeline.managers[0].targets.median == Fraction(675));
    CHECK(metrics[1].metric == "discount");
    CHECK_FALSE(metrics[1].goals[0].a_day.has_value());
}

TEST_CASE("two goals of one plan are nothing to compare") {
    Tree tree("2026-10-14");
    tree.add("a/a",
             "starts: 2026-10-01\nends: 2026-12-31\ngoals:\n"
             "  g: {title: T, metric: deals, target: 1}\n"
             "  h: {title: T, metric: deals, target: 2}\n");
    CHECK(metric_targets(tree.plans()).empty());
}

TEST_CASE("time to outcome runs from the first day, and against the last") {
    constexpr std::string_view quarter = "starts: 2026-07-01\nends: 2026-09-30\n";
    Tree tree("2026-12-15");
    tree.add("a/a", quarter, {review("2026-09-30", "decision: met\n")});       // 91 days, in time
    tree.add("b/a", quarter, {review("2026-10-10", "decision: not-met\n")});   // 101, 10 after
    tree.add("c/a", quarter, {review("2026-07-11", "decision: withdraw\n")});  // 10, 81 before
    tree.add("d/a", quarter);
    const Consistency figures = consistency(tree.of(), tree.plans(), tree.plans(), tree.as_of());
    REQUIRE(figures.times.size() == 4);
    CHECK(figures.times[0].plans == 3);
    CHECK(figures.times[0].to_outcome->least == Fraction(10));
    CHECK(figures.times[0].to_outcome->median == Fraction(91));
    CHECK(figures.times[0].to_outcome->greatest == Fraction(101));
    CHECK(figures.times[0].after_end->least == Fraction(-81));
    CHECK(figures.times[1].result == Decision::met);
    CHECK(figures.times[1].after_end->median == Fraction(0));
    CHECK(figures.times[2].plans == 1);
}

TEST_CASE("extensions and overrides are told one by one, and counted by manager") {
    constexpr std::string_view mia = "starts: 2026-07-01\nends: 2026-09-30\nmanager: Mia Chen\n";
    constexpr std::string_view omar = "starts: 2026-07-01\nends: 2026-09-30\nmanager: Omar Diaz\n";
    Tree tree("2026-12-15", half_in_one);
    tree.add("a/a", mia,
             {review("2026-09-25", "decision: extend\nuntil: 2026-10-31\nreason: Leave\n"),
              review("2026-10-30", "decision: extend\nuntil: 2026-11-30\n"),
              review("2026-11-30", "decision: met\noverride: One deal short\n")});
    tree.add("b/a", mia, {review("2026-09-30", "decision: not-met\n")});
    tree.add("c/a", omar);
    const Consistency figures = consistency(tree.of(), tree.plans(), tree.plans(), tree.as_of());
    REQUIRE(figures.extensions.size() == 2);
    CHECK(figures.extensions[0].reason == "Leave");
    CHECK(figures.extensions[1].until == date("2026-11-30"));
    REQUIRE(figures.overrides.size() == 1);
    CHECK(figures.overrides[0].decision == Decision::met);
    REQUIRE(figures.managers.size() == 2);
    CHECK(figures.managers[0].extended == Proportion{1, 2});
    CHECK(figures.managers[0].extensions == 2);
    CHECK(figures.managers[0].overridden == Proportion{1, 2});
    CHECK(figures.managers[0].recovered == Proportion{1, 2});
    // (152 + 91) / 2 days
    CHECK(figures.managers[0].days_to_outcome->median == Fraction(243) / 2);
    CHECK(figures.managers[1].extended == Proportion{0, 1});
    CHECK(figures.managers[1].overridden == Proportion{});
    CHECK(figures.together.plans == 3);
}

TEST_SUITE_END();
