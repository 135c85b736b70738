// Whatever is typed, every parser answers, and what it says about the text can be shown.
#include "base/dates/date.hpp"
#include "base/dates/period.hpp"
#include "base/numbers/decimal.hpp"
#include "base/text/slug.hpp"
#include "base/text/text.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

using namespace perfplan;
using namespace perfplan::base;

namespace {

constexpr int rounds = 10'000;

/// Texts of the pieces that numbers, dates, periods and ids are made of, in any order, and of
/// worse.
std::string any_text(std::mt19937& random) {
    static const std::vector<std::string> pieces{
        "0",      "1",      "7",    "26",       "2026", "31",     "999999999999",
        "-",      "+",      "/",    ".",        ",",    "e",      "k",
        "%",      "$",      "€",    "USD",      "_",    "'",      " ",
        "q",      "Q4",     "FY",   "h",        "oct",  "fri",    "th",
        "the",    "ago",    "in",   "d",        "w",    "next",   "eom",
        "T",      "\t",     "\x1b", "é",        "\xff", "\u202e", "中",
        "\u2212", "\u00a0", "con",  "\xe4\xb8", "\n",   "''"};
    std::string text;
    for (int i = std::uniform_int_distribution{0, 7}(random); i > 0; --i) {
        text += pieces[std::uniform_int_distribution<std::size_t>{0, pieces.size() - 1}(random)];
    }
    return text;
}

bool is_showable(std::string_view text) {
    return !find_invalid_utf8(text) && !find_unsafe(text) &&
           text.find_first_of("\n\r\t") == std::string::npos;
}

/// In our style: shown in one line, no full stop, and a mark that lies within the text.
bool is_well_said(const ParseError& wrong, std::string_view text) {
    return !wrong.message.empty() && !wrong.hint.empty() && is_showable(wrong.message) &&
           is_showable(wrong.hint) && !wrong.message.ends_with('.') && !wrong.hint.ends_with('.') &&
           wrong.offset <= text.size() && wrong.length <= text.size() - wrong.offset;
}

template <class Parser>
void check_all_is_well_said(unsigned seed, const Parser& parse) {
    std::mt19937 random{seed};
    int refused = 0;
    for (int i = 0; i < rounds; ++i) {
        const std::string text = any_text(random);
        const auto value = parse(text);
        if (!value) {
            ++refused;
            REQUIRE_MESSAGE(is_well_said(value.error(), text), visible(text)
                                                                   << ": " << value.error().message
                                                                   << " -> " << value.error().hint);
        }
    }
    CHECK(refused > rounds / 2);
}

}  // namespace

TEST_SUITE_BEGIN("misread");

TEST_CASE("whatever is wrong with a decimal is well said") {
    check_all_is_well_said(1, [](std::string_view text) { return parse_decimal(text); });
}

TEST_CASE("whatever is wrong with a typed number is well said") {
    check_all_is_well_said(2, [](std::string_view text) { return parse_human_number(text); });
}

TEST_CASE("whatever is wrong with a date is well said") {
    check_all_is_well_said(3, [](std::string_view text) { return parse_date(text); });
}

TEST_CASE("whatever is wrong with a typed date is well said") {
    const DateContext words{.today = Date{2026, 10, 14}};
    check_all_is_well_said(4, [&](std::string_view text) { return parse_human_date(text, words); });
}

TEST_CASE("whatever is wrong with a period is well said") {
    check_all_is_well_said(5, [](std::string_view text) { return parse_period(text, {}); });
}

TEST_CASE("whatever is wrong with an id is well said") {
    check_all_is_well_said(6, [](std::string_view text) { return parse_slug(text); });
}

TEST_CASE("what a hint about a number proposes is accepted") {
    std::mt19937 random{7};
    for (int i = 0; i < rounds; ++i) {
        const auto number = parse_human_number(any_text(random));
        const std::string hint = number ? "" : number.error().hint;
        const bool proposes = hint.starts_with("write ") && hint.find(' ', 6) == std::string::npos;
        REQUIRE_MESSAGE((!proposes || parse_human_number(hint.substr(6))), hint);
    }
}

TEST_CASE("what a hint about a date proposes is accepted") {
    std::mt19937 random{8};
    const DateContext words{.today = Date{2026, 10, 14}};
    for (int i = 0; i < rounds; ++i) {
        const auto date = parse_human_date(any_text(random), words);
        const std::string hint = date ? "" : date.error().hint;
        const bool proposes = hint.starts_with("write ") && hint.find(' ', 6) == std::string::npos;
        REQUIRE_MESSAGE((!proposes || parse_human_date(hint.substr(6), words)), hint);
    }
}

TEST_CASE("what a hint about an id proposes is accepted") {
    std::mt19937 random{9};
    for (int i = 0; i < rounds; ++i) {
        const auto slug = parse_slug(any_text(random));
        const std::string hint = slug ? "" : slug.error().hint;
        const bool proposes = hint.starts_with("write ") && hint.find(' ', 6) == std::string::npos;
        REQUIRE_MESSAGE((!proposes || parse_slug(hint.substr(6))), hint);
    }
}

TEST_SUITE_END();
