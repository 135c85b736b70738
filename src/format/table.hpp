// Rows and columns, as people and as programs read them.
#pragma once

#include "base/text/text.hpp"
#include "format/style.hpp"

#include <string>
#include <vector>

namespace perfplan::format {

/// What happens to a column where a table is too wide: cut, kept (an id, which people copy), or
/// left out.
enum class WhenNarrow { cut, keep, leave_out };

struct TableColumn {
    std::string title;
    Align align = Align::left;
    WhenNarrow when_narrow = WhenNarrow::cut;
};

struct Table {
    std::vector<TableColumn> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::vector<Tone>> tones{};  ///< of the cells; empty: all plain
};

/// Columns of their natural width, two spaces between them, titles in capitals above. Where they
/// don't fit in `width`, columns that may be left out are cut to 24 and then go, the last first;
/// then the widest left-aligned ones are cut. Cells are shown with control characters as visible
/// escapes.
std::string text_table(Table whole, const Style& style, std::size_t width);

/// The titles of all columns.
std::vector<std::string> titles(const Table& table);
/// The columns of these titles, in this order, without tones; each must be there.
Table picked(const Table& table, const std::vector<std::string>& wanted);

/// A Markdown table; pipes and line breaks in cells are escaped.
std::string markdown_table(const Table& table);

/// RFC 4180 with LF; a cell that a spreadsheet would run as a formula is prefixed with '.
std::string csv(const Table& table);

/// Tab-separated; tabs and line breaks in cells are written as \t and \n, a backslash as \\.
std::string tsv(const Table& table);

}  // namespace perfplan::format
