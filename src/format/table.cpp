#include "format/table.hpp"

#include "base/parallel.hpp"
#include "format/markdown.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace perfplan::format {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;       ///< no column is cut below this
constexpr std::size_t worth_showing = 24;  ///< nor one of those that may be left out below this
constexpr std::size_t rows_at_once = 64;   ///< put together by one thread

/// How narrow a column of that natural width may become.
std::size_t least_width(const TableColumn& column, std::size_t natural) {
    if (column.align == Align::right || column.when_narrow == WhenNarrow::keep) {
        return natural;
    }
    return std::min(natural,
                    column.when_narrow == WhenNarrow::leave_out ? worth_showing : narrowest);
}

Tone tone_at(const Table& table, std::size_t row, std::size_t column) {
    return row < table.tones.size() && column < table.tones[row].size() ? table.tones[row][column]
                                                                        : Tone::plain;
}

/// A table made ready to be shown: each cell is looked at once, also where there are thousands.
struct Measured {
    Table table;                       ///< its texts visible
    std::vector<std::size_t> widths;   ///< of the cells, one row after the other
    std::vector<std::size_t> natural;  ///< what each column needs

    [[nodiscard]] std::size_t width(std::size_t row, std::size_t column) const {
        return widths[row * natural.size() + column];
    }
};

/// Makes a text visible and gives its width.
std::size_t make_visible(std::string& cell) {
    if (is_printable_ascii(cell)) {
        return cell.size();
    }
    cell = visible(cell);
    return display_width(cell);
}

Measured measured(Table table) {
    Measured result;
    for (const TableColumn& column : table.columns) {
        result.natural.push_back(display_width(column.title));
    }
    const std::size_t columns = table.columns.size();
    result.widths.resize(table.rows.size() * columns);
    in_parallel(table.rows.size(), [&](std::size_t row) {
        for (std::size_t i = 0; i < columns; ++i) {
            result.widths[row * columns + i] = make_visible(table.rows[row][i]);
        }
    });
    for (std::size_t i = 0; i < result.widths.size(); ++i) {
        result.natural[i % columns] = std::max(result.natural[i % columns], result.widths[i]);
    }
    result.table = std::move(table);
    return result;
}

/// A column that is shown, and how wide.
struct Shown {
    std::size_t column = 0;
    std::size_t width = 0;
};

std::size_t total_width(const std::vector<Shown>& columns) {
    std::size_t total = columns.empty() ? 0 : gap * (columns.size() - 1);
    for (const Shown& shown : columns) {
        total += shown.width;
    }
    return total;
}

/// What is needed when every column that may be left out is as narrow as it may become.
std::size_t needed_width(const Measured& table, std::vector<Shown> columns) {
    for (Shown& shown : columns) {
        const TableColumn& column = table.table.columns[shown.column];
        if (column.when_narrow == WhenNarrow::leave_out) {
            shown.width = least_width(column, shown.width);
        }
    }
    return total_width(columns);
}

/// Leaves out what may be left out, the last first, until the rest fits.
std::vector<Shown> columns_for(const Measured& table, std::size_t width) {
    std::vector<Shown> columns;
    for (std::size_t i = 0; i < table.natural.size(); ++i) {
        columns.push_back({i, table.natural[i]});
    }
    while (needed_width(table, columns) > width) {
        const auto last = std::find_if(columns.rbegin(), columns.rend(), [&](const Shown& shown) {
            return table.table.columns[shown.column].when_narrow == WhenNarrow::leave_out;
        });
        if (last == columns.rend()) {
            break;
        }
        columns.erase(std::next(last).base());
    }
    return columns;
}

/// Takes columns off the widest that may be cut until the row fits, or nothing is left to take.
void fit(std::vector<Shown>& columns, const Measured& table, std::size_t width) {
    for (std::size_t total = total_width(columns); total > width; --total) {
        Shown* widest = nullptr;
        for (Shown& shown : columns) {
            const bool can_shrink =
                shown.width > least_width(table.table.columns[shown.column], shown.width);
            if (can_shrink && (widest == nullptr || shown.width > widest->width)) {
                widest = &shown;
            }
        }
        if (widest == nullptr) {
            return;
        }
        --widest->width;
    }
}

/// Puts cells in a row. Color goes around the text of a cell, never around the spaces behind it.
class RowText {
public:
    RowText(std::string& text, const Style& style) : text_(&text), style_(&style) {}

    void add(std::string_view cell, std::size_t cell_width, std::size_t width, Align align,
             Tone tone) {
        std::string cut;
        if (cell_width > width) {
            cut = truncate(cell, width);
            cell = cut;
            cell_width = display_width(cut);
        }
        const std::size_t spare = width - std::min(width, cell_width);
        const bool is_right = align == Align::right;
        owed_ += is_right ? spare : 0;
        if (!cell.empty()) {
            text_->append(owed_, ' ');
            if (tone == Tone::plain) {
                *text_ += cell;
            } else {
                *text_ += style_->toned(tone, cell);
            }
            owed_ = 0;
        }
        owed_ += (is_right ? 0 : spare) + gap;
    }

private:
    std::string* text_;
    const Style* style_;
    std::size_t owed_ = 0;  ///< spaces that stand before the next text
};

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

/// Without quotes, which mean nothing between tabs; spreadsheets take one at the start of a cell
/// for the start of a quoted cell and would swallow what follows.
std::string tsv_cell(std::string_view text) {
    std::string escaped = starts_formula(text) || text.starts_with('"') ? "'" : "";
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

std::string text_table(Table whole, const Style& style, std::size_t width) {
    const Measured table = measured(std::move(whole));
    std::vector<Shown> columns = columns_for(table, width);
    fit(columns, table, width);
    std::string titles;
    RowText heading(titles, style);
    for (const Shown& shown : columns) {
        const TableColumn& column = table.table.columns[shown.column];
        heading.add(column.title, display_width(column.title), shown.width, column.align,
                    Tone::plain);
    }
    std::string text = style.bold(titles) + "\n";
    const std::size_t rows = table.table.rows.size();
    std::vector<std::string> parts((rows + rows_at_once - 1) / rows_at_once);
    in_parallel(parts.size(), [&](std::size_t part) {
        const std::size_t end = std::min(rows, (part + 1) * rows_at_once);
        for (std::size_t i = part * rows_at_once; i < end; ++i) {
            RowText row(parts[part], style);
            for (const auto& [column, shown_width] : columns) {
                row.add(table.table.rows[i][column], table.width(i, column), shown_width,
                        table.table.columns[column].align, tone_at(table.table, i, column));
            }
            parts[part] += '\n';
        }
    });
    for (const std::string& part : parts) {
        text += part;
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
    const bool is_alone =
        table.columns.size() == 1;  // an empty cell is a blank line: readers skip it
    return separated(table, ',', [is_alone](std::string_view text) {
        return is_alone && text.empty() ? "\"\"" : csv_cell(text);
    });
}

std::string tsv(const Table& table) {
    return separated(table, '\t', tsv_cell);
}

}  // namespace perfplan::format
