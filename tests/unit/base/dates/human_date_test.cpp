#include "base/dates/date.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

namespace {

constexpr Date wednesday{2026, 10, 14};

DateContext words() {
    return {.today = wednesday};
}

DateContext past() {
    return {.today = wednesday, .lean = Direction::past};
}

std::string read(std::string_view text, const DateContext& meant = words()) {
    const auto date = parse_human_date(text, meant);
    return date ? to_string(*date) : date.error().message + " -> " + date.error().hint;
}

std::string marked(std::string_view text) {
    const auto date = parse_human_date(text, words());
    return date ? "" : std::string{text.substr(date.error().offset, date.error().length)};
}

constexpr std::string_view examples = "write a date such as 2026-10-05, 5 oct, fri, +2w or eom";

}  // namespace

TEST_SUITE_BEGIN("human date");

TEST_CASE("an ISO date is what it says") {
    CHECK(read("2026-10-05") == "2026-10-05");
    CHECK(read("  2026-10-05 ") == "2026-10-05");
}

TEST_CASE("an ISO date that does not exist is refused as in a file") {
    CHECK(read("2026-02-30") ==
          "'2026-02-30' is not a day: February 2026 has 28 days -> write 2026-02-28");
    CHECK(marked(" 2026-02-30") == "30");
}

TEST_CASE("today and its neighbors") {
    CHECK(read("today") == "2026-10-14");
    CHECK(read("Yesterday") == "2026-10-13");
    CHECK(read("TOMORROW") == "2026-10-15");
}

TEST_CASE("a weekday to come is the next one, today among them") {
    CHECK(read("wed") == "2026-10-14");
    CHECK(read("fri") == "2026-10-16");
    CHECK(read("Friday") == "2026-10-16");
    CHECK(read("tues") == "2026-10-20");
    CHECK(read("sunday") == "2026-10-18");
}

TEST_CASE("a weekday gone by is the last one, today among them") {
    CHECK(read("wed", past()) == "2026-10-14");
    CHECK(read("fri", past()) == "2026-10-09");
    CHECK(read("thu", past()) == "2026-10-08");
    CHECK(read("sun", past()) == "2026-10-11");
}

TEST_CASE("next and last weekdays leave today out, whichever way dates lean") {
    CHECK(read("next wed") == "2026-10-21");
    CHECK(read("next fri") == "2026-10-16");
    CHECK(read("last wed") == "2026-10-07");
    CHECK(read("last fri") == "2026-10-09");
    CHECK(read("next wed", past()) == "2026-10-21");
}

TEST_CASE("a distance counts from today") {
    CHECK(read("+2w") == "2026-10-28");
    CHECK(read("-3d") == "2026-10-11");
    CHECK(read("+1m") == "2026-11-14");
    CHECK(read("+1y") == "2027-10-14");
    CHECK(read("+10 days") == "2026-10-24");
    CHECK(read("2w ago") == "2026-09-30");
    CHECK(read("10 days ago") == "2026-10-04");
    CHECK(read("1 month ago") == "2026-09-14");
    CHECK(read("in 2 weeks") == "2026-10-28");
}

TEST_CASE("a distance in months ends on a day the month has") {
    CHECK(read("+1m", {.today = Date{2027, 1, 31}}) == "2027-02-28");
}

TEST_CASE("a distance without its direction is refused with both") {
    CHECK(read("2w") == "'2w' does not say in which direction -> write +2w or -2w");
    CHECK(read("10 days") ==
          "'10 days' does not say in which direction -> write +10days or -10days");
}

TEST_CASE("a distance without its unit is refused with all units") {
    CHECK(read("+2") ==
          "'+2' does not say days, weeks, months or years -> write +2d, +2w, +2m or +2y");
}

TEST_CASE("a distance that leaves the calendar is refused") {
    CHECK(read("+1000y") == "'+1000y' is out of range -> write a day of the years 1900 to 2999");
    CHECK(read("-200y") == "'-200y' is out of range -> write a day of the years 1900 to 2999");
    CHECK(read("+99999999999999999999d") ==
          "'+99999999999999999999d' is out of range -> write a day of the years 1900 to 2999");
}

TEST_CASE("the ends and beginnings of what today lies in") {
    CHECK(read("eom") == "2026-10-31");
    CHECK(read("eoq") == "2026-12-31");
    CHECK(read("EOY") == "2026-12-31");
    CHECK(read("bom") == "2026-10-01");
    CHECK(read("boq") == "2026-10-01");
    CHECK(read("boy") == "2026-01-01");
}

TEST_CASE("the quarter of today is the calendar's, whatever the fiscal year") {
    CHECK(read("eoq", {.today = Date{2026, 5, 31}, .fiscal_year_starts = 2}) == "2026-06-30");
    CHECK(read("boq", {.today = Date{2026, 5, 31}, .fiscal_year_starts = 2}) == "2026-04-01");
}

TEST_CASE("a period is its last or its first day") {
    CHECK(read("2026-Q4") == "2026-12-31");
    CHECK(read("2026-Q4", {.today = wednesday, .edge = PeriodEnd::first}) == "2026-10-01");
    CHECK(read("2026-11") == "2026-11-30");
    CHECK(read("2026") == "2026-12-31");
    CHECK(read("oct 2026", {.today = wednesday, .edge = PeriodEnd::first}) == "2026-10-01");
}

TEST_CASE("a fiscal period is the company's") {
    DateContext meant = words();
    meant.fiscal_year_starts = 2;
    CHECK(read("FY27-Q1", meant) == "2026-04-30");
    meant.fiscal_year_named_by_end = false;
    CHECK(read("FY27-Q1", meant) == "2027-04-30");
}

