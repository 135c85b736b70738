#include "evaluate/portfolio/priority.hpp"
#include "evaluate/recorded.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

/// A quarter that began on October 1, a Thursday, with a review each week.
constexpr std::string_view quarter =
    "starts: 2026-10-01\nends: 2026-12-31\nreviews: weekly\nmanager: Mia Chen\n";
constexpr std::string_view over = "starts: 2026-07-01\nends: 2026-09-30\nmanager: Mia Chen\n";

std::string with(std::string_view terms, std::string_view more) {
    return std::string(terms) + std::string(more);
}

JournalEntry note(std::string_view kind, std::string_view on, Privacy privacy = Privacy::shared) {
    JournalEntry entry = record("kind: " + std::string(kind) + "\ndate: " + std::string(on) +
                                "\nby: Mia Chen\ntext: x\n");
    entry.privacy = privacy;
    return entry;
}

}  // namespace

TEST_SUITE_BEGIN("team");

TEST_CASE("reviews kept are counted against the due dates that are over") {
    // due on October 8, 15, 22 and 29; the second one was not held
    Tree tree("2026-10-28");
    tree.add("ann-lee/a", quarter, {review("2026-10-08"), review("2026-10-22")});
    CHECK(reviews_kept(tree.plans().front().status) == Proportion{2, 3});
}

TEST_CASE("a review that is due today counts once it is held") {
    Tree due("2026-10-15");
    due.add("ann-lee/a", quarter, {review("2026-10-08")});
    CHECK(reviews_kept(due.plans().front().status) == Proportion{1, 1});
    Tree held("2026-10-15");
    held.add("ann-lee/a", quarter, {review("2026-10-08"), review("2026-10-15")});
    CHECK(reviews_kept(held.plans().front().status) == Proportion{2, 2});
}

TEST_CASE("support is delivered or owed, what the rep is to do is neither") {
    Tree tree("2026-10-21");
    tree.add("ann-lee/a",
             with(quarter,
                  "activities:\n"
                  "  workshop: {title: Workshop, owner: Enablement, due: 2026-10-09}\n"
                  "  license: {title: License, owner: IT, due: 2026-10-14}\n"
                  "  mentor: {title: Mentor, owner: Ben Ito, due: 2026-11-20}\n"
                  "  calls: {title: Call review, owner: Mia Chen, every: week}\n"
                  "  book: {title: A book, due: 2026-10-09}\n"),
             {record("kind: training\ndate: 2026-10-12\nby: Mia Chen\ndone: [workshop]\n"),
              record("kind: coaching\ndate: 2026-10-08\nby: Mia Chen\ndone: [calls]\n")});
    // the workshop, late but done; the license not; of two call reviews that were due the first
    const TeamFigures figures = team_figures(tree.plans(), tree.as_of());
    CHECK(figures.support == Proportion{2, 4});
    std::vector<std::string> owed;
    for (const OwedSupport& each : figures.support_owed) {
        owed.push_back(tree.plans()[each.plan].status.activities[each.activity].id.str() + " " +
                       std::to_string(each.late_days));
    }
    CHECK(owed == std::vector<std::string>{"license 7", "calls 6", "mentor 0"});
}

TEST_CASE("the reviews of the week are those until Sunday, and the overdue ones") {
    // October 14 is a Wednesday
    Tree tree("2026-10-14");
    tree.add("ann-lee/a", quarter, {review("2026-10-08")});
    tree.add("ben-osei/a", quarter);
    tree.add("kim-park/a",
             "starts: 2026-10-05\nends: 2026-12-31\nreviews: every 2 weeks\n");  // October 19
    const TeamFigures figures = team_figures(tree.plans(), tree.as_of());
    CHECK(figures.week == Window{date("2026-10-12"), date("2026-10-18")});
    std::vector<std::string> due;
    for (const ReviewToHold& each : figures.reviews_due) {
        due.push_back(to_string(tree.plans()[each.plan].status.ref) + " " + to_string(each.on) +
                      " " + std::to_string(each.late_days));
    }
    CHECK(due == std::vector<std::string>{"ben-osei/a 2026-10-08 6", "ann-lee/a 2026-10-15 0",
                                          "ben-osei/a 2026-10-15 0"});
}

TEST_CASE("attainment falls into bands of ten percent, their lower end included") {
    Tree tree("2026-10-14");
    const auto attained = [&](std::string_view ref, std::string_view figure) {
        tree.add(ref,
                 with(quarter, "shortfall: {quota: 200, attained: " + std::string(figure) + "}\n"));
    };
    attained("a/a", "-10");   // -5%: in the first
    attained("b/a", "19");    // 9.5%
    attained("c/a", "20");    // 10%
    attained("d/a", "199");   // 99.5%
    attained("e/a", "200");   // 100%
    attained("f/a", "1000");  // 500%
    tree.add("g/a", quarter);
    const AttainmentSpread spread = team_figures(tree.plans(), tree.as_of()).attainment;
    REQUIRE(spread.bands.size() == 11);
    CHECK(spread.bands[0].plans == 2);
    CHECK(spread.bands[1].plans == 1);
    CHECK(spread.bands[9].plans == 1);
    CHECK(spread.bands[10].plans == 2);
    CHECK_FALSE(spread.bands[10].below.has_value());
    CHECK(spread.stated == Proportion{6, 7});
    CHECK(spread.median == (Fraction(Decimal::of(1, 1)) + Fraction(Decimal::of(995, 3))) / 2);
}

