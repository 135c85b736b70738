#include "format/markdown.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::format;

TEST_SUITE_BEGIN("markdown");

TEST_CASE("a web address stays as it is, and nothing after it becomes a part of it") {
    CHECK(markdown_text("see https://crm.example/a_b_c?x=1&y=*2*.") ==
          "see <https://crm.example/a_b_c?x=1&y=*2*>.");
    CHECK(markdown_text("https://x.example/<img src=x>") == "<https://x.example/>&lt;img src=x>");
    CHECK(markdown_text("(http://x.example/a|b)") == "(http://x.example/a\\|b)");
    CHECK(markdown_text("https:// is no address_") == "https:// is no address\\_");
}

TEST_CASE("what Markdown would read as emphasis, code, links, HTML or cells is escaped") {
    CHECK(markdown_line("*a* _b_ `c` [d](e) <f> g|h \\") ==
          "\\*a\\* \\_b\\_ \\`c\\` \\[d](e) &lt;f> g\\|h \\\\");
}

TEST_CASE("a line does not become a heading, a list, a quotation or a rule") {
    CHECK(markdown_line("# Monday") == "\\# Monday");
    CHECK(markdown_line("> said") == "\\> said");
    CHECK(markdown_line("- one") == "\\- one");
    CHECK(markdown_line("  + two") == "  \\+ two");
    CHECK(markdown_line("1. one") == "1\\. one");
    CHECK(markdown_line("12) twelve") == "12\\) twelve");
    CHECK(markdown_line("---") == "\\---");
    CHECK(markdown_line("~~~") == "\\~\\~\\~");
}

TEST_CASE("signs within a line stay") {
    CHECK(markdown_line("level 3 - up from 2") == "level 3 - up from 2");
    CHECK(markdown_line("1.5 times") == "1.5 times");
    CHECK(markdown_line("2026-10-14") == "2026-10-14");
    CHECK(markdown_line("") == "");
}

TEST_CASE("what stands for another character is escaped, an ampersand alone is not") {
    CHECK(markdown_line("&lt;b&gt; &#60; &copy;") == "\\&lt;b\\&gt; \\&#60; \\&copy;");
    CHECK(markdown_line("R&D; A & B &; &") == "R\\&D; A & B &; &");
}

TEST_CASE("what would be struck out stays") {
    CHECK(markdown_line("~5 deals, ~~gone~~") == "\\~5 deals, \\~\\~gone\\~\\~");
}

TEST_CASE("a line that begins with spaces is no code") {
    CHECK(markdown_line("   three") == "   three");
    CHECK(markdown_line("    *four") == "\u00a0\u00a0\u00a0\u00a0\\*four");
    CHECK(markdown_line("     ") == "\u00a0\u00a0\u00a0\u00a0\u00a0");
}

TEST_CASE("control characters are shown as visible escapes") {
    CHECK(markdown_line("a\x1b[1m") == "a\\\\e\\[1m");
}

TEST_SUITE_END();
