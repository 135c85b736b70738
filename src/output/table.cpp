#include "table.hpp"

#include "markdown.hpp"

#include <algorithm>
#include <numeric>

namespace perfplan {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;       ///< no column is cut below this
constexpr std::size_t worth_showing = 24;  ///< nor one of those that may be left out below this

/// How narrow a column of that natural width may become.
std::size_t least_width(const TableColumn& column, std::size_t natural) {
    if (column.align == Align::right || column.when_narrow == WhenNarrow::keep) {
        return natural;
    }
    return std::min(natural,
                    column.when_narrow == WhenNarrow::leave_out ? worth_showing : narrowest);
}

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

std::size_t total_width(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

/// Takes columns off the widest cells that may be cut until the row fits, or nothing is left to
/// take.
void fit(std::vector<std::size_t>& widths, const Table& table, std::size_t width) {
    std::size_t total = total_width(widths);
    while (total > width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool can_shrink = widths[i] > least_width(table.columns[i], widths[i]);
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

/// A row as it is shown; no tones: all plain. Colour goes around the text of a cell, never around
/// the spaces behind it.
std::string text_row(const std::vector<std::string>& cells, const std::vector<Tone>& tones,
                     const Table& table, const std::vector<std::size_t>& widths,
                     const Style& style) {
    std::string line;
    std::size_t owed = 0;  // spaces that stand between two texts
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string text = truncate(visible(cells[i]), widths[i]);
        const std::size_t spare = widths[i] - std::min(widths[i], display_width(text));
        const bool is_right = table.columns[i].align == Align::right;
        owed += (i > 0 ? gap : 0) + (is_right ? spare : 0);
        if (!text.empty()) {
            line.append(owed, ' ');
            line += i < tones.size() ? style.toned(tones[i], text) : text;
            owed = 0;
        }
        owed += is_right ? 0 : spare;
    }
    return line;
}

/// Without the column.
Table without(const Table& table, std::size_t column) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    Table rest = table;
    rest.columns.erase(rest.columns.begin() + at);
    for (auto& row : rest.rows) {
        row.erase(row.begin() + at);
    }
    for (auto& row : rest.tones) {
        row.erase(row.begin() + at);
    }
    return rest;
}

/// What `table` needs when every column that may be left out is as narrow as it may become.
std::size_t needed_width(const Table& table) {
    std::vector<std::size_t> widths = natural_widths(table);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (table.columns[i].when_narrow == WhenNarrow::leave_out) {
            widths[i] = least_width(table.columns[i], widths[i]);
        }
    }
    return total_width(widths);
}

/// Leaves out what may be left out until the rest fits.
Table fitting(Table table, std::size_t width) {
    while (needed_width(table) > width) {
        const auto last = std::find_if(
            table.columns.rbegin(), table.columns.rend(),
            [](const TableColumn& column) { return column.when_narrow == WhenNarrow::leave_out; });
        if (last == table.columns.rend()) {
            return table;
        }
        table = without(table, static_cast<std::size_t>(table.columns.rend() - last) - 1);
    }
    return table;
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

std::string text_table(const Table& whole, const Style& style, std::size_t width) {
    const Table table = fitting(whole, width);
    std::vector<std::size_t> widths = natural_widths(table);
    fit(widths, table, width);
    std::string text = style.bold(text_row(titles(table), {}, table, widths, style)) + "\n";
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::vector<Tone> tones = table.tones.empty() ? std::vector<Tone>() : table.tones[i];
        text += text_row(table.rows[i], tones, table, widths, style) + "\n";
    }
    return text;
}

std::vector<std::string> titles(const Table& table) {
    std::vector<std::string> all;
    for (const TableColumn& column : table.columns) {
        all.push_back(column.title);
    }
    return all;
}

Table picked(const Table& table, const std::vector<std::string>& wanted) {
    const std::vector<std::string> all = titles(table);
    Table result;
    result.rows.resize(table.rows.size());
    for (const std::string& title : wanted) {
        const auto found = std::find(all.begin(), all.end(), title);
        const auto column = static_cast<std::size_t>(found - all.begin());
        result.columns.push_back(table.columns.at(column));
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            result.rows[row].push_back(table.rows[row][column]);
        }
    }
    return result;
}

std::string markdown_table(const Table& table) {
    std::string text = "|";
    std::string rule = "|";
    for (const TableColumn& column : table.columns) {
        text += " " + markdown_text(column.title) + " |";
        rule += column.align == Align::right ? " ---: |" : " --- |";
    }
    text += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
        text += "|";
        for (const std::string& cell : row) {
            text += " " + markdown_text(cell) + " |";
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
