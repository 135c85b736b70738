#include "evaluate/plan/status.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <random>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

const Settings unsigned_rules = settings("format: 1\npolicy: {require_signatures: []}\n");
const Plan quarter = plan(
    "rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\nreviews: weekly\ngoals:\n"
    "  pipeline: {title: Pipeline, baseline: 240000, target: 750000}\n");
const PlanRef ref = parse_plan_ref("dana-reyes/2026-q4").value();

std::string state_on(std::string_view as_of, const Journal& records = {},
                     const TermsStatus& agreed = {}) {
    return std::string(
        to_string(plan_state(unsigned_rules, quarter, agreed, records, date(as_of))));
}

PlanStatus status_on(std::string_view as_of, const Journal& records) {
    return plan_status(unsigned_rules, ref, quarter, {}, records, date(as_of));
}

}  // namespace

TEST_SUITE_BEGIN("status");

TEST_CASE("a plan is scheduled, active and ended by its dates") {
    CHECK(state_on("2026-09-30") == "scheduled");
    CHECK(state_on("2026-10-01") == "active");
    CHECK(state_on("2026-12-31") == "active");
    CHECK(state_on("2027-01-01") == "ended");
}

TEST_CASE("a plan is a draft as long as a required role has not answered its terms") {
    TermsStatus agreed;
    agreed.missing = {Role::manager};
    CHECK(state_on("2026-09-30", {}, agreed) == "draft");
    CHECK(state_on("2026-10-10", {}, agreed) == "draft");
    CHECK(state_on("2027-01-10", {}, agreed) == "draft");
    agreed.missing = {};
    CHECK(state_on("2026-10-10", {}, agreed) == "active");
}

TEST_CASE("a plan is paused on the days of its pause") {
    const Journal records =
        journal({review("2026-10-09", "decision: pause\nfrom: 2026-10-12\nuntil: 2026-10-25\n")});
    CHECK(state_on("2026-10-11", records) == "active");
    CHECK(state_on("2026-10-12", records) == "paused");
    CHECK(state_on("2026-10-25", records) == "paused");
    CHECK(state_on("2026-10-26", records) == "active");
}

TEST_CASE("the first outcome closes a plan for good") {
    const Journal records =
        journal({review("2026-12-18", "decision: met\nreason: All goals reached\n"),
                 review("2026-12-20", "decision: withdraw\n")});
    CHECK(state_on("2026-12-17", records) == "active");
    CHECK(state_on("2026-12-18", records) == "closed");
    CHECK(status_on("2026-12-31", records).outcome->result == Decision::met);
    CHECK(status_on("2026-12-31", records).outcome->reason == "All goals reached");
}

TEST_CASE("the last contact is a note, a review or an assessment, not a reading") {
    const Journal records =
        journal({record("kind: coaching\ndate: 2026-10-05\nby: Mia Chen\ntext: Two calls\n"),
                 reading("2026-10-14", "pipeline", "280000")});
    CHECK(status_on("2026-10-20", records).last_contact == date("2026-10-05"));
    CHECK(status_on("2026-10-20", records).last_reading == date("2026-10-14"));
}

TEST_CASE("notes are counted by their kind") {
    const Journal records =
        journal({record("kind: coaching\ndate: 2026-10-05\nby: Mia Chen\ntext: One\n"),
                 record("kind: coaching\ndate: 2026-10-06\nby: Mia Chen\ntext: Two\n"),
                 record("kind: recognition\ndate: 2026-10-06\nby: Mia Chen\ntext: Three\n")});
    PlanStatus status = status_on("2026-10-20", records);
    CHECK(status.notes[RecordKind::coaching] == 2);
    CHECK(status.notes[RecordKind::recognition] == 1);
}

TEST_CASE("the status of a day is not changed by what is recorded for later days") {
    std::mt19937 random(20261014);
    const auto between = [&](int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(random);
    };
    for (int round = 0; round < 200; ++round) {
        Journal all;
        for (int i = 0; i < 12; ++i) {
            const std::string day = to_string(date("2026-10-01") + between(0, 91));
            all.push_back(between(0, 2) == 0
                              ? review(day)
                              : reading(day, "pipeline", std::to_string(between(200000, 800000))));
        }
        sort(all);
        const Date as_of = date("2026-10-01") + between(0, 91);
        Journal known;
        std::copy_if(all.begin(), all.end(), std::back_inserter(known),
                     [&](const JournalEntry& entry) { return entry.record.date <= as_of; });
        const PlanStatus with_later = plan_status(unsigned_rules, ref, quarter, {}, all, as_of);
        const PlanStatus without = plan_status(unsigned_rules, ref, quarter, {}, known, as_of);
        REQUIRE(with_later.score == without.score);
        REQUIRE(with_later.last_contact == without.last_contact);
        REQUIRE(with_later.reviews.missed == without.reviews.missed);
        REQUIRE(with_later.reviews.held == without.reviews.held);
        REQUIRE(with_later.goals.front().current == without.goals.front().current);
    }
}

TEST_CASE("an id that the plan does not have is found, with the nearest one") {
    const auto unknown = unknown_ids(quarter, {}, reading("2026-10-14", "pipline", "1").record);
    REQUIRE(unknown.size() == 1);
    CHECK(unknown.front().message == "the plan has no goal 'pipline'");
    CHECK(unknown.front().hint == "did you mean 'pipeline'?");
}

TEST_SUITE_END();
