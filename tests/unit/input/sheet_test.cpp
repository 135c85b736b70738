#include "input/read_sheet.hpp"

#include <doctest/doctest.h>

using namespace perfplan;
using namespace perfplan::input;

namespace {

Sheet read(const std::string& name, const std::string& text) {
    auto sheet = read_sheet(name, text);
    REQUIRE_MESSAGE(sheet.has_value(), sheet.error().front().message);
    return *std::move(sheet);
}

std::vector<std::vector<std::string>> cells(const Sheet& sheet) {
    std::vector<std::vector<std::string>> all;
    for (const SheetRow& row : sheet.rows()) {
        auto& texts = all.emplace_back();
        for (const Cell& cell : row.cells) {
            texts.push_back(cell.text);
        }
    }
    return all;
}

/// "2:5: message" of the first error.
std::string first_error(const Result<Sheet>& sheet) {
    const Diagnostics& errors = sheet ? sheet->errors() : sheet.error();
    REQUIRE(!errors.empty());
    const Diagnostic& first = errors.front();
    REQUIRE(first.at);
    return std::to_string(first.at->line) + ":" + std::to_string(first.at->column) + ": " +
           first.message;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("CSV cells may be quoted, hold separators, quotes and line breaks") {
    const Sheet sheet =
        read("a.csv", "rep,text\r\n\"Reyes, Dana\",\"she said \"\"no\"\"\r\ntwice\"\r\nKim,\r\n");
    CHECK(cells(sheet) == Rows{{"Reyes, Dana", "she said \"no\"\ntwice"}, {"Kim", ""}});
    CHECK(sheet.rows()[0].line == 2);
    CHECK(sheet.rows()[1].line == 4);
}

TEST_CASE("a byte order mark, blank lines and a missing last line break do not matter") {
    const Sheet sheet = read("a.csv", "\xEF\xBB\xBFrep,quota\n\n\nKim,5");
    CHECK(cells(sheet) == Rows{{"Kim", "5"}});
    CHECK(sheet.at_cell(sheet.rows()[0], 1, "x").at == Location{4, 5});
}

TEST_CASE("names of columns are compared without case, spaces and underscores") {
    const Sheet sheet = read("a.csv", "Rep, Next_Step \nKim,call\n");
    CHECK(sheet.find("rep") == 0U);
    CHECK(sheet.find("next-step") == 1U);
    CHECK(!sheet.find("Rep"));
}

TEST_CASE("a diagnostic points at its cell in characters, in the line it stands in") {
    const Sheet sheet = read("a.csv", "rep,text,quota\nJürgen,\"two\nlines\",x\n");
    const Diagnostic diagnostic = sheet.at_cell(sheet.rows()[0], 2, "no number");
    CHECK(diagnostic.at == Location{3, 8});
    CHECK(diagnostic.excerpt->text == "lines\",x");
    CHECK(sheet.at_cell(sheet.rows()[0], 1, "").at == Location{2, 8});
    CHECK(sheet.at_column(sheet.columns()[1], "").at == Location{1, 5});
}

TEST_CASE(
    "tabs separate where the header has them, and backslashes stand for what is hard to see") {
    CHECK(cells(read("-", "rep\ttext\nKim\ta\\tb\\nc\\\\d\\e\n")) ==
          Rows{{"Kim", "a\tb\nc\\d\\e"}});
}

TEST_CASE("NDJSON has a row a line, and a column for every key") {
    const Sheet sheet = read(
        "-",
        "{\"rep\": \"Kim \\\"K\\\"\", \"quota\": 250000.50}\n"
        "{\"quota\": null, \"leave\": true, \"strength\": [\"a\", \"b\"], \"rep\": \"Ann\"}\n");
    CHECK(cells(sheet) == Rows{{"Kim \"K\"", "250000.50", "", ""}, {"Ann", "", "true", "a\nb"}});
    CHECK(sheet.at_cell(sheet.rows()[0], 1, "").at == Location{1, 31});
    CHECK(sheet.at_cell(sheet.rows()[0], 3, "").at == Location{1, 1});
    CHECK(sheet.at_column(sheet.columns()[3], "").at == Location{2, 32});
}

TEST_CASE("numbers of NDJSON keep the digits they were written with") {
    CHECK(cells(read("-", "{\"a\":0.1,\"b\":12345678901234567890,\"c\":1e5}\n")) ==
          Rows{{"0.1", "12345678901234567890", "1e5"}});
}

TEST_CASE("what is no CSV is refused where it stands") {
    CHECK(first_error(read_sheet("a.csv", "")) == "1:1: is empty");
    CHECK(first_error(read_sheet("a.csv", "\xEF\xBB\xBF\n\n")) == "1:1: is empty");
    CHECK(first_error(read_sheet("a.csv", "\xFF\xFEr\0e\0")) == "1:1: is UTF-16, not UTF-8");
    CHECK(first_error(read_sheet("a.csv", "rep,,x\n")) == "1:5: a column without a name");
    CHECK(first_error(read_sheet("a.csv", "rep,x,Rep\n")) == "1:7: column 'rep' is there twice");
    CHECK(first_error(read_sheet("a.csv", "a,b\n1,\"2\n3,4\n")) ==
          "2:3: this quote is never closed");
    CHECK(first_error(read_sheet("a.csv", "a,b\n1,2\"3\n")) ==
          "2:4: a quote in a cell that does not start with one");
    CHECK(first_error(read_sheet("a.csv", "a,b\n1,\"2\" 3\n")) ==
          "2:6: text behind the closing quote");
    CHECK(first_error(read_sheet("a.csv", "a,b\n1,2\n1,2,3\n")) ==
          "3:5: this row has 3 cells, the header has 2");
    CHECK(first_error(read_sheet("a.csv", "a,b\n1\n")) ==
          "2:1: this row has 1 cell, the header has 2");
    CHECK(first_error(read_sheet("a.csv", "a,b\n1,\xE9t\xE9\n")) == "2:3: is not valid UTF-8");
    CHECK(first_error(read_sheet("a.csv", std::string("a,b\n1,x\0y\n", 10))) ==
          "2:4: U+0000 has no place in a text");
    CHECK(first_error(read_sheet("a.csv", "a,b\n1,x\ry\n")) ==
          "2:3: holds a carriage return without a line feed");
    CHECK(first_error(read_sheet("a.csv", "a,b\n1," + std::string(100000, 'x') + "\n")) ==
          "2:3: this cell has 100000 characters");
    CHECK(first_error(read_sheet("a.tsv", "a\tb\n1\t\"2\"\n")) ==
          "2:3: a cell in quotes, which mean nothing between tabs");
}

TEST_CASE("what is no NDJSON is refused where it stands") {
    CHECK(first_error(read_sheet("-", "{\"a\": 1}\n{\"a\": 1,,}\n")) == "2:9: is no JSON");
    CHECK(first_error(read_sheet("-", "{}\n")) == "1:1: names no columns");
    CHECK(first_error(read_sheet("-", "{\"a\": 1\n")) == "1:8: is no JSON");
    CHECK(first_error(read_sheet("-", "{\"a\": {\"b\": 1}}\n")) ==
          "1:2: an object has no place in a cell");
    CHECK(first_error(read_sheet("-", "{\"a\": [[1]]}\n")) == "1:2: a list has no place in a list");
    CHECK(first_error(read_sheet("a.ndjson", "[1]\n")) == "1:1: a line must be an object");
    CHECK(first_error(read_sheet("a.ndjson", "17\n")) == "1:1: a line must be an object");
    CHECK(first_error(read_sheet("-", "{\"a\": 1, \"A\": 2}\n")) == "1:10: 'A' is there twice");
    CHECK(first_error(read_sheet("-", "{\"a\": 1, \" \": 2}\n")) == "1:10: a value without a name");
    CHECK(first_error(read_sheet("-", "{\"a\": \"\\u0007\"}\n")) ==
          "1:7: this stands for U+0007, which has no place in a text");
}

TEST_CASE("a row that can not be read does not keep the others from being read") {
    const auto sheet = read_sheet("a.csv", "a,b\n1,2\nx\n3,4\n");
    REQUIRE(sheet);
    CHECK(cells(*sheet) == Rows{{"1", "2"}, {"3", "4"}});
    CHECK(sheet->errors().size() == 1);
}
