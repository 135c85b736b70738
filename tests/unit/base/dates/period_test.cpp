#include "base/dates/period.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

using namespace perfplan;
using namespace perfplan::base;

namespace {

constexpr FiscalYear calendar_year{};
constexpr FiscalYear from_february{2, FiscalYear::NamedBy::end};

std::string days(std::string_view text, const FiscalYear& fiscal = from_february) {
    const auto period = parse_period(text, fiscal);
    if (!period) {
        return period.error().message + " -> " + period.error().hint;
    }
    return to_string(period->window().first) + " " + to_string(period->window().last);
}

std::string label(std::string_view text) {
    return parse_period(text, from_february).value().label();
}

std::string before(std::string_view text, const FiscalYear& fiscal = from_february) {
    return parse_period(text, fiscal).value().previous().label();
}

std::string random_label(std::mt19937& random) {
    const auto pick = [&](int first, int last) {
        return std::uniform_int_distribution{first, last}(random);
    };
    const std::string fiscal = "FY" + std::to_string(pick(1902, 2990));
    const std::string calendar = std::to_string(pick(1902, 2990));
    const std::string month = std::to_string(pick(101, 112)).substr(1);
    const std::vector<std::string> labels{calendar,
                                          calendar + "-" + month,
                                          calendar + "-Q" + std::to_string(pick(1, 4)),
                                          calendar + "-H" + std::to_string(pick(1, 2)),
                                          fiscal,
                                          fiscal + "-Q" + std::to_string(pick(1, 4)),
                                          fiscal + "-H" + std::to_string(pick(1, 2))};
    return labels[static_cast<std::size_t>(pick(0, static_cast<int>(labels.size()) - 1))];
}

FiscalYear random_year(std::mt19937& random) {
    const unsigned starts = std::uniform_int_distribution{1U, 12U}(random);
    const bool by_end = std::uniform_int_distribution{0, 1}(random) == 1;
    return {starts, by_end ? FiscalYear::NamedBy::end : FiscalYear::NamedBy::start};
}

constexpr std::string_view examples =
    "write a period such as 2026-11, 2026-Q4, 2026-H2, 2026 or FY27-Q1";

}  // namespace

TEST_SUITE_BEGIN("period");

TEST_CASE("a plain label is of the calendar year") {
    CHECK(days("2026-11") == "2026-11-01 2026-11-30");
    CHECK(days("2026-Q4") == "2026-10-01 2026-12-31");
    CHECK(days("2026-H2") == "2026-07-01 2026-12-31");
    CHECK(days("2026") == "2026-01-01 2026-12-31");
    CHECK(days("2028-02") == "2028-02-01 2028-02-29");
}

TEST_CASE("a fiscal year named by its end starts the year before") {
    CHECK(days("FY27") == "2026-02-01 2027-01-31");
    CHECK(days("FY27-Q1") == "2026-02-01 2026-04-30");
    CHECK(days("FY27-Q4") == "2026-11-01 2027-01-31");
    CHECK(days("FY27-H2") == "2026-08-01 2027-01-31");
}

TEST_CASE("a fiscal year named by its start starts in that year") {
    CHECK(days("FY27", {2, FiscalYear::NamedBy::start}) == "2027-02-01 2028-01-31");
    CHECK(days("FY27-Q4", {2, FiscalYear::NamedBy::start}) == "2027-11-01 2028-01-31");
}

TEST_CASE("a fiscal year from January is the calendar year under either name") {
    CHECK(days("FY27", {1, FiscalYear::NamedBy::end}) == "2027-01-01 2027-12-31");
    CHECK(days("FY27", {1, FiscalYear::NamedBy::start}) == "2027-01-01 2027-12-31");
}

TEST_CASE("labels are canonical whatever their case and digits") {
    CHECK(label("2026-q4") == "2026-Q4");
    CHECK(label("fy2027") == "FY27");
    CHECK(label("fy27-h1") == "FY27-H1");
    CHECK(label("FY1999") == "FY1999");
}

TEST_CASE("the period before has the label of its own year") {
    CHECK(before("2026-01") == "2025-12");
    CHECK(before("2026-Q1") == "2025-Q4");
    CHECK(before("2026-H2") == "2026-H1");
    CHECK(before("2026") == "2025");
    CHECK(before("FY27-Q1") == "FY26-Q4");
    CHECK(before("FY27-H1", {2, FiscalYear::NamedBy::start}) == "FY26-H2");
    CHECK(before("FY00") == "FY1999");
}

TEST_CASE("periods adjoin the ones before them") {
    std::mt19937 random{1};
    for (int i = 0; i < 5'000; ++i) {
        const std::string label = random_label(random);
        const auto period = parse_period(label, random_year(random)).value();
        const Period previous = period.previous();
        REQUIRE_MESSAGE(previous.window().last + 1 == period.window().first, period.label());
        REQUIRE_MESSAGE(previous < period, period.label());
    }
}

