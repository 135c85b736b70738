#include "excerpt.hpp"

#include <perfplan/base/text.hpp>

#include "utf8.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace perfplan {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::string_view ellipsis = "…";

/// A piece of the line that is shown whole or not at all.
struct Cell {
    std::string shown;
    Span bytes;           ///< of the excerpt
    std::size_t column;   ///< 0-based, in the whole line
    std::size_t columns;  ///< how many it fills

    [[nodiscard]] std::size_t end() const { return column + columns; }
};

/// A half-open range of columns.
struct Columns {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
};

std::vector<Cell> cells_of(std::string_view line) {
    std::vector<Cell> cells;
    std::size_t column = 0;
    std::size_t at = 0;
    while (at < line.size()) {
        const std::string_view bytes = line.substr(at, first_cluster(line.substr(at)).length);
        std::string shown =
            bytes == "\t" ? std::string(tab_stop - column % tab_stop, ' ') : visible(bytes);
        const std::size_t columns = display_width(shown);
        cells.push_back({std::move(shown), {at, at + bytes.size()}, column, columns});
        at += bytes.size();
        column += columns;
    }
    return cells;
}

/// The columns of the marked bytes: one at least, be it behind the end of the line.
Columns marked_columns(const std::vector<Cell>& cells, Span marked) {
    const auto first = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
        return cell.bytes.end > marked.begin;
    });
    const auto after = std::find_if(
        first, cells.end(), [&](const Cell& cell) { return cell.bytes.begin >= marked.end; });
    const std::size_t end_of_line = cells.empty() ? 0 : cells.back().end();
    const std::size_t begin = first != cells.end() ? first->column : end_of_line;
    const std::size_t end = after != cells.end() ? after->column : end_of_line;
    return {begin, std::max(end, begin + 1)};
}

/// Which columns to show of `total` that are too many: the start or the end of the line if the mark
/// is there, else the mark in the middle of `width`. `width` counts an ellipsis on each side that
/// is cut.
Columns seen_columns(Columns marked, std::size_t total, std::size_t width) {
    if (marked.end < width) {
        return {0, width - 1};
    }
    if (marked.begin >= total - (width - 1)) {
        return {total - (width - 1), total};
    }
    const std::size_t inner = width - 2;
    const std::size_t spare = inner > marked.size() ? (inner - marked.size()) / 2 : 0;
    return {marked.begin - spare, marked.begin - spare + inner};
}

}  // namespace

DrawnLine draw(const Excerpt& excerpt, std::size_t width) {
    const std::vector<Cell> cells = cells_of(excerpt.text);
    const Columns marked = marked_columns(cells, excerpt.marked);
    const std::size_t line = cells.empty() ? 0 : cells.back().end();
    const std::size_t total = std::max(line, marked.end);
    const Columns seen = total <= width ? Columns{0, total} : seen_columns(marked, total, width);

    DrawnLine drawn;
    std::optional<std::size_t> first;  // the column of the first cell that is seen
    for (const Cell& cell : cells) {
        if (seen.begin <= cell.column && cell.end() <= seen.end) {
            drawn.text += cell.shown;
            first = first.value_or(cell.column);
        }
    }
    drawn.caret = marked.begin - std::min(marked.begin, first.value_or(seen.begin));
    drawn.marked = std::max<std::size_t>(1, std::min(marked.end, seen.end) - marked.begin);
    if (seen.begin > 0) {
        drawn.text.insert(0, ellipsis);
        ++drawn.caret;
    }
    if (seen.end < line) {
        drawn.text += ellipsis;
    }
    return drawn;
}

}  // namespace perfplan
