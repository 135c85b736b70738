#include "base/dates/calendar.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <ostream>
#include <random>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

namespace {

constexpr std::bitset<7> monday_to_friday{0b0111110};
constexpr std::bitset<7> sunday_to_thursday{0b0011111};

Calendar company() {
    return {monday_to_friday, {Date{2026, 11, 26}, Date{2026, 12, 25}}};
}

Window fourth_quarter() {
    return {Date{2026, 10, 1}, Date{2026, 12, 31}};
}

Date any_date(std::mt19937& random) {
    return Date{2026, 1, 1} + std::uniform_int_distribution{0, 1500}(random);
}

Calendar any_calendar(std::mt19937& random) {
    std::vector<Date> holidays;
    for (int i = std::uniform_int_distribution{0, 60}(random); i > 0; --i) {
        holidays.push_back(any_date(random));
    }
    const unsigned week = std::uniform_int_distribution{1U, 127U}(random);
    return {std::bitset<7>{week}, std::move(holidays)};
}

int counted_one_by_one(const Calendar& calendar, Window window) {
    int count = 0;
    for (Date date = window.first; date <= window.last; date = date + 1) {
        count += calendar.is_workday(date) ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_SUITE_BEGIN("calendar");

TEST_CASE("a calendar of its own works Monday to Friday") {
    const Calendar calendar;
    CHECK(calendar.is_workday(Date{2026, 10, 2}));
    CHECK_FALSE(calendar.is_workday(Date{2026, 10, 3}));
    CHECK_FALSE(calendar.is_workday(Date{2026, 10, 4}));
    CHECK(calendar.is_workday(Date{2026, 10, 5}));
}

TEST_CASE("a week may be another one") {
    const Calendar calendar{sunday_to_thursday, {}};
    CHECK(calendar.is_workday(Date{2026, 10, 4}));
    CHECK_FALSE(calendar.is_workday(Date{2026, 10, 2}));
}

TEST_CASE("the worked example has 64 workdays") {
    CHECK(company().workdays(fourth_quarter()) == 64);
    CHECK(company().workdays({Date{2026, 10, 1}, Date{2026, 10, 31}}) == 22);
    CHECK(company().workdays({Date{2026, 10, 1}, Date{2026, 10, 14}}) == 10);
    CHECK(company().workdays({Date{2026, 10, 1}, Date{2026, 12, 18}}) == 56);
}

TEST_CASE("a holiday on a day off takes nothing away") {
    const Calendar calendar{monday_to_friday, {Date{2026, 10, 3}, Date{2026, 10, 4}}};
    CHECK(calendar.workdays(fourth_quarter()) == 66);
}

TEST_CASE("a holiday listed twice counts once") {
    const Calendar calendar{monday_to_friday, {Date{2026, 12, 25}, Date{2026, 12, 25}}};
    CHECK(calendar.workdays(fourth_quarter()) == 65);
    CHECK(calendar.holidays().size() == 1);
}

TEST_CASE("an empty window has no days") {
    const Window empty{Date{2026, 10, 2}, Date{2026, 10, 1}};
    CHECK(company().workdays(empty) == 0);
    CHECK(company().days(empty, DayCount::calendar) == 0);
}

TEST_CASE("days are counted on the basis asked for") {
    CHECK(company().days(fourth_quarter(), DayCount::workdays) == 64);
    CHECK(company().days(fourth_quarter(), DayCount::calendar) == 92);
}

TEST_CASE("workdays agree with counting day by day") {
    std::mt19937 random{1};
    for (int i = 0; i < 2'000; ++i) {
        const Calendar calendar = any_calendar(random);
        const Window window{any_date(random), any_date(random)};
        REQUIRE_MESSAGE(calendar.workdays(window) == counted_one_by_one(calendar, window),
                        to_string(window.first) << " to " << to_string(window.last));
    }
}

TEST_CASE("workdays of adjoining windows add up") {
    std::mt19937 random{2};
    for (int i = 0; i < 2'000; ++i) {
        const Calendar calendar = any_calendar(random);
        const Date first = any_date(random);
        const Date middle = first + std::uniform_int_distribution{0, 100}(random);
        const Date last = middle + std::uniform_int_distribution{1, 100}(random);
        REQUIRE(calendar.workdays({first, middle}) + calendar.workdays({middle + 1, last}) ==
                calendar.workdays({first, last}));
    }
}

TEST_CASE("counting the workdays of a millennium takes no longer than those of a week") {
    const Window millennium{Date{1900, 1, 1}, Date{2999, 12, 31}};
    const Calendar calendar = company();
    std::int64_t sum = 0;
    for (int i = 0; i < 200'000; ++i) {  // day by day this would be 80 billion steps
        sum += calendar.workdays(millennium);
    }
    CHECK(sum == std::int64_t{200'000} * calendar.workdays(millennium));
}

TEST_CASE("a day off moves to the next workday") {
    CHECK(company().workday_on_or_after(Date{2026, 10, 3}) == Date{2026, 10, 5});
    CHECK(company().workday_on_or_after(Date{2026, 10, 5}) == Date{2026, 10, 5});
    CHECK(company().workday_on_or_after(Date{2026, 12, 25}) == Date{2026, 12, 28});
}

TEST_CASE("a calendar without a workday gives the day itself") {
    const Calendar never{std::bitset<7>{}, {}};
    CHECK(never.workday_on_or_after(Date{2026, 10, 3}) == Date{2026, 10, 3});
    CHECK(never.workdays(fourth_quarter()) == 0);
}

TEST_CASE("the workday found is the first one on or after the date") {
    std::mt19937 random{3};
    for (int i = 0; i < 2'000; ++i) {
        const Calendar calendar = any_calendar(random);
        const Date date = any_date(random);
        const Date found = calendar.workday_on_or_after(date);
        REQUIRE(calendar.is_workday(found));
        REQUIRE(calendar.workdays({date, found}) == 1);
    }
}

TEST_SUITE_END();