TEST_CASE("a day and a month with a year are that day in any order") {
    CHECK(read("5 oct 2026") == "2026-10-05");
    CHECK(read("oct 5 2026") == "2026-10-05");
    CHECK(read("October 5, 2026") == "2026-10-05");
    CHECK(read("5th of October 2026") == "2026-10-05");
    CHECK(read("5-Oct-2026") == "2026-10-05");
    CHECK(read("2026 oct 5") == "2026-10-05");
}

TEST_CASE("a day and a month without a year are the nearest in the direction dates lean") {
    CHECK(read("5 oct") == "2027-10-05");
    CHECK(read("oct 5", past()) == "2026-10-05");
    CHECK(read("14 oct") == "2026-10-14");
    CHECK(read("14 oct", past()) == "2026-10-14");
    CHECK(read("dec 24") == "2026-12-24");
    CHECK(read("dec 24", past()) == "2025-12-24");
}

TEST_CASE("the 29th of February is looked for in leap years") {
    CHECK(read("29 feb") == "2028-02-29");
    CHECK(read("29 feb", past()) == "2024-02-29");
    CHECK(read("29 feb", {.today = Date{2096, 3, 1}}) == "2104-02-29");
}

TEST_CASE("a day the named month never has is refused") {
    CHECK(read("30 feb") == "'30 feb' is not a day: February 2026 has 28 days -> write 2026-02-28");
    CHECK(read("31 apr 2027") ==
          "'31 apr 2027' is not a day: April 2027 has 30 days -> write 2027-04-30");
}

TEST_CASE("a year of two digits is refused with four") {
    CHECK(read("5 oct 26") == "'5 oct 26' has a year of two digits -> write 2026-10-05");
    CHECK(marked("5 oct 26") == "26");
}

TEST_CASE("a day of the month is the nearest in the direction dates lean") {
    CHECK(read("the 5th") == "2026-11-05");
    CHECK(read("5th", past()) == "2026-10-05");
    CHECK(read("14th") == "2026-10-14");
    CHECK(read("31st", past()) == "2026-08-31");
    CHECK(read("the 31st", {.today = Date{2027, 2, 1}}) == "2027-03-31");
}

TEST_CASE("a day past the 31st is refused") {
    CHECK(read("32nd") ==
          "'32nd' is not a day: months have days 1 to 31 -> write a day such as the 5th");
    CHECK(read("0th") ==
          "'0th' is not a day: months have days 1 to 31 -> write a day such as the 5th");
}

TEST_CASE("dates in slashes or points are refused with all their readings") {
    CHECK(read("03/04/26") == "'03/04/26' can be read two ways -> write 2026-03-04 or 2026-04-03");
    CHECK(read("3.4.2026") == "'3.4.2026' can be read two ways -> write 2026-03-04 or 2026-04-03");
    CHECK(read("25.12.2026") == "'25.12.2026' is not written year-month-day -> write 2026-12-25");
    CHECK(read("12/25/2026") == "'12/25/2026' is not written year-month-day -> write 2026-12-25");
}

TEST_CASE("a pair of numbers is refused with its readings of the nearest year") {
    CHECK(read("10/5") == "'10/5' can be read two ways -> write 2027-10-05 or 2027-05-10");
    CHECK(read("10/5", past()) == "'10/5' can be read two ways -> write 2026-10-05 or 2026-05-10");
    CHECK(read("24.12.") == "'24.12.' is not written year-month-day -> write 2026-12-24");
}

TEST_CASE("a number alone is refused with what it lacks") {
    CHECK(read("5") ==
          "'5' is not a date -> write the month too, such as 5 oct, or a distance such as +5d");
}

TEST_CASE("a month alone is refused with what it lacks") {
    CHECK(read("oct") ==
          "'oct' does not say which day -> write 5 oct for a day, or 2026-10 for the month");
}

TEST_CASE("a period that is not written as one is refused with its label") {
    CHECK(read("Q4 2026") == "'Q4 2026' is not how a period is written -> write 2026-Q4");
    CHECK(read("2026-Q5") ==
          "'2026-Q5' is not a period: a year has 4 quarters -> write 2026-Q1 to 2026-Q4");
    CHECK(read("2026-13") ==
          "'2026-13' is not a period: a year has 12 months -> write 2026-01 to 2026-12");
}

TEST_CASE("a misspelled word is answered with the phrase that was meant") {
    CHECK(read("tomorow") == "'tomorow' is not a date -> did you mean 'tomorrow'?");
    CHECK(read("yesteday") == "'yesteday' is not a date -> did you mean 'yesterday'?");
    CHECK(read("frday") == "'frday' is not a date -> did you mean 'friday'?");
    CHECK(read("nxet fri") == "'nxet fri' is not a date -> did you mean 'next fri'?");
    CHECK(read("5 octber") == "'5 octber' is not a date -> did you mean '5 october'?");
    CHECK(read("2 wekes ago") == "'2 wekes ago' is not a date -> did you mean '2 weeks ago'?");
    CHECK(marked("  5 octber") == "octber");
}

TEST_CASE("what reminds of no date is refused with the forms there are") {
    CHECK(read("whenever") == "'whenever' is not a date -> " + std::string{examples});
    CHECK(read("next week") == "'next week' is not a date -> " + std::string{examples});
    CHECK(read("") == "a date is missing -> " + std::string{examples});
    CHECK(read("\xff\xfe") == "'\\xff\\xfe' is not a date -> " + std::string{examples});
}

TEST_CASE("every date in a hint is itself accepted") {
    for (const std::string_view text :
         {"25.12.2026", "12/25/26", "2026-02-30", "5 oct 26", "Q4 2026"}) {
        const auto date = parse_human_date(text, words());
        REQUIRE_FALSE(date);
        CHECK(parse_human_date(date.error().hint.substr(6), words()).has_value());
    }
}

TEST_SUITE_END();
