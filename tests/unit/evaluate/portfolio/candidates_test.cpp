#include "evaluate/portfolio/trigger.hpp"

#include <doctest/doctest.h>

using namespace perfplan;
using namespace perfplan::evaluate;

namespace {

const FiscalYear calendar_year;
const Date today{2026, 10, 14};
const std::vector<Trigger> policy{{50, 2, std::nullopt}, {70, std::nullopt, 3}};

PeriodResult result(const std::string& period, std::optional<Decimal> quota, Decimal attained,
                    Decimal ramp = 100) {
    return {*parse_period(period, calendar_year), quota, ramp, attained};
}

std::string rule_of(const std::vector<PeriodResult>& results) {
    const Candidacy judged = candidacy(results, policy, today);
    return judged.triggered() ? describe(judged.fired.front().rule) : "";
}

}  // namespace

TEST_CASE("a rule for each of the last periods fires when all of them are below") {
    CHECK(rule_of({result("2026-Q2", 100, 49), result("2026-Q3", 100, 30)}) ==
          "attainment below 50% in each of the last 2 periods");
    CHECK(rule_of({result("2026-Q2", 100, 50), result("2026-Q3", 100, 30)}).empty());
    CHECK(rule_of({result("2026-Q3", 100, 30)}).empty());
}

TEST_CASE("a rule over the last periods adds them up, by what applied of each quota") {
    // (60 + 10 + 60) / (100 + 50% of 100 + 100) = 130 / 250 = 52%
    CHECK(rule_of({result("2026-Q1", 100, 60), result("2026-Q2", 100, 10, 50),
                   result("2026-Q3", 100, 60)}) == "attainment below 70% over the last 3 periods");
    // (60 + 55 + 60) / 250 = 70%, which is not below
    CHECK(rule_of({result("2026-Q1", 100, 60), result("2026-Q2", 100, 55, 50),
                   result("2026-Q3", 100, 60)})
              .empty());
}

TEST_CASE("periods come in any order, and older ones do not count") {
    CHECK(rule_of({result("2026-Q3", 100, 30), result("2026-Q1", 100, 200),
                   result("2026-Q2", 100, 49)}) ==
          "attainment below 50% in each of the last 2 periods");
}

TEST_CASE("leave, a missing quota, a ramp of nothing and a period that runs still are left out") {
    PeriodResult leave = result("2026-Q2", 100, 0);
    leave.leave = PeriodResult::Leave::yes;
    const Candidacy judged =
        candidacy({result("2025-Q3", 100, 40), result("2025-Q4", std::nullopt, 0),
                   result("2026-Q1", 100, 0, 0), leave, result("2026-Q3", 100, 30),
                   result("2026-Q4", 100, 1)},
                  policy, today);
    REQUIRE(judged.triggered());
    CHECK(judged.fired.front().periods == std::vector<std::size_t>{0, 4});
    CHECK(judged.periods[1].left_out == LeftOut::no_quota);
    CHECK(judged.periods[2].left_out == LeftOut::no_quota);
    CHECK(judged.periods[3].left_out == LeftOut::leave);
    CHECK(judged.periods[5].left_out == LeftOut::not_over);
    CHECK(why(judged, policy) ==
          "40% in 2025-Q3 and 30% in 2026-Q3; 2025-Q4 left out: no quota; 2026-Q1 left out: no "
          "quota; 2026-Q2 left out: leave; 2026-Q4 left out: not over yet");
}

TEST_CASE("a half-way ramp makes half of the quota enough") {
    const Candidacy judged =
        candidacy({result("2026-Q3", 200000, 90000, 50)}, {{90, 1, std::nullopt}}, today);
    CHECK(!judged.triggered());
    CHECK(judged.periods.front().attainment == Fraction(9) / 10);
    CHECK(why(judged, {{90, 1, std::nullopt}}) == "90% in 2026-Q3, not below 90%");
}

TEST_CASE("the first rule of the policy that fires is the one that counts") {
    const Candidacy judged = candidacy(
        {result("2026-Q1", 100, 10), result("2026-Q2", 100, 10), result("2026-Q3", 100, 10)},
        policy, today);
    CHECK(judged.fired.size() == 2);
    CHECK(why(judged, policy) ==
          "10% in 2026-Q2 and 10% in 2026-Q3; also attainment below 70% over the last 3 periods");
}

TEST_CASE("it is said why no rule fired") {
    const Candidacy judged =
        candidacy({result("2026-Q2", 100, 20), result("2026-Q3", 100, 80)}, policy, today);
    CHECK(why(judged, policy) ==
          "80% in 2026-Q3, not below 50%; 2 periods of the 3 that 'attainment below 70% over the "
          "last 3 periods' asks for");
}

TEST_CASE("the shortfall covers the periods that a rule fired on") {
    const Candidacy quarters =
        candidacy({result("2026-Q1", 250000, 80000), result("2026-Q2", 300000, 90000, 80)},
                  {{50, 2, std::nullopt}}, today);
    const Shortfall half = shortfall_of(quarters, quarters.fired.front(), calendar_year);
    CHECK(half.period == "2026-H1");
    CHECK(half.quota == Decimal(550000));
    CHECK(half.attained == Decimal(170000));
    // (250000 + 240000) / 550000
    CHECK(half.ramp == std::vector{*parse_decimal("89.090909")});
    CHECK(attainment(half) == *parse_decimal("0.3469"));

    const Candidacy months = candidacy({result("2026-08", 100, 10, 50), result("2026-09", 100, 20)},
                                       {{50, 2, std::nullopt}}, today);
    const Shortfall two = shortfall_of(months, months.fired.front(), calendar_year);
    CHECK(two.period == "2026-08 to 2026-09");
    CHECK(two.ramp == std::vector<Decimal>{50, 100});
}

TEST_CASE("periods with a gap between them are listed, fiscal ones keep their names") {
    const Candidacy gap = candidacy({result("2026-Q1", 100, 10), result("2026-Q3", 100, 20)},
                                    {{50, 2, std::nullopt}}, today);
    CHECK(shortfall_of(gap, gap.fired.front(), calendar_year).period == "2026-Q1 and 2026-Q3");
    const FiscalYear february{2, FiscalYear::NamedBy::end};
    const Candidacy fiscal = candidacy({{*parse_period("FY27-Q1", february), 100, 100, 10},
                                        {*parse_period("FY27-Q2", february), 100, 100, 10}},
                                       {{50, 2, std::nullopt}}, today);
    CHECK(shortfall_of(fiscal, fiscal.fired.front(), february).period == "FY27-H1");
}
