#include "base/text/slug.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

using namespace perfplan;
using namespace perfplan::base;

namespace {

std::string read(std::string_view text) {
    const auto slug = parse_slug(text);
    return slug ? slug->str() : slug.error().message + " -> " + slug.error().hint;
}

std::string marked(std::string_view text) {
    const auto slug = parse_slug(text);
    return slug ? "" : std::string{text.substr(slug.error().offset, slug.error().length)};
}

std::string made(std::string_view name) {
    const auto slug = slug_from(name);
    return slug ? slug->str() : "nothing";
}

std::string nth(std::string_view base, int n) {
    return numbered(parse_slug(base).value(), n).str();
}

/// Names of all sorts of pieces: letters of many scripts, marks, signs, controls, broken bytes.
std::string any_name(std::mt19937& random) {
    const std::vector<std::string> pieces{
        "a",      "Z",       "7",      "-",  " ", "ß",  "Ä", "é",    "ﬁ",        "½",    "李",
        "م",      "o\u0308", "\u0301", "’",  "'", "\n", "_", "\xff", "con",      "com1", "🙂",
        "\u202e", "İ",       "Ł",      "..", "/", "ǅ",  "①", "ﷺ",    "\xe2\x80", "nul"};
    std::string name;
    for (int i = std::uniform_int_distribution{0, 40}(random); i > 0; --i) {
        name += pieces[std::uniform_int_distribution<std::size_t>{0, pieces.size() - 1}(random)];
    }
    return name;
}

}  // namespace

TEST_SUITE_BEGIN("slug");

TEST_CASE("an id holds lower-case letters, digits and hyphens") {
    CHECK(read("dana-reyes") == "dana-reyes");
    CHECK(read("2026-q4") == "2026-q4");
    CHECK(read("r-1042") == "r-1042");
    CHECK(read("x") == "x");
}

TEST_CASE("an id of another kind is refused with the nearest one that is valid") {
    CHECK(read("Dana-Reyes") ==
          "'Dana-Reyes' is not an id: it has a capital letter -> write dana-reyes");
    CHECK(read("dana reyes") ==
          "'dana reyes' is not an id: ' ' can't be part of one -> write dana-reyes");
    CHECK(read("zoë") == "'zoë' is not an id: 'ë' can't be part of one -> write zoe");
    CHECK(read("-x") == "'-x' is not an id: it starts with a hyphen -> write x");
    CHECK(read("../etc") == "'../etc' is not an id: '.' can't be part of one -> write etc");
}

TEST_CASE("an id that resembles no other is refused with the rule") {
    const std::string rule = "write lower-case letters, digits and hyphens, such as dana-reyes";
    CHECK(read("") == "an id is missing -> " + rule);
    CHECK(read("李") == "'李' is not an id: '李' can't be part of one -> " + rule);
    CHECK(read("--") == "'--' is not an id: it starts with a hyphen -> " + rule);
}

TEST_CASE("the character that can't be part of an id is marked") {
    CHECK(marked("dana_reyes") == "_");
    CHECK(marked("zoë") == "ë");
    CHECK(marked("a\xff") == "\xff");
}

TEST_CASE("sixty-three characters fit and sixty-four do not") {
    CHECK(parse_slug(std::string(63, 'a')).has_value());
    CHECK(marked(std::string(64, 'a')) == "a");
    CHECK(read(std::string(64, 'a')) ==
          "'" + std::string(64, 'a') + "' is not an id: it is longer than 63 characters -> write " +
              std::string(63, 'a'));
}

TEST_CASE("names of Windows devices are refused") {
    CHECK(read("con") == "'con' is not an id: Windows keeps this name for a device -> write con-1");
    CHECK_FALSE(parse_slug("nul").has_value());
    CHECK_FALSE(parse_slug("com1").has_value());
    CHECK_FALSE(parse_slug("lpt9").has_value());
    CHECK(parse_slug("com").has_value());
    CHECK(parse_slug("con2").has_value());
    CHECK(parse_slug("conn").has_value());
}

