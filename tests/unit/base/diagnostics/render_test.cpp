#include "base/diagnostics/diagnostic.hpp"
#include "base/text/text.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <random>
#include <string>
#include <vector>

using namespace perfplan;
using namespace perfplan::base;

namespace {

constexpr std::size_t wide = 100;

std::string shown(const Diagnostic& diagnostic, std::size_t width = wide) {
    return render(diagnostic, Color::no, width);
}

/// Source and caret line of an excerpt, without their gutters.
std::string excerpt(std::string_view line, Span marked, std::size_t width = wide) {
    const std::string text = shown(Source{"f", line}.point(marked, "m"), width);
    std::string lines;
    std::size_t at = text.find('\n') + 1;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', at);
        constexpr std::size_t gutter = 8;
        lines += end - at > gutter ? text.substr(at + gutter, end - at - gutter) : "";
        lines += '\n';
        at = end + 1;
    }
    return lines;
}

Diagnostic target_is_wrong() {
    const std::string text = std::string(30, '\n') + "    target: 75ok\n";
    return Source{"plans/dana-reyes/2026-q4/plan.yaml", text}.point(
        {42, 46}, "target must be a number, not '75ok'", "write a plain decimal such as 75 or 0.5");
}

}  // namespace

TEST_SUITE_BEGIN("render");

TEST_CASE("a diagnostic shows place, message, source, caret and hint") {
    CHECK(shown(target_is_wrong()) ==
          "plans/dana-reyes/2026-q4/plan.yaml:31:13: error: target must be a number, not '75ok'\n"
          "   31 |     target: 75ok\n"
          "      |             ^~~~\n"
          "hint: write a plain decimal such as 75 or 0.5\n");
}

TEST_CASE("color marks place, severity and caret, and nothing else differs") {
    CHECK(render(target_is_wrong(), Color::yes, wide) ==
          "\x1b[1mplans/dana-reyes/2026-q4/plan.yaml:31:13:\x1b[0m \x1b[1;31merror:\x1b[0m "
          "target must be a number, not '75ok'\n"
          "   31 |     target: 75ok\n"
          "      |             \x1b[1;32m^~~~\x1b[0m\n"
          "hint: write a plain decimal such as 75 or 0.5\n");
}

TEST_CASE("warnings are yellow and notes cyan") {
    CHECK(render(warning("careful"), Color::yes, wide) == "\x1b[1;33mwarning:\x1b[0m careful\n");
    CHECK(render({.severity = Severity::note, .message = "so"}, Color::yes, wide) ==
          "\x1b[1;36mnote:\x1b[0m so\n");
}

TEST_CASE("a diagnostic without a file is its message") {
    CHECK(shown(usage_error("unknown command 'stauts'", "did you mean 'status'?")) ==
          "error: unknown command 'stauts'\nhint: did you mean 'status'?\n");
}

TEST_CASE("a diagnostic about a whole file has no line") {
    CHECK(shown(io_error("plan.yaml", "it can't be read")) ==
          "plan.yaml: error: it can't be read\n");
}

TEST_CASE("a finding of a check ends in the name of its rule") {
    Diagnostic diagnostic = warning("goal 'x' has no metric");
    diagnostic.rule = "smart-measurable";
    CHECK(shown(diagnostic) == "warning: goal 'x' has no metric [smart-measurable]\n");
}

TEST_CASE("an excerpt without a line number has an empty gutter") {
    Diagnostic diagnostic = usage_error("wrong");
    diagnostic.excerpt = Excerpt{"a b", {2, 3}};
    CHECK(shown(diagnostic) == "error: wrong\n      | a b\n      |   ^\n");
}

TEST_CASE("a long line number widens the gutter of both lines") {
    Diagnostic diagnostic = usage_error("wrong");
    diagnostic.at = Location{1'234'567, 1};
    diagnostic.excerpt = Excerpt{"ab", {0, 2}};
    CHECK(shown(diagnostic) == "error: wrong\n1234567 | ab\n        | ^~\n");
}

TEST_CASE("control characters in names, messages, hints and rules are shown as escapes") {
    Diagnostic diagnostic = io_error("a\x1b[2J\n.yaml", "b\u202e\nc", "d\x07");
    diagnostic.rule = "e\t";
    CHECK(shown(diagnostic) == "a\\e[2J\\n.yaml: error: b\\u{202e}\\nc [e\\t]\nhint: d\\x07\n");
}

TEST_CASE("an empty mark is a caret alone") {
    CHECK(excerpt("abc", {1, 1}) == "abc\n ^\n");
    CHECK(excerpt("abc", {3, 3}) == "abc\n   ^\n");
}

TEST_CASE("an empty line has a caret under its start and no space at its end") {
    CHECK(shown(Source{"f", "\n"}.point({0, 0}, "m")) == "f:1:1: error: m\n    1 |\n      | ^\n");
}

