#include "evaluate/plan/decision.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

const Settings rules = settings("format: 1\npolicy: {require_signatures: []}\n");
const PlanRef ref = parse_plan_ref("dana-reyes/2026-q4").value();

constexpr std::string_view deals =
    "goals:\n  deals: {title: Deals, baseline: 0, target: 10, due: 2026-12-18}\n";
constexpr std::string_view workshop =
    "activities:\n  workshop: {title: Workshop, owner: Enablement, due: 2026-10-20}\n";

/// What speaks against the decision of a review, each after its kind: "waivable: …; …"
std::string against(std::string_view on, std::string_view decision,
                    const std::vector<JournalEntry>& before = {},
                    const std::string& terms = std::string(deals)) {
    const Plan agreed =
        plan("rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\nreviews: monthly\n" + terms);
    const Journal records = journal(before);
    const Record decided = review(on, "decision: " + std::string(decision)).record;
    const auto found = objections(rules, {ref, agreed, {}, records, date(on)}, decided);
    std::string text;
    for (const Objection& objection : found) {
        text += (text.empty() ? "" : "; ") +
                std::string(objection.kind == Objection::Kind::misused      ? "misused: "
                            : objection.kind == Objection::Kind::impossible ? "impossible: "
                                                                            : "waivable: ") +
                objection.message;
    }
    return text;
}

const JournalEntry held = review("2026-11-02");
const JournalEntry five_deals = reading("2026-12-15", "deals", "5", "2026-12-15T09:00:00Z");
const JournalEntry ten_deals = reading("2026-12-15", "deals", "10", "2026-12-15T09:00:00Z");

}  // namespace

TEST_SUITE_BEGIN("decision");

TEST_CASE("an outcome agrees with the success rule") {
    CHECK(against("2026-12-31", "met", {held, ten_deals}).empty());
    CHECK(against("2026-12-31", "met", {held, five_deals}) ==
          "waivable: the plan is not met: deals falls short");
    CHECK(against("2026-12-31", "not-met", {held, five_deals}).empty());
    CHECK(against("2026-12-31", "not-met", {held, ten_deals}) ==
          "waivable: the plan is met: its success rule holds");
}

TEST_CASE("readings of the review itself count for its outcome") {
    CHECK(against("2026-12-18", "met\nvalues: {deals: 10}\n", {held}).empty());
}

TEST_CASE("nobody has failed before the last day, unless a goal was missed for good") {
    CHECK(against("2026-12-16", "not-met", {held, five_deals}) ==
          "waivable: the plan runs until 2026-12-31: it can still be met");
    CHECK(against("2026-12-19", "not-met", {held, five_deals}).empty());
    CHECK(against("2026-12-19", "not-met", {held, five_deals},
                  std::string(deals) + "success: {score: 90}\n") ==
          "waivable: the plan runs until 2026-12-31: it can still be met");
}

TEST_CASE("nobody has failed while promised support is late") {
    const std::string terms = std::string(deals) + std::string(workshop);
    CHECK(against("2026-12-31", "not-met", {held, five_deals}, terms) ==
          "waivable: the company promised 'Workshop' and has not kept it: Enablement owes it since "
          "2026-10-20");
    CHECK(against("2026-12-31", "not-met\ndone: [workshop]\n", {held, five_deals}, terms).empty());
}

TEST_CASE("nobody has failed who had no review") {
    CHECK(against("2026-12-31", "not-met", {five_deals}) ==
          "waivable: no review was held before this one, 2 were due");
}

TEST_CASE("who says why may decide against all of that, but not against nothing") {
    CHECK(against("2026-12-31", "not-met\noverride: She left\n", {five_deals}).empty());
    CHECK(against("2026-12-31", "not-met\noverride: She left\n", {held, five_deals}) ==
          "impossible: nothing speaks against this outcome: there is nothing to override");
}

TEST_CASE("a withdrawal needs nothing") {
    CHECK(against("2026-10-02", "withdraw").empty());
}

TEST_CASE(
    "an extension is later than the end and the day it is decided on, and within the policy") {
    CHECK(against("2026-12-18", "extend\nuntil: 2027-01-29\n").empty());
    CHECK(against("2026-12-18", "extend\nuntil: 2026-12-31\n") ==
          "impossible: 2026-12-31 is no extension: the plan runs until 2026-12-31");
    CHECK(against("2027-02-10", "extend\nuntil: 2027-01-29\n") ==
          "impossible: 2027-01-29 is over already: the plan can't be extended into the past");
    CHECK(against("2026-12-18", "extend\nuntil: 2027-02-26\n",
                  {review("2026-12-01", "decision: extend\nuntil: 2027-01-29\n")}) ==
          "impossible: the plan was extended once already, the policy allows 1");
    CHECK(against("2026-12-18", "extend") == "misused: an extension needs its new last day");
}

TEST_CASE("pauses neither overlap nor begin outside the plan") {
    const std::vector<JournalEntry> leave{
        review("2026-10-05", "decision: pause\nfrom: 2026-10-12\nuntil: 2026-10-16\n")};
    CHECK(against("2026-10-06", "pause\nfrom: 2026-10-19\n", leave).empty());
    CHECK(against("2026-10-06", "pause\nfrom: 2026-10-16\nuntil: 2026-10-20\n", leave) ==
          "impossible: the plan is paused already from 2026-10-12 to 2026-10-16");
    CHECK(against("2026-10-06", "pause\nfrom: 2026-10-08\n", leave) ==
          "impossible: the plan is paused already from 2026-10-12 to 2026-10-16");
    CHECK(against("2026-10-06", "pause\nfrom: 2027-03-01\n") ==
          "impossible: the pause starts on 2027-03-01, outside the plan");
    CHECK(against("2026-10-06", "pause\nfrom: 2026-10-08\nuntil: 2026-10-09\n",
                  {review("2026-10-05", "decision: pause\n")}) ==
          "impossible: the plan is paused already since 2026-10-05");
}

TEST_CASE("only a pause is resumed") {
    CHECK(against("2026-10-06", "resume") == "impossible: the plan is not paused on 2026-10-06");
    CHECK(against("2026-10-06", "resume", {review("2026-10-05", "decision: pause\n")}).empty());
}

TEST_CASE("a plan that stands still is not extended") {
    CHECK(against("2026-10-06", "extend\nuntil: 2027-03-01\n",
                  {review("2026-10-05", "decision: pause\n")}) ==
          "impossible: the plan is paused since 2026-10-05, without an end");
}

TEST_CASE("dates and reasons belong to the decisions that have them") {
    CHECK(against("2026-10-06", "continue\nfrom: 2026-10-07\n") ==
          "misused: 'from' belongs to a pause or a resumption");
    CHECK(against("2026-10-06", "resume\nuntil: 2026-10-07\n") ==
          "misused: 'until' belongs to an extension or a pause");
    CHECK(against("2026-10-06", "withdraw\noverride: No\n") ==
          "misused: 'override' belongs to the decisions met and not-met");
}

TEST_SUITE_END();