TEST_CASE("control characters in an id are shown as escapes") {
    CHECK(read("a\x1b") == "'a\\e' is not an id: '\\e' can't be part of one -> write a");
}

TEST_CASE("names are spelled out in plain letters") {
    CHECK(made("Dana Reyes") == "dana-reyes");
    CHECK(made("Jürgen Groß") == "juergen-gross");
    CHECK(made("François Łukasz") == "francois-lukasz");
    CHECK(made("Åse Ørsted Æsir Œuvre") == "ase-oersted-aesir-oeuvre");
    CHECK(made("Đorđe Þór Guðrún") == "dorde-thor-gudrun");
    CHECK(made("İpek Yıldız") == "ipek-yildiz");
    CHECK(made("STRAẞE") == "strasse");
    CHECK(made("Nguyễn Thị Ánh") == "nguyen-thi-anh");
}

TEST_CASE("apostrophes vanish from names") {
    CHECK(made("Zoë O'Neil") == "zoe-oneil");
    CHECK(made("Zoë O’Neil") == "zoe-oneil");
    CHECK(made("D´Angelo") == "dangelo");
}

TEST_CASE("a letter with its mark apart is the same letter") {
    CHECK(made("Ju\u0308rgen") == "juergen");
    CHECK(made("Zoe\u0308") == made("Zoë"));
}

TEST_CASE("letters of compatibility are the plain ones") {
    CHECK(made("ﬁne") == "fine");
    CHECK(made("２０２６－Ｑ４") == "2026-q4");
    CHECK(made("№ ①") == "no-1");
}

TEST_CASE("whatever parts words becomes one hyphen") {
    CHECK(made("R&D  --  west/coast") == "r-d-west-coast");
    CHECK(made("  2026-Q4 ") == "2026-q4");
    CHECK(made("李 Wei") == "wei");
}

TEST_CASE("a name without a letter that can be spelled out gives nothing") {
    CHECK(made("李小龙") == "nothing");
    CHECK(made("محمد") == "nothing");
    CHECK(made("...") == "nothing");
    CHECK(made("") == "nothing");
}

TEST_CASE("a long name is cut at a word") {
    CHECK(made(std::string(60, 'a') + " bbb") == std::string(60, 'a'));
    CHECK(made(std::string(60, 'a') + " bb") == std::string(60, 'a') + "-bb");
    CHECK(made(std::string(80, 'a')) == std::string(63, 'a'));
}

TEST_CASE("a name that is a device's gets a suffix") {
    CHECK(made("Con") == "con-1");
    CHECK(made("COM1") == "com1-1");
}

TEST_CASE("an id made from any name is valid") {
    std::mt19937 random{1};
    int made_ids = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string name = any_name(random);
        if (const auto slug = slug_from(name)) {
            ++made_ids;
            REQUIRE_MESSAGE(parse_slug(slug->str()).has_value(), name);
        }
    }
    CHECK(made_ids > 10'000);
}

TEST_CASE("an id made from an id is the same") {
    std::mt19937 random{2};
    for (int i = 0; i < 5'000; ++i) {
        if (const auto slug = slug_from(any_name(random))) {
            REQUIRE(made(slug->str()) == slug->str());
        }
    }
}

TEST_CASE("the n-th of a name carries its number") {
    CHECK(nth("dana-reyes", 1) == "dana-reyes");
    CHECK(nth("dana-reyes", 2) == "dana-reyes-2");
    CHECK(nth("dana-reyes", 117) == "dana-reyes-117");
    CHECK(nth("dana-reyes", -5) == "dana-reyes");
}

TEST_CASE("the n-th of a long name is cut so that it stays valid") {
    CHECK(nth(std::string(63, 'a'), 12) == std::string(60, 'a') + "-12");
    CHECK(nth(std::string(60, 'a') + "-bb", 2) == std::string(60, 'a') + "-2");
}

TEST_SUITE_END();
