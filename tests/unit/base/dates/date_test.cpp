#include "base/dates/date.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <ostream>
#include <random>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

namespace {

constexpr Date first_date{1900, 1, 1};
constexpr Date last_date{2999, 12, 31};

std::string read(std::string_view text) {
    const auto date = parse_date(text);
    return date ? to_string(*date) : date.error().message + " -> " + date.error().hint;
}

std::string marked(std::string_view text) {
    const auto date = parse_date(text);
    return date ? "" : std::string{text.substr(date.error().offset, date.error().length)};
}

std::string later(std::string_view date, int months) {
    return to_string(add_months(parse_date(date).value(), months));
}

Date any_date(std::mt19937& random) {
    return first_date + std::uniform_int_distribution{0, last_date - first_date}(random);
}

}  // namespace

TEST_SUITE_BEGIN("date");

TEST_CASE("every day of eleven centuries is read back as it is printed") {
    for (Date date = first_date; date <= last_date; date = date + 1) {
        const auto again = parse_date(to_string(date));
        REQUIRE_MESSAGE((again && *again == date), to_string(date));
    }
}

TEST_CASE("printed dates sort like the days they name") {
    std::mt19937 random{1};
    for (int i = 0; i < 10'000; ++i) {
        const Date a = any_date(random);
        const Date b = any_date(random);
        REQUIRE((a < b) == (to_string(a) < to_string(b)));
    }
}

TEST_CASE("a date is read in one form only") {
    CHECK(read("2026-10-05") == "2026-10-05");
    CHECK(read("1900-01-01") == "1900-01-01");
    CHECK(read("2999-12-31") == "2999-12-31");
    CHECK(read("2028-02-29") == "2028-02-29");
}

TEST_CASE("a day the month lacks is refused with the month's last day") {
    CHECK(read("2026-02-30") ==
          "'2026-02-30' is not a day: February 2026 has 28 days -> write 2026-02-28");
    CHECK(read("2100-02-29") ==
          "'2100-02-29' is not a day: February 2100 has 28 days -> write 2100-02-28");
    CHECK(read("2026-04-31") ==
          "'2026-04-31' is not a day: April 2026 has 30 days -> write 2026-04-30");
    CHECK(read("2026-01-00") ==
          "'2026-01-00' is not a day: months start with day 1 -> write 2026-01-01");
    CHECK(marked("2026-02-30") == "30");
}

TEST_CASE("a month past the twelfth is refused with day and month swapped if that exists") {
    CHECK(read("2026-25-12") ==
          "'2026-25-12' is not a day: there is no month 25 -> write 2026-12-25");
    CHECK(read("2026-13-31") ==
          "'2026-13-31' is not a day: there is no month 13 -> write a month from 01 to 12");
    CHECK(marked("2026-13-31") == "13");
}

TEST_CASE("years that are surely a slip are refused") {
    CHECK(read("1899-12-31") == "'1899-12-31' is out of range -> write a year from 1900 to 2999");
    CHECK(read("3000-01-01") == "'3000-01-01' is out of range -> write a year from 1900 to 2999");
    CHECK(read("0226-10-05") == "'0226-10-05' is out of range -> write a year from 1900 to 2999");
    CHECK(marked("0226-10-05") == "0226");
}

TEST_CASE("a date with two readings is refused with both") {
    CHECK(read("03/04/26") == "'03/04/26' can be read two ways -> write 2026-03-04 or 2026-04-03");
    CHECK(read("3.4.2026") == "'3.4.2026' can be read two ways -> write 2026-03-04 or 2026-04-03");
    CHECK(read("03-04-2026") ==
          "'03-04-2026' can be read two ways -> write 2026-03-04 or 2026-04-03");
}

TEST_CASE("another order of digits is refused with its only reading") {
    CHECK(read("25.12.2026") == "'25.12.2026' is not written year-month-day -> write 2026-12-25");
    CHECK(read("12/25/26") == "'12/25/26' is not written year-month-day -> write 2026-12-25");
    CHECK(read("03/03/26") == "'03/03/26' is not written year-month-day -> write 2026-03-03");
    CHECK(read("2026/10/05") == "'2026/10/05' is not written year-month-day -> write 2026-10-05");
    CHECK(read("2026-1-5") == "'2026-1-5' is not written year-month-day -> write 2026-01-05");
    CHECK(read("20261005") == "'20261005' is not written year-month-day -> write 2026-10-05");
    CHECK(read(" 2026-10-05 ") ==
          "' 2026-10-05 ' is not written year-month-day -> write 2026-10-05");
}

