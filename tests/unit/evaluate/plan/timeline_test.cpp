#include "evaluate/plan/timeline.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

const Plan quarter = plan("rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\n");
const Settings acme = settings("format: 1\ncalendar: {holidays: [2026-11-26, 2026-12-25]}\n");

Timeline with(const std::vector<JournalEntry>& reviews, const Settings& rules = acme,
              std::string_view as_of = "2027-12-31") {
    return timeline(rules, quarter, journal(reviews), date(as_of));
}

int counted(const Timeline& line, DayCount basis, Window window) {
    const Calendar calendar = acme.workdays();
    return DayCounter(calendar, basis, line).count(window);
}

constexpr std::string_view two_weeks = "decision: pause\nfrom: 2026-10-12\nuntil: 2026-10-25\n";

}  // namespace

TEST_SUITE_BEGIN("timeline");

TEST_CASE("the quarter of the worked example has 64 workdays, 10 of them gone on October 14") {
    const Timeline line = with({});
    CHECK(counted(line, DayCount::workdays, line.window()) == 64);
    CHECK(counted(line, DayCount::workdays, {line.starts, date("2026-10-14")}) == 10);
}

TEST_CASE("a pause moves the end by its calendar days") {
    const Timeline line = with({review("2026-10-09", two_weeks)});
    CHECK(line.ends == date("2027-01-14"));
    CHECK(line.first_end == date("2026-12-31"));
}

TEST_CASE("a pause moves the end by its workdays where the policy says so") {
    const Timeline line = with({review("2026-10-09", two_weeks)},
                               settings("format: 1\npolicy: {pause_extends: workdays}\n"));
    CHECK(line.ends == date("2027-01-14"));  // ten workdays after Thursday, December 31
}

TEST_CASE("a pause moves nothing where the policy says never") {
    CHECK(with({review("2026-10-09", two_weeks)},
               settings("format: 1\npolicy: {pause_extends: never}\n"))
              .ends == date("2026-12-31"));
}

TEST_CASE("paused days never count") {
    const Timeline line = with({review("2026-10-09", two_weeks)});
    CHECK(counted(line, DayCount::workdays, {line.starts, date("2026-10-25")}) == 7);
    CHECK(counted(line, DayCount::calendar, {line.starts, date("2026-10-25")}) == 11);
}

TEST_CASE("overlapping pauses take each day away once") {
    Timeline line = with({});
    line.pauses = {{date("2026-10-05"), date("2026-10-09")},
                   {date("2026-10-07"), date("2026-10-13")}};
    CHECK(counted(line, DayCount::workdays, {line.starts, date("2026-10-14")}) == 3);
}

TEST_CASE("overlapping pauses move the end by each day once, whoever decided them where") {
    const Timeline line =
        with({review("2026-10-05", "decision: pause\nfrom: 2026-10-12\nuntil: 2026-10-16\n"),
              review("2026-10-06", "decision: pause\nfrom: 2026-10-15\nuntil: 2026-10-20\n")});
    CHECK(line.ends == date("2027-01-09"));  // nine days
    CHECK(line.pauses == std::vector<Window>{{date("2026-10-12"), date("2026-10-20")}});
}

TEST_CASE("a pause inside another moves nothing more") {
    const Timeline line =
        with({review("2026-10-05", two_weeks),
              review("2026-10-06", "decision: pause\nfrom: 2026-10-14\nuntil: 2026-10-16\n")});
    CHECK(line.ends == date("2027-01-14"));
}

TEST_CASE("a pause that begins after the end moves nothing") {
    const Timeline line =
        with({review("2027-01-04", "decision: pause\nfrom: 2027-01-05\nuntil: 2027-01-09\n")});
    CHECK(line.ends == date("2026-12-31"));
}

TEST_CASE("a pause without an end moves the end day by day until somebody resumes") {
    const std::vector<JournalEntry> paused{review("2026-10-12", "decision: pause\n")};
    CHECK(with(paused, acme, "2026-10-14").ends == date("2027-01-03"));
    CHECK(with(paused, acme, "2026-10-14").open_pause == date("2026-10-12"));
    std::vector<JournalEntry> resumed = paused;
    resumed.push_back(review("2026-10-26", "decision: resume\n"));
    CHECK(with(resumed, acme, "2026-10-25").ends == date("2027-01-14"));
    CHECK(with(resumed).ends == date("2027-01-14"));
    CHECK_FALSE(with(resumed).open_pause.has_value());
    CHECK(with(resumed).pauses == std::vector<Window>{{date("2026-10-12"), date("2026-10-25")}});
}

TEST_CASE("who comes back early cuts the pause short") {
    const Timeline line = with({review("2026-10-09", two_weeks),
                                review("2026-10-16", "decision: resume\nfrom: 2026-10-19\n")});
    CHECK(line.ends == date("2027-01-07"));
    CHECK_FALSE(line.paused_on(date("2026-10-19")));
}

TEST_CASE("a pause that is resumed on its first day never was") {
    const Timeline line = with({review("2026-10-05", two_weeks),
                                review("2026-10-08", "decision: resume\nfrom: 2026-10-12\n")});
    CHECK(line.ends == date("2026-12-31"));
    CHECK(line.pauses.empty());
}

TEST_CASE("a later pause is not touched by a resumption") {
    const Timeline line =
        with({review("2026-10-05", "decision: pause\nfrom: 2026-10-06\nuntil: 2026-10-09\n"),
              review("2026-10-05", "decision: pause\nfrom: 2026-11-02\nuntil: 2026-11-06\n"),
              review("2026-10-08", "decision: resume\n")});
    CHECK(line.pauses == std::vector<Window>{{date("2026-10-06"), date("2026-10-07")},
                                             {date("2026-11-02"), date("2026-11-06")}});
}

TEST_CASE("an extension sets the end and keeps the first one visible") {
    const Timeline line = with({review("2026-12-01", "decision: extend\nuntil: 2027-01-31\n")});
    CHECK(line.ends == date("2027-01-31"));
    CHECK(line.first_end == date("2026-12-31"));
    CHECK(line.extensions == 1);
}

TEST_CASE("what is decided later is not known yet") {
    CHECK(with({review("2026-12-01", "decision: extend\nuntil: 2027-01-31\n")}, acme, "2026-11-30")
              .ends == date("2026-12-31"));
}

TEST_CASE("a pause without an end is still running") {
    const Timeline line =
        with({review("2026-10-09", "decision: pause\nfrom: 2026-10-12\n")}, acme, "2026-10-20");
    CHECK(line.paused_on(date("2026-10-20")));
    CHECK(line.ends == date("2027-01-09"));  // nine days so far
}

TEST_SUITE_END();