TEST_CASE("the label of a period before is read as that period") {
    std::mt19937 random{2};
    for (int i = 0; i < 5'000; ++i) {
        const FiscalYear year = random_year(random);
        const Period previous = parse_period(random_label(random), year).value().previous();
        const auto again = parse_period(previous.label(), year);
        REQUIRE_MESSAGE((again && *again == previous), previous.label());
    }
}

TEST_CASE("the four quarters of a year make up the year") {
    CHECK(parse_period("FY27-Q1", from_february)->window().first ==
          parse_period("FY27", from_february)->window().first);
    CHECK(parse_period("FY27-Q4", from_february)->window().last ==
          parse_period("FY27", from_february)->window().last);
}

TEST_CASE("periods of the same days are equal under both names") {
    CHECK(parse_period("FY27-Q1", calendar_year).value() ==
          parse_period("2027-Q1", calendar_year).value());
    CHECK(parse_period("FY27-Q1", from_february).value() !=
          parse_period("2027-Q1", from_february).value());
}

TEST_CASE("a period written in another way is refused with its label") {
    CHECK(days("2026Q4") == "'2026Q4' is not how a period is written -> write 2026-Q4");
    CHECK(days("Q4 2026") == "'Q4 2026' is not how a period is written -> write 2026-Q4");
    CHECK(days("4Q26") == "'4Q26' is not how a period is written -> write 2026-Q4");
    CHECK(days("26-Q4") == "'26-Q4' is not how a period is written -> write 2026-Q4");
    CHECK(days("FY27Q1") == "'FY27Q1' is not how a period is written -> write FY27-Q1");
    CHECK(days("FY 27") == "'FY 27' is not how a period is written -> write FY27");
    CHECK(days("h1/2026") == "'h1/2026' is not how a period is written -> write 2026-H1");
    CHECK(days("2026-1") == "'2026-1' is not how a period is written -> write 2026-01");
    CHECK(days("202611") == "'202611' is not how a period is written -> write 2026-11");
    CHECK(days("11/2026") == "'11/2026' is not how a period is written -> write 2026-11");
    CHECK(days("Oct 2026") == "'Oct 2026' is not how a period is written -> write 2026-10");
    CHECK(days(" 2026-Q4") == "' 2026-Q4' is not how a period is written -> write 2026-Q4");
}

TEST_CASE("a quarter, half or month past the last is refused with those there are") {
    CHECK(days("2026-Q5") ==
          "'2026-Q5' is not a period: a year has 4 quarters -> write 2026-Q1 to 2026-Q4");
    CHECK(days("FY27-H3") ==
          "'FY27-H3' is not a period: a year has 2 halves -> write FY27-H1 or FY27-H2");
    CHECK(days("2026-00") ==
          "'2026-00' is not a period: a year has 12 months -> write 2026-01 to 2026-12");
}

TEST_CASE("the part of a label that does not exist is marked") {
    const auto period = parse_period("2026-Q5", from_february);
    REQUIRE_FALSE(period);
    CHECK(period.error().offset == 5);
    CHECK(period.error().length == 2);
}

TEST_CASE("a day is refused with its month and quarter") {
    CHECK(days("2026-10-05") == "'2026-10-05' is a day, not a period -> write 2026-10 or 2026-Q4");
}

TEST_CASE("a period without a year is refused") {
    CHECK(days("Q4") == "'Q4' does not say which year -> " + std::string{examples});
    CHECK(days("october") == "'october' does not say which year -> " + std::string{examples});
}

TEST_CASE("what is no period is refused with examples") {
    CHECK(days("soon") == "'soon' is not a period -> " + std::string{examples});
    CHECK(days("") == "a period is missing -> " + std::string{examples});
    CHECK(days("2026-Q44") == "'2026-Q44' is not a period -> " + std::string{examples});
    CHECK(days("99999999999999999999") ==
          "'99999999999999999999' is not a period -> " + std::string{examples});
}

TEST_CASE("a period outside the dates there are is refused") {
    CHECK(days("1899") == "'1899' is out of range -> write a year from 1900 to 2999");
    CHECK(days("FY1900") == "'FY1900' is out of range -> write a year from 1900 to 2999");
    CHECK(days("9999-Q4") == "'9999-Q4' is out of range -> write a year from 1900 to 2999");
    CHECK(days("Q4 3003") == "'Q4 3003' is out of range -> write a year from 1900 to 2999");
    CHECK(days("003003") == "'003003' is out of range -> write a year from 1900 to 2999");
}

TEST_SUITE_END();