TEST_CASE("tabs are shown up to the next of four columns") {
    CHECK(excerpt("\tab", {1, 3}) == "    ab\n    ^~\n");
    CHECK(excerpt("a\tb", {2, 3}) == "a   b\n    ^\n");
    CHECK(excerpt("a\tb", {1, 2}) == "a   b\n ^~~\n");
}

TEST_CASE("the caret stands under wide characters in their width") {
    CHECK(excerpt("中文: x", {3, 6}) == "中文: x\n  ^~\n");
    CHECK(excerpt("中文: x", {8, 9}) == "中文: x\n      ^\n");
}

TEST_CASE("the caret does not count combining marks") {
    CHECK(excerpt("e\u0301e\u0301: x", {8, 9}) == "e\u0301e\u0301: x\n    ^\n");
}

TEST_CASE("escapes in the source line are visible and counted by the caret") {
    CHECK(excerpt("a\x1b[mb", {4, 5}) == "a\\e[mb\n     ^\n");
    CHECK(excerpt("a\x1b[mb", {1, 2}) == "a\\e[mb\n ^~\n");
    CHECK(excerpt("a\xff z", {1, 2}) == "a\\xff z\n ^~~~\n");
}

TEST_CASE("a mark within a character marks the character") {
    CHECK(excerpt("a中b", {2, 3}) == "a中b\n ^~\n");
}

TEST_CASE("a line that is too wide is cut on the right") {
    CHECK(excerpt("abc wrong and very much more text", {4, 9}, 28) ==
          "abc wrong and very …\n    ^~~~~\n");
}

TEST_CASE("a line that is too wide is cut on the left") {
    CHECK(excerpt("very much text and then it is wrong", {30, 35}, 28) ==
          "…nd then it is wrong\n" + std::string(15, ' ') + "^~~~~\n");
}

TEST_CASE("a line that is too wide is cut on both sides of the mark") {
    CHECK(excerpt("very much text before the wrong and very much after", {26, 31}, 28) ==
          "…e the wrong and ve…\n" + std::string(7, ' ') + "^~~~~\n");
}

TEST_CASE("a mark that is too wide is shown from its start") {
    CHECK(excerpt(std::string(30, 'a') + std::string(60, 'b') + "cc", {30, 90}, 28) ==
          "…" + std::string(18, 'b') + "…\n ^" + std::string(17, '~') + "\n");
}

TEST_CASE("a caret behind a line that just fits is shown") {
    CHECK(excerpt(std::string(20, 'a'), {20, 20}, 28) ==
          "…" + std::string(18, 'a') + "\n" + std::string(19, ' ') + "^\n");
}

TEST_CASE("a terminal of no width shows twenty columns of source") {
    CHECK(excerpt(std::string(40, 'a'), {0, 1}, 0) == std::string(19, 'a') + "…\n^\n");
}

TEST_CASE("what is rendered is safe in whatever order the bytes come") {
    std::mt19937 random{1};
    const std::vector<std::string> pieces{"a",    "\t",      "\x1b", "中", "\u202e",
                                          "\xff", "e\u0301", "🙂", " "};
    for (int i = 0; i < 5'000; ++i) {
        std::string line;
        for (int n = std::uniform_int_distribution{0, 60}(random); n > 0; --n) {
            line +=
                pieces[std::uniform_int_distribution<std::size_t>{0, pieces.size() - 1}(random)];
        }
        const std::size_t begin =
            std::uniform_int_distribution<std::size_t>{0, line.size()}(random);
        const std::size_t end =
            std::uniform_int_distribution<std::size_t>{begin, line.size()}(random);
        const std::string text = shown(Source{"f", line}.point({begin, end}, "m"), 40);
        REQUIRE_FALSE(find_invalid_utf8(text).has_value());
        REQUIRE_FALSE(find_unsafe(text).has_value());
    }
}

TEST_CASE("neither line of an excerpt is wider than the terminal") {
    std::mt19937 random{2};
    const std::vector<std::string> pieces{"a",    "\t",      "\x1b", "中", "\u202e",
                                          "\xff", "e\u0301", "🙂", " "};
    for (int i = 0; i < 5'000; ++i) {
        std::string line;
        for (int n = std::uniform_int_distribution{0, 60}(random); n > 0; --n) {
            line +=
                pieces[std::uniform_int_distribution<std::size_t>{0, pieces.size() - 1}(random)];
        }
        const std::size_t begin =
            std::uniform_int_distribution<std::size_t>{0, line.size()}(random);
        const std::size_t width = std::uniform_int_distribution<std::size_t>{28, 60}(random);
        const std::string text = shown(Source{"f", line}.point({begin, begin + 3}, "m"), width);
        for (const std::string& part : wrap(text, 10'000)) {
            REQUIRE_MESSAGE(display_width(part) <= width, text);
        }
    }
}

TEST_SUITE_END();