TEST_CASE("who is withdrawn has neither recovered nor failed") {
    Tree tree("2026-11-30",
              "  trigger: [{attainment_below: 50, in_each_of_last: 1}]\n  monitor_days: 90\n");
    const std::string goal = with(over, "goals:\n  deals: {title: Deals, target: 10}\n");
    tree.add("a/a", goal, {review("2026-09-30", "decision: met\n")});
    tree.add("b/a", goal,
             {review("2026-09-30", "decision: met\n"), reading("2026-10-31", "deals", "4")});
    tree.add("c/a", goal, {review("2026-09-30", "decision: not-met\n")});
    tree.add("d/a", goal, {review("2026-08-30", "decision: withdraw\n")});
    tree.add("e/a", goal);
    const Outcomes outcomes = team_figures(tree.plans(), tree.as_of()).outcomes;
    CHECK(outcomes.met == 2);
    CHECK(outcomes.not_met == 1);
    CHECK(outcomes.withdrawn == 1);
    CHECK(outcomes.undecided == 1);
    CHECK(outcomes.recovered == Proportion{2, 3});
    CHECK(outcomes.relapsed == Proportion{1, 2});
}

TEST_CASE("nothing is a part of nothing where no plan has an outcome") {
    Tree tree("2026-10-14");
    tree.add("a/a", quarter);
    const TeamFigures figures = team_figures(tree.plans(), tree.as_of());
    CHECK(figures.outcomes.recovered == Proportion{});
    CHECK(figures.support == Proportion{});
    CHECK_FALSE(figures.attainment.median.has_value());
    CHECK(team_figures({}, date("2026-10-14")).together.plans == 0);
}

TEST_CASE("managers are told apart by name, not by case; who has none comes last") {
    Tree tree("2026-10-14");
    tree.add("a/a", "starts: 2026-10-01\nends: 2026-12-31\nreviews: weekly\n");
    tree.add("b/a", "starts: 2026-10-01\nends: 2026-12-31\nreviews: weekly\nmanager: Zoe\n");
    tree.add(
        "c/a", quarter,
        {review("2026-10-08"), note("coaching", "2026-10-05"), note("recognition", "2026-10-06"),
         note("concern", "2026-10-07"), note("concern", "2026-10-07", Privacy::private_),
         note("coaching", "2026-10-07", Privacy::private_)});
    tree.add("d/a", "starts: 2026-10-01\nends: 2026-12-31\nreviews: weekly\nmanager: MIA CHEN\n",
             {note("recognition", "2026-10-06")});
    const TeamFigures figures = team_figures(tree.plans(), tree.as_of());
    REQUIRE(figures.managers.size() == 3);
    const ManagerFigures& mia = figures.managers[0];
    CHECK(mia.manager == "Mia Chen");
    CHECK(mia.plans == 2);
    CHECK(mia.reviews == Proportion{1, 2});
    CHECK(mia.coaching == 1);           // the private one is not counted
    CHECK(mia.feedback.positive == 2);  // nor the private concern
    CHECK(mia.feedback.negative == 1);
    CHECK(figures.managers[1].manager == "Zoe");
    CHECK_FALSE(figures.managers[2].manager.has_value());
    CHECK(figures.together.plans == 4);
    CHECK(figures.together.reviews == Proportion{1, 4});
}

TEST_CASE("who needs somebody comes first, who can go on as it is does not at all") {
    Tree tree("2026-10-28");
    const std::string goals = "goals:\n  deals: {title: Deals, target: 10}\n";
    tree.add("ann-lee/a", "starts: 2026-10-01\nends: 2026-12-31\n" + goals,
             {reading("2026-10-27", "deals", "9")});
    tree.add("ben-osei/a", "starts: 2026-10-01\nends: 2026-12-31\n" + goals,
             {reading("2026-10-27", "deals", "0")});
    tree.add("kim-park/a", "starts: 2026-11-02\nends: 2026-12-31\n" + goals);
    tree.add("tom-hale/a", over, {});
    const TeamFigures figures = team_figures(tree.plans(), tree.as_of());
    CHECK(figures.by_need.size() == 4);
    CHECK(figures.by_need.front() == 1);
    CHECK(figures.attention == std::vector<std::size_t>{1, 3});
    CHECK(needs(tree.plans()[3].status) ==
          std::vector<std::string>{"ended Sep 30, the outcome is to be decided"});
    CHECK(needs(tree.plans()[0].status).empty());
}

TEST_SUITE_END();