TEST_CASE("a time of day is refused with the date alone") {
    CHECK(read("2026-10-05T09:30:00Z") ==
          "'2026-10-05T09:30:00Z' has more than a date -> write 2026-10-05");
    CHECK(marked("2026-10-05 09:30") == " 09:30");
}

TEST_CASE("a time of day does not hide that there is no such day") {
    CHECK(read("2026-02-30T09:30:00Z") ==
          "'2026-02-30' is not a day: February 2026 has 28 days -> write 2026-02-28");
    CHECK(read("2026-42-05 09:30") ==
          "'2026-42-05' is not a day: there is no month 42 -> write a month from 01 to 12");
    CHECK(marked(" 2026-42-05 09:30") == "42");
}

TEST_CASE("what is no date is refused with an example") {
    CHECK(read("soon") == "'soon' is not a date -> write a date such as 2026-10-05");
    CHECK(read("31/02/2026") == "'31/02/2026' is not a date -> write a date such as 2026-10-05");
    CHECK(read("") == "a date is missing -> write a date such as 2026-10-05");
    CHECK(read("2026-10-05x") == "'2026-10-05x' is not a date -> write a date such as 2026-10-05");
}

TEST_CASE("the same day of a later month") {
    CHECK(later("2026-10-05", 1) == "2026-11-05");
    CHECK(later("2026-10-05", 3) == "2027-01-05");
    CHECK(later("2026-10-05", -10) == "2025-12-05");
    CHECK(later("2026-10-05", 0) == "2026-10-05");
}

TEST_CASE("a day a later month lacks becomes its last day") {
    CHECK(later("2026-01-31", 1) == "2026-02-28");
    CHECK(later("2028-01-31", 1) == "2028-02-29");
    CHECK(later("2028-02-29", 12) == "2029-02-28");
    CHECK(later("2026-03-31", -1) == "2026-02-28");
}

TEST_CASE("months are added as on a calendar with twelve to the year") {
    std::mt19937 random{2};
    for (int i = 0; i < 10'000; ++i) {
        const Date date = any_date(random);
        const int months = std::uniform_int_distribution{-1200, 1200}(random);
        const Date moved = add_months(date, months);
        const int from = date.year() * 12 + static_cast<int>(date.month());
        const int to = moved.year() * 12 + static_cast<int>(moved.month());
        REQUIRE_MESSAGE(to - from == months, to_string(date) << " and " << months);
        const bool same_day = moved.day() == date.day();
        const bool last_day = moved == last_of_month(moved) && moved.day() < date.day();
        REQUIRE_MESSAGE((same_day || last_day), to_string(date) << " and " << months);
    }
}

TEST_CASE("adding months out of all measure ends somewhere") {
    CHECK(add_months(last_date, std::numeric_limits<int>::max()) > last_date);
    CHECK(add_months(first_date, std::numeric_limits<int>::min()) < first_date);
}

TEST_CASE("a month's first and last day") {
    CHECK(to_string(first_of_month(Date{2026, 2, 17})) == "2026-02-01");
    CHECK(to_string(last_of_month(Date{2026, 2, 17})) == "2026-02-28");
    CHECK(to_string(last_of_month(Date{2028, 2, 1})) == "2028-02-29");
}

TEST_CASE("the short form leaves out the year of today") {
    CHECK(short_form(Date{2026, 10, 1}, Date{2026, 1, 31}) == "Oct 1");
    CHECK(short_form(Date{2025, 10, 1}, Date{2026, 1, 31}) == "Oct 1, 2025");
}

TEST_CASE("weekdays have their English names") {
    CHECK(weekday_name(Date{2026, 10, 1}) == "Thursday");
    CHECK(weekday_name(Date{2026, 10, 4}) == "Sunday");
}

TEST_CASE("days are counted between dates") {
    CHECK(Date{2026, 12, 31} - Date{2026, 10, 1} == 91);
    CHECK(Date{2026, 10, 1} - 1 == Date{2026, 9, 30});
    CHECK(Date{} == Date{1970, 1, 1});
}

TEST_CASE("a window holds both of its ends") {
    const Window window{Date{2026, 10, 1}, Date{2026, 12, 31}};
    CHECK(window.contains(Date{2026, 10, 1}));
    CHECK(window.contains(Date{2026, 12, 31}));
    CHECK_FALSE(window.contains(Date{2027, 1, 1}));
    CHECK(Window{Date{2026, 10, 2}, Date{2026, 10, 1}}.empty());
}

TEST_SUITE_END();
