#include "table.hpp"

#include <algorithm>
#include <numeric>

namespace perfplan {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;  ///< no column is cut below this

std::vector<std::size_t> natural_widths(const Table& table) {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t widest = display_width(table.columns[i].title);
        for (const auto& row : table.rows) {
            widest = std::max(widest, display_width(visible(row[i])));
        }
        widths.push_back(widest);
    }
    return widths;
}

/// Takes columns off the widest left-aligned cells until the row fits, or nothing is left to take.
void fit(std::vector<std::size_t>& widths, const Table& table, std::size_t width) {
    std::size_t total = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
    while (total > width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool can_shrink = table.columns[i].align == Align::left &&
                                    widths[i] > narrowest &&
                                    table.columns[i].when_narrow == WhenNarrow::cut;
            if (can_shrink && (widest == widths.size() || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest == widths.size()) {
            return;
        }
        --widths[widest];
        --total;
    }
}

std::string text_row(const std::vector<std::string>& cells, const Table& table,
                     const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            line.append(gap, ' ');
        }
        line += pad(truncate(visible(cells[i]), widths[i]), widths[i], table.columns[i].align);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string markdown_cell(std::string_view text) {
    std::string cell;
    for (const char c : visible(text)) {
        if (c == '|' || c == '\\' || c == '<' || c == '`' || c == '*' || c == '_' || c == '[') {
            cell += '\\';
        }
        cell += c;
    }
    return cell;
}

/// A text that a spreadsheet would take for a formula. A number with its sign is none.
bool starts_formula(std::string_view text) {
    if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) {
        return false;
    }
    const bool is_number = text.front() == '-' && text.size() > 1 &&
                           text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
    return !is_number;
}

std::string csv_cell(std::string_view text) {
    std::string cell = starts_formula(text) ? "'" : "";
    cell += visible_lines(text);
    if (cell.find_first_of(",\"\n\r") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + "\"";
}

std::string tsv_cell(std::string_view text) {
    std::string escaped = starts_formula(text) ? "'" : "";
    for (const char c : text) {
        if (c == '\\') {
            escaped += '\\';
        }
        escaped += c;
    }
    return visible(escaped);
}

template <class Cell>
std::string separated(const Table& table, char separator, const Cell& cell) {
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        text += (i > 0 ? std::string(1, separator) : "") + cell(table.columns[i].title);
    }
    text += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i > 0 ? std::string(1, separator) : "") + cell(row[i]);
        }
        text += '\n';
    }
    return text;
}

}  // namespace

std::string text_table(const Table& table, const Style& style, std::size_t width) {
    std::vector<std::size_t> widths = natural_widths(table);
    fit(widths, table, width);
    std::vector<std::string> titles;
    for (const TableColumn& column : table.columns) {
        titles.push_back(column.title);
    }
    std::string text = style.bold(text_row(titles, table, widths)) + "\n";
    for (const auto& row : table.rows) {
        text += text_row(row, table, widths) + "\n";
    }
    return text;
}

std::string markdown_table(const Table& table) {
    std::string text = "|";
    std::string rule = "|";
    for (const TableColumn& column : table.columns) {
        text += " " + markdown_cell(column.title) + " |";
        rule += column.align == Align::right ? " ---: |" : " --- |";
    }
    text += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
        text += "|";
        for (const std::string& cell : row) {
            text += " " + markdown_cell(cell) + " |";
        }
        text += "\n";
    }
    return text;
}

std::string csv(const Table& table) {
    return separated(table, ',', csv_cell);
}

std::string tsv(const Table& table) {
    return separated(table, '\t', tsv_cell);
}

}  // namespace perfplan
