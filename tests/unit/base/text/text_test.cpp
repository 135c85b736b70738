#include "base/text/text.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

using namespace perfplan;
using namespace perfplan::base;

namespace {

using Strings = std::vector<std::string>;

/// Any bytes: half of them of characters that matter, half at random.
std::string any_bytes(std::mt19937& random) {
    const Strings pieces{"a",      "é",      "中",     "🙂",   "\u202e", "\u2066",  "\u2028",
                         "\ufeff", "\u0085", "\x1b[",  "\n",     "\r\n",   "\t",      "\x7f",
                         "\ufdd0", "\\",     "\uffff", "\u200d", "\u0301", "\xe4\xb8"};
    std::string text;
    for (int i = std::uniform_int_distribution{0, 30}(random); i > 0; --i) {
        if (std::uniform_int_distribution{0, 1}(random) == 0) {
            text +=
                pieces[std::uniform_int_distribution<std::size_t>{0, pieces.size() - 1}(random)];
        } else {
            text += static_cast<char>(std::uniform_int_distribution{-128, 127}(random));
        }
    }
    return text;
}

}  // namespace

TEST_SUITE_BEGIN("text");

TEST_CASE("valid UTF-8 has no invalid byte") {
    CHECK_FALSE(find_invalid_utf8("").has_value());
    CHECK_FALSE(find_invalid_utf8("plain").has_value());
    CHECK_FALSE(find_invalid_utf8("é中🙂\U0010ffff").has_value());
}

TEST_CASE("the first invalid byte is found") {
    CHECK(find_invalid_utf8("ab\xff") == 2);
    CHECK(find_invalid_utf8("é\x80") == 2);
    CHECK(find_invalid_utf8("ab\xe4\xb8") == 2);
    CHECK(find_invalid_utf8("\xe4\xb8z") == 0);
}

TEST_CASE("overlong forms, surrogates and too large code points are invalid") {
    CHECK(find_invalid_utf8("\xc0\xaf") == 0);
    CHECK(find_invalid_utf8("\xe0\x80\xaf") == 0);
    CHECK(find_invalid_utf8("\xed\xa0\x80") == 0);
    CHECK(find_invalid_utf8("\xf4\x90\x80\x80") == 0);
    CHECK(find_invalid_utf8("\xf8\x88\x80\x80\x80") == 0);
}

TEST_CASE("a NUL is valid UTF-8 but unsafe") {
    const std::string text{"a\0b", 3};
    CHECK_FALSE(find_invalid_utf8(text).has_value());
    CHECK(find_unsafe(text) == 1);
}

TEST_CASE("tabs, line breaks, accents and emoji are safe") {
    CHECK_FALSE(find_unsafe("a\tb\r\nc").has_value());
    CHECK_FALSE(find_unsafe("Zoë 中文 👩‍💻 שלום\u200e").has_value());
}

