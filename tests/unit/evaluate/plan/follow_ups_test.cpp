#include "evaluate/plan/follow_ups.hpp"

#include "evaluate/plan/feedback.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

constexpr std::string_view file = "2026-10-05-coaching-k3f9x2wd.yaml";

/// Coaching on October 5: Mia Chen sends a template by October 20.
JournalEntry talk(std::string_view recorded = "2026-10-05T15:00:00Z") {
    return record(
        "kind: coaching\ndate: 2026-10-05\nby: Mia Chen\nrecorded: " + std::string(recorded) +
            "\nfollow_up: {by: 2026-10-20, what: Send the template, owner: Mia Chen}\n",
        std::string(file));
}

JournalEntry tick(std::string_view day, std::string_view more = "") {
    return record("kind: general\ndate: " + std::string(day) +
                  "\nby: Dana Reyes\ndone: [k3f9x2wd]\n" + std::string(more));
}

FollowUpStatus only(const Journal& records, std::string_view as_of) {
    const auto all = follow_ups(records, date(as_of));
    REQUIRE(all.size() == 1);
    return all.front();
}

}  // namespace

TEST_SUITE_BEGIN("follow-ups");

TEST_CASE("a follow-up says what is to be done, by whom, by when, and which record said so") {
    const FollowUpStatus status = only({talk()}, "2026-10-05");
    CHECK(status.id.str() == "k3f9x2wd");
    CHECK(status.what == "Send the template");
    CHECK(status.owner == "Mia Chen");
    CHECK(status.by == date("2026-10-20"));
    CHECK(status.said_on == date("2026-10-05"));
    CHECK(status.said_by == "Mia Chen");
    CHECK(status.file == file);
    CHECK(status.is_open());
}

TEST_CASE("an open follow-up is late from the day after its date") {
    CHECK(only({talk()}, "2026-10-20").late_days == 0);
    CHECK(only({talk()}, "2026-10-21").late_days == 1);
    CHECK(only({talk()}, "2026-11-02").late_days == 13);
}

TEST_CASE("a record that names it under done ticks it off") {
    const Journal records = journal({talk(), tick("2026-10-19")});
    CHECK(only(records, "2026-10-18").is_open());
    const FollowUpStatus status = only(records, "2026-12-01");
    CHECK(status.done_on == date("2026-10-19"));
    CHECK(status.done_by == "Dana Reyes");
    CHECK(status.late_days == 0);
}

TEST_CASE("one that is done stays late by the days it was late") {
    CHECK(only(journal({talk(), tick("2026-10-23")}), "2026-12-01").late_days == 3);
}

TEST_CASE("the first tick counts") {
    const Journal records = journal({talk(), tick("2026-10-23"), tick("2026-10-21")});
    CHECK(only(records, "2026-12-01").done_on == date("2026-10-21"));
}

TEST_CASE("a tick that was written later is not known before") {
    const Journal records =
        journal({talk(), tick("2026-10-19", "recorded: 2026-11-02T09:00:00Z\n")});
    CHECK(only(records, "2026-10-31").is_open());
    CHECK_FALSE(only(records, "2026-11-02").is_open());
}

TEST_CASE("a follow-up that was written later does not exist before") {
    CHECK(follow_ups({talk("2026-11-02T15:00:00Z")}, date("2026-10-31")).empty());
    CHECK(follow_ups({talk()}, date("2026-10-04")).empty());
}

TEST_CASE("open ones come first, each group by its date") {
    const auto said = [](std::string_view suffix, std::string_view by) {
        return record("kind: coaching\ndate: 2026-10-05\nby: Mia Chen\nfollow_up: {by: " +
                          std::string(by) + ", what: x}\n",
                      "2026-10-05-coaching-" + std::string(suffix) + ".yaml");
    };
    const Journal records = journal({said("aaaaaaaa", "2026-10-30"), said("bbbbbbbb", "2026-10-09"),
                                     said("k3f9x2wd", "2026-10-08"), tick("2026-10-07")});
    std::string order;
    for (const FollowUpStatus& status : follow_ups(records, date("2026-10-14"))) {
        order += status.id.str() + " ";
    }
    CHECK(order == "bbbbbbbb aaaaaaaa k3f9x2wd ");
}

TEST_CASE("a follow-up is called by the suffix of its record's name, or by the name itself") {
    CHECK(follow_up_id("2026-10-05-coaching-k3f9x2wd.yaml").str() == "k3f9x2wd");
    CHECK(follow_up_id("2026-10-05-coaching.yaml").str() == "2026-10-05-coaching");
    CHECK(follow_up_id("2026-10-05-coaching-second-call.yaml").str() ==
          "2026-10-05-coaching-second-call");
}

TEST_CASE("a name too long for an id leaves the follow-up without one") {
    CHECK(follow_up_id("2026-10-05-coaching-" + std::string(60, 'x') + ".yaml").empty());
}

TEST_CASE("recognition is counted beside criticism") {
    const auto note = [](std::string_view kind, std::string_view day) {
        return record("kind: " + std::string(kind) + "\ndate: " + std::string(day) +
                      "\nby: Mia Chen\n");
    };
    const Journal records =
        journal({note("recognition", "2026-10-05"), note("recognition", "2026-10-08"),
                 note("concern", "2026-10-06"), note("coaching", "2026-10-06"),
                 note("response", "2026-10-07"), review("2026-10-07")});
    const Feedback early = feedback(records, date("2026-10-06"));
    CHECK(early.positive == 1);
    CHECK(early.negative == 1);
    CHECK(early.neutral == 1);
    const Feedback all = feedback(records, date("2026-10-14"));
    CHECK(all.positive == 2);
    CHECK(all.negative == 1);
    CHECK(all.neutral == 1);
}

TEST_SUITE_END();
