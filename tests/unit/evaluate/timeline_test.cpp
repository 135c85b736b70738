#include <perfplan/evaluate/timeline.hpp>

#include "../samples.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
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
