// Numbers as files hold them and as people type them, and what is said about those that are
// neither.
#include "base/numbers/decimal.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

namespace {

std::string in_file(std::string_view text) {
    const auto value = parse_decimal(text);
    return value ? to_string(*value) : value.error().message + " -> " + value.error().hint;
}

std::string typed(std::string_view text) {
    const auto number = parse_human_number(text);
    if (!number) {
        return number.error().message + " -> " + number.error().hint;
    }
    return to_string(number->value) + (number->percent ? " percent" : "");
}

/// The part of the text that the complaint marks.
std::string marked_in_file(std::string_view text) {
    const auto value = parse_decimal(text);
    return value ? "" : std::string{text.substr(value.error().offset, value.error().length)};
}

std::string marked_typed(std::string_view text) {
    const auto value = parse_human_number(text);
    return value ? "" : std::string{text.substr(value.error().offset, value.error().length)};
}

constexpr std::string_view plain_hint = "write a plain decimal such as 75 or 0.5";

}  // namespace

TEST_SUITE_BEGIN("number text");

TEST_CASE("a file holds plain decimals") {
    CHECK(in_file("0") == "0");
    CHECK(in_file("75") == "75");
    CHECK(in_file("-1234.5") == "-1234.5");
    CHECK(in_file("0.05") == "0.05");
    CHECK(in_file("1.50") == "1.5");
    CHECK(in_file("-0") == "0");
}

TEST_CASE("fifteen digits fit and sixteen do not") {
    CHECK(in_file("123456789012345") == "123456789012345");
    CHECK(in_file("123456.789012345") == "123456.789012345");
    CHECK(in_file("1234567890123456") ==
          "'1234567890123456' has more than 15 digits -> round it, or choose a larger unit");
}

TEST_CASE("nine digits after the point fit and ten do not") {
    CHECK(in_file("0.123456789") == "0.123456789");
    CHECK(in_file("0.1234567890") == "0.123456789");
    CHECK(
        in_file("0.1234567891") ==
        "'0.1234567891' has more than 9 digits after the point -> round it to 9 digits after the point");
    CHECK(marked_in_file("0.1234567891") == "1");
}

TEST_CASE("a leading zero is refused in a file") {
    CHECK(in_file("007") == "'007' has a leading zero -> write 7");
    CHECK(in_file("-010.5") == "'-010.5' has a leading zero -> write -10.5");
    CHECK(in_file("00") == "'00' has a leading zero -> write 0");
    CHECK(marked_in_file("-010.5") == "0");
}

TEST_CASE("a leading plus is refused in a file") {
    CHECK(in_file("+5") == "'+5' has a plus sign -> write 5");
}

TEST_CASE("a point without digits on one side is refused in a file") {
    CHECK(in_file(".5") == "'.5' has no digit before the point -> write 0.5");
    CHECK(in_file("-.5") == "'-.5' has no digit before the point -> write -0.5");
    CHECK(in_file("5.") == "'5.' has no digit after the point -> write 5");
    CHECK(marked_in_file("5.") == ".");
}

TEST_CASE("an exponent is refused in a file with the plain digits") {
    CHECK(in_file("1e5") == "'1e5' has an exponent -> write 100000");
    CHECK(in_file("1.5E-3") == "'1.5E-3' has an exponent -> write 0.0015");
    CHECK(in_file("2e+2") == "'2e+2' has an exponent -> write 200");
}

