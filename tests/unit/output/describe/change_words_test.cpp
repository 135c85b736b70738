#include "output/describe/terms.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::output;

namespace {

std::string words(std::optional<std::string> from, std::optional<std::string> to) {
    return short_words({"success", std::move(from), std::move(to), Effect::easier});
}

}  // namespace

TEST_SUITE_BEGIN("change words");

TEST_CASE("a change is its field, both values and its effect") {
    CHECK(words("90", "80") == "success: 90 -> 80 (easier)");
    CHECK(words(std::nullopt, "80") == "success: new, 80 (easier)");
    CHECK(words("90", std::nullopt) == "success: dropped, was 90 (easier)");
}

TEST_CASE("texts of several words are in quotes, collections are not") {
    CHECK(words("all goals", "{score: 90}") == "success: 'all goals' -> {score: 90} (easier)");
}

TEST_CASE("long texts are cut to where they differ, never within a character") {
    const std::string start =
        "Wenn die Ziele bis zum Ende nicht erreicht sind, kann der Plan üüüüüü";
    const auto [from, to] =
        shown_values({"consequences", start + " verlängert werden", start + " enden", {}});
    CHECK(from == "'…r Plan üüüüüü verlängert werden'");
    CHECK(to == "'…r Plan üüüüüü enden'");
}

TEST_CASE("lines and control characters are shown as escapes") {
    CHECK(words("One\nTwo", "One") == "success: One\\nTwo -> One (easier)");
}

TEST_CASE("an answer says who, in which role, and who saw a refusal") {
    SignatureStatus answer;
    answer.by = "Dana Reyes";
    CHECK(describe(answer) == "Dana Reyes (rep) signed");
    answer.answer = Answer::refused;
    answer.witness = "Sam Ortiz";
    CHECK(describe(answer) == "Dana Reyes (rep) refused to sign, Sam Ortiz was witness");
    answer.answer = Answer::unavailable;
    CHECK(describe(answer) == "Dana Reyes (rep) was unavailable");
}

TEST_SUITE_END();
