#include "base/text/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <vector>

using namespace perfplan;
using namespace perfplan::base;

namespace {

const std::vector<std::string>& clusters() {
    static const std::vector<std::string> all{"a",
                                              "Z",
                                              " ",
                                              "7",
                                              "é",
                                              "e\u0301",
                                              "o\u0308\u0301",
                                              "中",
                                              "文",
                                              "ｱ",
                                              "Ａ",
                                              "🙂",
                                              "👩‍💻",
                                              "👨‍👩‍👧‍👦",
                                              "🇩🇪",
                                              "❤️",
                                              "👍🏽",
                                              "1\ufe0f\u20e3",
                                              "한",
                                              "\u1112\u1161\u11ab",
                                              "ß",
                                              "…",
                                              "ท\u0e35\u0e48"};
    return all;
}

std::string any_text(std::mt19937& random, int longest) {
    std::string text;
    for (int i = std::uniform_int_distribution{0, longest}(random); i > 0; --i) {
        const auto last = clusters().size() - 1;
        text += clusters()[std::uniform_int_distribution<std::size_t>{0, last}(random)];
    }
    return text;
}

}  // namespace

TEST_SUITE_BEGIN("width");

TEST_CASE("plain characters take one column each") {
    CHECK(display_width("") == 0);
    CHECK(display_width("plain text") == 10);
    CHECK(display_width("Zoë…") == 4);
}

TEST_CASE("wide characters take two columns") {
    CHECK(display_width("中文") == 4);
    CHECK(display_width("한") == 2);
    CHECK(display_width("Ａ") == 2);
    CHECK(display_width("🙂") == 2);
}

TEST_CASE("a combining mark takes no column") {
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("\u1112\u1161\u11ab") == 2);
}

TEST_CASE("an emoji of several characters takes two columns") {
    CHECK(display_width("👩‍💻") == 2);
    CHECK(display_width("👨‍👩‍👧‍👦") == 2);
    CHECK(display_width("👍🏽") == 2);
    CHECK(display_width("🇩🇪") == 2);
    CHECK(display_width("🇩🇪🇫🇷") == 4);
    CHECK(display_width("❤️") == 2);
    CHECK(display_width("1\ufe0f\u20e3") == 2);
}

TEST_CASE("a sign that may be an emoji takes one column as text") {
    CHECK(display_width("❤") == 1);
    CHECK(display_width("✓") == 1);
}

TEST_CASE("an invalid byte takes one column") {
    CHECK(display_width("a\xff") == 2);
}

TEST_CASE("text that fits is not cut") {
    CHECK(perfplan::base::truncate("goal", 4) == "goal");
    CHECK(perfplan::base::truncate("", 0) == "");
    CHECK(perfplan::base::truncate("e\u0301", 1) == "e\u0301");
}

TEST_CASE("text that does not fit ends in an ellipsis") {
    CHECK(perfplan::base::truncate("pipeline", 5) == "pipe…");
    CHECK(perfplan::base::truncate("pipeline", 1) == "…");
    CHECK(perfplan::base::truncate("pipeline", 0) == "");
    CHECK(perfplan::base::truncate("中文字", 4) == "中…");
    CHECK(perfplan::base::truncate("中文字", 5) == "中文…");
}

TEST_CASE("a cluster is never cut") {
    CHECK(perfplan::base::truncate("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
    CHECK(perfplan::base::truncate("👩‍💻👩‍💻", 3) == "👩‍💻…");
    CHECK(perfplan::base::truncate("👩‍💻👩‍💻", 2) == "…");
}

TEST_CASE("padding fills up to the width on the side asked for") {
    CHECK(pad("ab", 4) == "ab  ");
    CHECK(pad("ab", 4, Align::right) == "  ab");
    CHECK(pad("中", 4) == "中  ");
    CHECK(pad("e\u0301", 2) == "e\u0301 ");
    CHECK(pad("abcde", 4) == "abcde");
}

TEST_CASE("cut text never takes more columns than allowed") {
    std::mt19937 random{1};
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = any_text(random, 12);
        const std::size_t width = std::uniform_int_distribution<std::size_t>{0, 20}(random);
        const std::string cut = perfplan::base::truncate(text, width);
        REQUIRE_MESSAGE(display_width(cut) <= width, text);
    }
}

TEST_CASE("cut text lacks at most the column that a wide character would not fit") {
    std::mt19937 random{2};
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = any_text(random, 12);
        const std::size_t width = std::uniform_int_distribution<std::size_t>{1, 20}(random);
        const std::size_t expected = std::min(width, display_width(text));
        REQUIRE_MESSAGE(display_width(perfplan::base::truncate(text, width)) + 1 >= expected, text);
    }
}

TEST_CASE("cut text starts like the whole one") {
    std::mt19937 random{3};
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = any_text(random, 12);
        const std::size_t width = std::uniform_int_distribution<std::size_t>{1, 20}(random);
        std::string cut = perfplan::base::truncate(text, width);
        if (cut != text) {
            REQUIRE(cut.ends_with("…"));
            cut.erase(cut.rfind("…"));
        }
        REQUIRE_MESSAGE(text.starts_with(cut), text);
    }
}

TEST_CASE("padded text has the width asked for, or its own") {
    std::mt19937 random{4};
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = any_text(random, 8);
        const std::size_t width = std::uniform_int_distribution<std::size_t>{0, 20}(random);
        const std::size_t expected = std::max(width, display_width(text));
        REQUIRE_MESSAGE(display_width(pad(text, width)) == expected, text);
        REQUIRE_MESSAGE(display_width(pad(text, width, Align::right)) == expected, text);
    }
}

TEST_CASE("wrapped lines fit, but for single words") {
    std::mt19937 random{5};
    for (int i = 0; i < 5'000; ++i) {
        const std::string text = any_text(random, 30);
        const std::size_t width = std::uniform_int_distribution<std::size_t>{1, 20}(random);
        for (const std::string& line : wrap(text, width)) {
            const bool one_word = trim(line).find(' ') == std::string_view::npos;
            REQUIRE_MESSAGE((one_word || display_width(line) <= width), text);
        }
    }
}

TEST_SUITE_END();

TEST_CASE("vowel signs that stand beside their letter have a column of their own") {
    CHECK(display_width("\u0939\u093f\u0928\u094d\u0926\u0940") ==
          5);                                               // Hindi: three letters, two signs
    CHECK(display_width("\u0e01\u0e33\u0e44\u0e23") == 4);  // Thai with SARA AM
    CHECK(display_width("e\u0301") == 1);
}