TEST_CASE("an exponent out of range is no number") {
    CHECK(in_file("1e400") == "'1e400' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("1e99999999999") ==
          "'1e99999999999' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("1e-10") == "'1e-10' is not a number -> " + std::string{plain_hint});
}

TEST_CASE("a comma before three digits can be read two ways") {
    CHECK(in_file("250,000") == "'250,000' can be read two ways -> write 250000 or 250.0");
    CHECK(in_file("1,234") == "'1,234' can be read two ways -> write 1234 or 1.234");
    CHECK(in_file("-1,230") == "'-1,230' can be read two ways -> write -1230 or -1.23");
}

TEST_CASE("a comma that can only be a decimal comma is hinted at as a point") {
    CHECK(in_file("1,5") == "'1,5' has a comma for a point -> write 1.5");
    CHECK(in_file("0,500") == "'0,500' has a comma for a point -> write 0.5");
    CHECK(in_file("1234,567") == "'1234,567' has a comma for a point -> write 1234.567");
    CHECK(marked_in_file("1,5") == ",");
}

TEST_CASE("separators of thousands are dropped in the hint where they can mean nothing else") {
    CHECK(in_file("1,234,567") == "'1,234,567' has a separator of thousands -> write 1234567");
    CHECK(in_file("1.234.567") == "'1.234.567' has a separator of thousands -> write 1234567");
    CHECK(in_file("1,234.50") == "'1,234.50' has a separator of thousands -> write 1234.5");
    CHECK(in_file("250.000,50") == "'250.000,50' has a separator of thousands -> write 250000.5");
    CHECK(in_file("250_000") == "'250_000' has a separator of thousands -> write 250000");
    CHECK(in_file("1'000") == "'1'000' has a separator of thousands -> write 1000");
    CHECK(in_file("250\u202f000,5") ==
          "'250\u202f000,5' has a separator of thousands -> write 250000.5");
    CHECK(in_file("250 000") == "'250 000' has a space in it -> write 250000");
}

TEST_CASE("separators between other than thousands are no number") {
    CHECK(in_file("1,2,3") == "'1,2,3' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("12 34") == "'12 34' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("2.5.1") == "'2.5.1' is not a number -> " + std::string{plain_hint});
}

TEST_CASE("a percent sign is refused in a file") {
    CHECK(in_file("15%") == "'15%' has a percent sign -> write 15");
    CHECK(in_file("14 %") == "'14 %' has a space in it -> write 14");
}

TEST_CASE("an abbreviation is refused in a file with its digits") {
    CHECK(in_file("310k") == "'310k' is abbreviated -> write 310000");
    CHECK(in_file("1.2M") == "'1.2M' is abbreviated -> write 1200000");
    CHECK(marked_in_file("310k") == "k");
}

TEST_CASE("a currency is refused in a file") {
    CHECK(in_file("$310k") == "'$310k' names a currency -> write 310000");
    CHECK(in_file("310 USD") == "'310 USD' names a currency -> write 310");
    CHECK(marked_in_file("310 USD") == "USD");
}

TEST_CASE("infinity and not-a-number are no numbers") {
    CHECK(in_file("inf") == "'inf' is not a number -> " + std::string{plain_hint});
    CHECK(in_file(".inf") == "'.inf' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("-.INF") == "'-.INF' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("NaN") == "'NaN' is not a number -> " + std::string{plain_hint});
}

TEST_CASE("hexadecimal, dates and words are no numbers") {
    CHECK(in_file("0x10") == "'0x10' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("2026-10-05") == "'2026-10-05' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("--5") == "'--5' is not a number -> " + std::string{plain_hint});
    CHECK(in_file("yes") == "'yes' is not a number -> " + std::string{plain_hint});
}

TEST_CASE("what follows a number is marked") {
    CHECK(marked_in_file("75ok") == "ok");
    CHECK(marked_in_file("-75.5ok") == "ok");
    CHECK(marked_in_file("abc") == "");
}

TEST_CASE("no number at all is said so") {
    CHECK(in_file("") == "a number is missing -> " + std::string{plain_hint});
    CHECK(typed("  ") == "a number is missing -> write a number such as 310000, 310k, 0.5 or 14%");
}

TEST_CASE("a typographic minus sign is refused with a plain one") {
    CHECK(in_file("\u22125") == "'\u22125' has a typographic minus sign -> write -5");
}

TEST_CASE("a very long text is cut in the message") {
    CHECK(in_file(std::string(100'000, 'x')).size() < 200);
}

TEST_CASE("control characters in a number are shown as escapes") {
    CHECK(in_file("7\x1b[0m") == "'7\\e[0m' is not a number -> " + std::string{plain_hint});
}

TEST_CASE("people abbreviate thousands, millions and billions") {
    CHECK(typed("310000") == "310000");
    CHECK(typed("310k") == "310000");
    CHECK(typed("310K") == "310000");
    CHECK(typed("1.2m") == "1200000");
    CHECK(typed("3B") == "3000000000");
}

TEST_CASE("people type signs, bare points and percent signs") {
    CHECK(typed("-5") == "-5");
    CHECK(typed("+3") == "3");
    CHECK(typed(".5") == "0.5");
    CHECK(typed("-.5k") == "-500");
    CHECK(typed("14%") == "14 percent");
    CHECK(typed("14 %") == "14 percent");
    CHECK(typed("  75 ") == "75");
}

TEST_CASE("an abbreviated number that is too large is refused") {
    CHECK(typed("999999b") == "999999000000000");
    CHECK(typed("1000000b") ==
          "'1000000b' has more than 15 digits -> round it, or choose a larger unit");
}

TEST_CASE("a person's comma is refused with what may be meant, abbreviation and all") {
    CHECK(typed("250,000") == "'250,000' can be read two ways -> write 250000 or 250.0");
    CHECK(typed("1,250k") == "'1,250k' can be read two ways -> write 1250k or 1.25k");
    CHECK(typed("250.000,50") == "'250.000,50' has a separator of thousands -> write 250000.5");
}

TEST_CASE("a person's exponents, separators and currencies are refused with the accepted form") {
    CHECK(typed("1e5") == "'1e5' has an exponent -> write 100000");
    CHECK(typed("250_000") == "'250_000' has a separator of thousands -> write 250000");
    CHECK(typed("250 000") == "'250 000' has a space in it -> write 250000");
    CHECK(typed("$310k") == "'$310k' names a currency -> write 310k");
    CHECK(typed("310k€") == "'310k€' names a currency -> write 310k");
    CHECK(typed("-$5") == "'-$5' names a currency -> write -5");
    CHECK(typed("EUR 1,5m") == "'EUR 1,5m' names a currency -> write 1.5m");
    CHECK(typed("310 k") == "'310 k' has a space in it -> write 310k");
}

TEST_CASE("a person's leading zero is refused, since 010 is eight to some") {
    CHECK(typed("010") == "'010' has a leading zero -> write 10");
}

TEST_CASE("the mark is right in a text with spaces before it") {
    CHECK(marked_typed("  75ok") == "ok");
    CHECK(marked_typed(" $5") == "$");
}

TEST_CASE("every hint of a number is itself accepted") {
    for (const std::string_view text :
         {"007", "1e5", "1,5", "250_000", "$310k", "1,234,567", "-$5"}) {
        const auto number = parse_human_number(text);
        REQUIRE_FALSE(number);
        CHECK(parse_human_number(number.error().hint.substr(6)).has_value());
    }
}

TEST_SUITE_END();
