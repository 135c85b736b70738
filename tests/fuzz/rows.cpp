// Any bytes as CSV, TSV or NDJSON. Cells lie where they are said to be; written as CSV they are
// read back the same. The first byte chooses the format: by its ending, or by what the first line
// looks like.
#include "format/table.hpp"
#include "input/read_sheet.hpp"
#include "target.hpp"

#include <array>

using namespace perfplan;
using namespace perfplan::cli;

namespace {

bool is_within(Span inner, Span outer) {
    return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

void require_sound(const Sheet& sheet) {
    const std::string& text = sheet.text();
    for (const SheetColumn& column : sheet.columns()) {
        fuzz::require(is_within(column.span, {0, text.size()}), "a column is named in the text");
        fuzz::require(sheet.find(column.name).has_value(), "a column is found by its name",
                      column.name);
        fuzz::require_told({sheet.at_column(column, "named here")});
    }
    for (const SheetRow& row : sheet.rows()) {
        fuzz::require(is_within(row.span, {0, text.size()}), "a row is in the text");
        fuzz::require(row.cells.size() == sheet.columns().size(), "a row has all its cells");
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Cell& cell = row.cells[i];
            fuzz::require(is_within(cell.span, row.span), "a cell lies in its row", cell.text);
            fuzz::require(fuzz::is_safe(cell.text), "a cell is a text", cell.text);
            fuzz::require(trim(cell.text) == cell.text, "a cell has no spaces at its ends",
                          cell.text);
            fuzz::require_told({sheet.at_cell(row, i, "here")});
        }
    }
}

std::string all_in_quotes(const std::string& cell) {
    std::string written = "\"";
    for (const char c : cell) {
        written += c == '"' ? "\"\"" : std::string(1, c);
    }
    return written + "\"";
}

/// As RFC 4180 has it, every cell in quotes.
std::string csv_of(const Table& table) {
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += (i > 0 ? "," : "") + all_in_quotes(cells[i]);
        }
        text += "\r\n";
    };
    add(titles(table));
    for (const auto& row : table.rows) {
        add(row);
    }
    return text;
}

Table table_of(const Sheet& sheet) {
    Table table;
    for (const SheetColumn& column : sheet.columns()) {
        table.columns.push_back({column.name});
    }
    for (const SheetRow& row : sheet.rows()) {
        auto& cells = table.rows.emplace_back();
        for (const Cell& cell : row.cells) {
            cells.push_back(cell.text);
        }
    }
    return table;
}

Table read_again(const std::string& name, const std::string& text) {
    const auto sheet = read_sheet(name, text);
    fuzz::require(sheet && sheet->errors().empty(), "what is written can be read", text);
    return table_of(*sheet);
}

/// What is printed is for spreadsheets: what would run there has a quote before it, and characters
/// that can't be seen are escapes.
bool is_as_printed(const std::string& printed, const std::string& cell) {
    const std::string shown(trim(visible_lines(cell)));
    return printed == shown || printed == "'" + shown;
}

void require_printed(const Table& table, const std::string& text, const Table& again) {
    fuzz::require(again.rows.size() == table.rows.size(), "all rows are printed", text);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            fuzz::require(is_as_printed(again.rows[row][i], table.rows[row][i]),
                          "a printed cell is read as it was", text);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array<const char*, 4> names{"a.csv", "a.tsv", "a.ndjson", "-"};
    std::string_view input = fuzz::text_of(data, size);
    const std::string name = names.at(fuzz::take_choice(input, names.size()));
    const auto sheet = read_sheet(name, std::string(input));
    if (!sheet) {
        fuzz::require_told(sheet.error());
        return 0;
    }
    if (!sheet->errors().empty()) {
        fuzz::require_told(sheet->errors());
    }
    require_sound(*sheet);
    Table table = table_of(*sheet);
    const std::string written = csv_of(table);
    const Table again = read_again("again.csv", written);
    fuzz::require(titles(again) == titles(table) && again.rows == table.rows,
                  "CSV of the cells is read as the same cells", written);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        table.columns[i].title = "c" + std::to_string(i);  // ours are never taken for formulas
    }
    const std::string printed = csv(table);
    require_printed(table, printed, read_again("printed.csv", printed));
    return 0;
}
