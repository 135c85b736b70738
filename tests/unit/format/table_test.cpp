#include "format/table.hpp"

#include <doctest/doctest.h>

#include <ostream>

using namespace perfplan;
using namespace perfplan::format;

namespace {

const Style plain(Color::no);

Table table_of(std::vector<std::vector<std::string>> rows) {
    return {{{"PLAN", Align::left, WhenNarrow::keep}, {"TEAM"}, {"DONE", Align::right}},
            std::move(rows)};
}

}  // namespace

TEST_SUITE_BEGIN("table");

TEST_CASE("columns are as wide as their widest cell, two spaces apart") {
    CHECK(text_table(table_of({{"dana", "west", "8 %"}, {"jo", "north", "100 %"}}), plain, 80) ==
          "PLAN  TEAM    DONE\n"
          "dana  west     8 %\n"
          "jo    north  100 %\n");
}

TEST_CASE("wide and combining characters keep the columns aligned") {
    CHECK(text_table(
              table_of({{"a", "山田", "8 %"}, {"b", "Zoe\u0308", "9 %"}, {"c", "🙂", "7 %"}}),
              plain, 80) ==
          "PLAN  TEAM  DONE\n"
          "a     山田   8 %\n"
          "b     Zoe\u0308    9 %\n"
          "c     🙂     7 %\n");
}

TEST_CASE("a table that is too wide is cut where it may be, never in what people copy") {
    CHECK(text_table(table_of({{"a-very-long-reference", "a-very-long-team-name", "8 %"}}), plain,
                     40) ==
          "PLAN                   TEAM         DONE\n"
          "a-very-long-reference  a-very-lon…   8 %\n");
}

TEST_CASE("escape sequences in a cell are shown, not run") {
    const std::string text = text_table(table_of({{"a", "\x1b[31mred", "8 %"}}), plain, 80);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\\e[31mred") != std::string::npos);
}

TEST_CASE("CSV quotes what needs quotes and doubles quotes in it") {
    CHECK(csv(table_of({{"a,b", "say \"hi\"", "two\nlines"}})) ==
          "PLAN,TEAM,DONE\n\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\n");
}

TEST_CASE("a cell that a spreadsheet would run gets a quote in front") {
    CHECK(csv(table_of({{"=1+1", "@sum", "+49 30 1"}})) ==
          "PLAN,TEAM,DONE\n'=1+1,'@sum,'+49 30 1\n");
    CHECK(csv(table_of({{"-2+3", "-5", "-0.25"}})) == "PLAN,TEAM,DONE\n'-2+3,-5,-0.25\n");
}

TEST_CASE("a row of CSV is never a blank line, which readers skip") {
    CHECK(csv({{{"TEAM"}}, {{"west"}, {""}}}) == "TEAM\nwest\n\"\"\n");
}

TEST_CASE("TSV has one line a row whatever the cells hold") {
    CHECK(tsv(table_of({{"a\tb", "c\nd", "e\\f"}})) == "PLAN\tTEAM\tDONE\na\\tb\tc\\nd\te\\\\f\n");
}

TEST_CASE("Markdown cells can't break out of their table") {
    CHECK(markdown_table(table_of({{"a|b", "<script>", "*8*"}})) ==
          "| PLAN | TEAM | DONE |\n| --- | --- | ---: |\n| a\\|b | &lt;script> | \\*8\\* |\n");
}

TEST_CASE("a column that may be left out goes where there is no room for it") {
    const Table table{
        {{"PLAN", Align::left, WhenNarrow::keep}, {"WHY", Align::left, WhenNarrow::leave_out}},
        {{"dana-reyes", "qualified pipeline is far behind"}}};
    CHECK(text_table(table, plain, 60) ==
          "PLAN        WHY\ndana-reyes  qualified pipeline is far behind\n");
    CHECK(text_table(table, plain, 40) ==
          "PLAN        WHY\ndana-reyes  qualified pipeline is far b…\n");
    CHECK(text_table(table, plain, 35) == "PLAN\ndana-reyes\n");
}

TEST_CASE("color goes around the text of a cell") {
    const Table table{{{"A"}, {"B"}}, {{"bad", "x"}}, {{Tone::bad, Tone::plain}}};
    CHECK(text_table(table, Style(Color::yes), 80) ==
          "\x1b[1mA    B\x1b[0m\n\x1b[31mbad\x1b[0m  x\n");
}

TEST_SUITE_END();