TEST_CASE("controls, overrides and non-characters are unsafe") {
    for (const std::string_view unsafe :
         {"\x01", "\x1b", "\x7f", "\u0080", "\u009f", "\u202a", "\u202e", "\u2066", "\u2069",
          "\u2028", "\u2029", "\ufeff", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"}) {
        CAPTURE(name_of_character(unsafe));
        CHECK(find_unsafe("é" + std::string{unsafe} + "x") == 2);
    }
}

TEST_CASE("the neighbors of unsafe characters are safe") {
    for (const std::string_view safe : {" ", "~", "\u00a0", "\u2029\u202f", "\u2065", "\u206a",
                                        "\ufefe", "\ufdcf", "\ufdf0", "\ufffd"}) {
        const std::string_view last = safe.substr(safe.size() > 3 ? 3 : 0);
        CAPTURE(name_of_character(last));
        CHECK_FALSE(find_unsafe(last).has_value());
    }
}

TEST_CASE("characters are named by their code points") {
    CHECK(name_of_character("\u202e!") == "U+202E");
    CHECK(name_of_character("\x1b") == "U+001B");
    CHECK(name_of_character("🙂") == "U+1F642");
    CHECK(name_of_character("\xff") == "byte 0xFF");
    CHECK(name_of_character("") == "the end of the text");
}

TEST_CASE("plain text is visible as it is") {
    CHECK(visible("Zoë, 中文 \\n 👩‍💻") == "Zoë, 中文 \\n 👩‍💻");
}

TEST_CASE("what can't be seen is shown as an escape") {
    CHECK(visible("a\nb\r\tc") == "a\\nb\\r\\tc");
    CHECK(visible("\x1b[31m") == "\\e[31m");
    CHECK(visible("\x07\x7f") == "\\x07\\x7f");
    CHECK(visible("\u202e\u0085\ufeff") == "\\u{202e}\\u{85}\\u{feff}");
    CHECK(visible("\xff\xc3") == "\\xff\\xc3");
}

TEST_CASE("line feeds stay in visible lines, and nothing else does") {
    CHECK(visible_lines("a\nb\r\n\tc") == "a\nb\\r\n\\tc");
}

TEST_CASE("visible text is valid, safe and in one line, whatever it came from") {
    std::mt19937 random{1};
    for (int i = 0; i < 20'000; ++i) {
        const std::string shown = visible(any_bytes(random));
        REQUIRE_FALSE(find_invalid_utf8(shown).has_value());
        REQUIRE_FALSE(find_unsafe(shown).has_value());
        REQUIRE(shown.find_first_of("\r\n\t") == std::string::npos);
    }
}

TEST_CASE("making text visible twice changes nothing more") {
    std::mt19937 random{2};
    for (int i = 0; i < 5'000; ++i) {
        const std::string shown = visible(any_bytes(random));
        REQUIRE(visible(shown) == shown);
    }
}

TEST_CASE("two spellings of one name fold to the same") {
    CHECK(folded(" Dana Reyes ") == folded("dana REYES"));
    CHECK(folded("J\u00dcRGEN GRO\u00df") == folded("ju\u0308rgen gro\u00df"));
    CHECK(folded("Dana Reyes") != folded("Dana Reye"));
    CHECK(folded("").empty());
}

TEST_CASE("normalized text is composed") {
    CHECK(normalize("Zoe\u0308") == "Zoë");
    CHECK(normalize("Zoë") == "Zoë");
    CHECK(normalize("plain") == "plain");
    CHECK(normalize("") == "");
    CHECK(normalize("\u212b") == "\u00c5");
}

TEST_CASE("normalizing keeps a NUL and what follows it") {
    const std::string text{"é\0e\u0301", 6};
    CHECK(normalize(text) == std::string{"é\0é", 5});
}

TEST_CASE("trimming takes white space from both ends") {
    CHECK(trim(" \t a b\r\n") == "a b");
    CHECK(trim("a") == "a");
    CHECK(trim(" \n ") == "");
    CHECK(trim("") == "");
    CHECK(trim("\u00a0a") == "\u00a0a");
}

TEST_CASE("only ASCII letters become lower case") {
    CHECK(lower("FY27-Q1 ÄÖ") == "fy27-q1 ÄÖ");
}

TEST_CASE("items are listed in words") {
    CHECK(listing({}) == "");
    CHECK(listing({"a"}) == "a");
    CHECK(listing({"a", "b"}) == "a and b");
    CHECK(listing({"a", "b", "c"}) == "a, b and c");
    CHECK(listing({"a", "b", "c"}, "or") == "a, b or c");
}

TEST_CASE("things are counted in words") {
    CHECK(count(0, "goal") == "0 goals");
    CHECK(count(1, "goal") == "1 goal");
    CHECK(count(2, "goal") == "2 goals");
    CHECK(count(1, "activity", "activities") == "1 activity");
    CHECK(count(3, "activity", "activities") == "3 activities");
}

TEST_CASE("text is wrapped at spaces") {
    CHECK(wrap("one two three", 7) == Strings{"one two", "three"});
    CHECK(wrap("one two three", 100) == Strings{"one two three"});
    CHECK(wrap("one two three", 3) == Strings{"one", "two", "three"});
}

TEST_CASE("a word that is too long stands alone") {
    CHECK(wrap("a extraordinary b", 5) == Strings{"a", "extraordinary", "b"});
    CHECK(wrap("a b", 0) == Strings{"a", "b"});
}

TEST_CASE("line feeds stay where they are") {
    CHECK(wrap("one\n\ntwo three", 5) == Strings{"one", "", "two", "three"});
    CHECK(wrap("", 5) == Strings{""});
    CHECK(wrap("one\n", 5) == Strings{"one", ""});
}

TEST_CASE("spaces inside a line stay and those at a break go") {
    CHECK(wrap("  one  two   three", 10) == Strings{"  one  two", "three"});
    CHECK(wrap("one   ", 10) == Strings{"one"});
}

TEST_CASE("lines are measured in columns") {
    CHECK(wrap("中文 中文 a", 9) == Strings{"中文 中文", "a"});
    CHECK(wrap("e\u0301e\u0301 e\u0301", 4) == Strings{"e\u0301e\u0301 e\u0301"});
}

TEST_SUITE_END();

TEST_CASE("names that differ in what nobody sees are the same name") {
    for (const std::string_view name : {"Jo O'Neil", "jo  o'neil", " Jo\u00a0O\u2019Neil",
                                        "Jo\u2009O'Neil\u200b", "JO O\u02bcNEIL"}) {
        CHECK(folded(name) == "jo o'neil");
    }
    CHECK(folded("Li\u2011Wei") == folded("Li-Wei"));
    CHECK(folded("Li Wei") != folded("LiWei"));
    CHECK(plain_name("Li\u00a0Wei") == "Li Wei");
    CHECK(plain_name("li wei") != plain_name("Li Wei"));
}

TEST_CASE("every kind of space becomes a plain one, and the rest stays") {
    CHECK(with_plain_spaces(" Jo\u00a0\u2009 O\u2019Neil\u3000") == "Jo O\u2019Neil");
}

TEST_CASE("invisible characters are found, joiners are not among them") {
    CHECK(find_invisible("ab\u200bc") == 2);
    CHECK(find_invisible("\u00adc") == 0);
    CHECK(find_invisible("क्‍ष 👩‍🚀") == std::nullopt);
}
