#include "evaluate/plan/reviews.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

std::string dates_in_words(const std::vector<Date>& dates) {
    std::string text;
    for (const Date each : dates) {
        text += (text.empty() ? "" : " ") + to_string(each).substr(5);
    }
    return text;
}

/// The due dates of a plan from 2026-10-01 to `ends`, with records and holidays.
std::string due_dates(std::string_view schedule, std::string_view ends, const Journal& records = {},
                      std::string_view policy = "") {
    const Settings rules = settings("format: 1\ncalendar: {holidays: [2026-11-26, 2026-12-25]}\n" +
                                    std::string(policy));
    const Plan terms = plan("rep: Dana Reyes\nstarts: 2026-10-01\nends: " + std::string(ends) +
                            "\nreviews: " + std::string(schedule) + "\n");
    const Timeline line = timeline(rules, terms, records, date("2027-12-31"));
    return dates_in_words(review_dates(rules, rules.workdays(), *terms.reviews, line, line.starts));
}

ReviewStatus status(std::vector<Date> held, std::string_view as_of) {
    const std::vector<Date> due{date("2026-10-08"), date("2026-10-15"), date("2026-10-22"),
                                date("2026-10-29")};
    return review_status(due, held, date("2026-10-01"), date(as_of));
}

}  // namespace

TEST_SUITE_BEGIN("reviews");

TEST_CASE("weekly reviews are due on the plan's weekday, the first after a week") {
    CHECK(due_dates("weekly", "2026-10-31") == "10-08 10-15 10-22 10-29");
}

TEST_CASE("a due date on a holiday moves to the next workday") {
    CHECK(due_dates("weekly", "2026-12-03") ==
          "10-08 10-15 10-22 10-29 11-05 11-12 11-19 11-27 12-03");
}

TEST_CASE("reviews every two weeks leave one out") {
    CHECK(due_dates("every 2 weeks", "2026-11-15") == "10-15 10-29 11-12");
}

TEST_CASE("monthly reviews are due on the same day of the month") {
    CHECK(due_dates("monthly", "2026-12-31") == "11-02 12-01");  // 11-01 is a Sunday
}

TEST_CASE("listed dates are due as listed, on workdays") {
    CHECK(due_dates("[2026-12-01, 2026-10-30, 2026-11-14]", "2026-12-31") == "10-30 11-16 12-01");
}

TEST_CASE("a pause moves what is due after it by its length") {
    const Journal leave =
        journal({review("2026-10-12", "decision: pause\nfrom: 2026-10-13\nuntil: 2026-10-26\n")});
    CHECK(due_dates("weekly", "2026-10-31", leave) == "10-08 10-29 11-05 11-12");
}

TEST_CASE("where pauses move nothing, no review is due in a pause") {
    const Journal leave =
        journal({review("2026-10-12", "decision: pause\nfrom: 2026-10-13\nuntil: 2026-10-26\n")});
    CHECK(due_dates("weekly", "2026-10-31", leave, "policy: {pause_extends: never}\n") ==
          "10-08 10-29");
}

TEST_CASE("an extension adds due dates up to the new end") {
    const Journal more = journal({review("2026-10-20", "decision: extend\nuntil: 2026-11-12\n")});
    CHECK(due_dates("weekly", "2026-10-31", more) == "10-08 10-15 10-22 10-29 11-05 11-12");
}

TEST_CASE("a review covers the latest due date before it") {
    const ReviewStatus after = status({date("2026-10-16")}, "2026-10-17");
    CHECK(after.due == 2);
    CHECK(after.missed == 1);  // 10-08
    CHECK(after.overdue_since == std::nullopt);
    CHECK(after.next == date("2026-10-22"));
}

TEST_CASE("a second review in the same week covers the one that was missed") {
    CHECK(status({date("2026-10-15"), date("2026-10-16")}, "2026-10-17").missed == 0);
}

TEST_CASE("a review held early covers the due date it came before") {
    const ReviewStatus early = status({date("2026-10-06")}, "2026-10-09");
    CHECK(early.missed == 0);
    CHECK(early.due == 1);
    CHECK(early.held == 1);
}

TEST_CASE("a review is overdue only after its day") {
    CHECK(status({}, "2026-10-08").overdue_since == std::nullopt);
    CHECK(status({}, "2026-10-09").overdue_since == date("2026-10-08"));
    CHECK(status({date("2026-10-08")}, "2026-10-16").overdue_since == date("2026-10-15"));
}

TEST_CASE("a due date is the next one on its own day") {
    CHECK(status({}, "2026-10-15").next == date("2026-10-15"));
    CHECK(status({}, "2026-10-30").next == std::nullopt);
}

TEST_CASE("a second review on a due date does not cover the next one") {
    CHECK(status({date("2026-10-08"), date("2026-10-08")}, "2026-10-16").missed == 1);
    CHECK(status({date("2026-10-08"), date("2026-10-09")}, "2026-10-16").missed == 0);
}

TEST_CASE("a review before the plan starts covers nothing") {
    CHECK(status({date("2026-09-30")}, "2026-10-09").missed == 1);
    CHECK(status({date("2026-10-01")}, "2026-10-09").missed == 0);
}

TEST_SUITE_END();
