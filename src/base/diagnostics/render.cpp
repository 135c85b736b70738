#include "base/diagnostics/render.hpp"

#include "base/diagnostics/diagnostic.hpp"
#include "base/text/text.hpp"
#include "base/text/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace perfplan::base {
namespace {

/// Narrower than this, an excerpt says nothing any more.
constexpr std::size_t min_excerpt_width = 20;
constexpr std::size_t line_number_digits = 5;

constexpr std::string_view bold = "1";
constexpr std::string_view bold_red = "1;31";
constexpr std::string_view bold_green = "1;32";
constexpr std::string_view bold_yellow = "1;33";
constexpr std::string_view bold_cyan = "1;36";

/// `style` is what stands in an SGR escape sequence.
std::string painted(std::string_view text, std::string_view style, Color color) {
    return color == Color::yes ? fmt::format("\x1b[{}m{}\x1b[0m", style, text) : std::string{text};
}

std::string_view style_of(Severity severity) {
    switch (severity) {
        case Severity::warning: return bold_yellow;
        case Severity::note: return bold_cyan;
        case Severity::error: break;
    }
    return bold_red;
}

/// "plan.yaml:31:13: ", "plan.yaml: " or nothing.
std::string place_of(const Diagnostic& diagnostic, Color color) {
    if (diagnostic.file.empty()) {
        return {};
    }
    std::string place = visible(diagnostic.file);
    if (diagnostic.at) {
        place += fmt::format(":{}:{}", diagnostic.at->line, diagnostic.at->column);
    }
    return painted(place + ":", bold, color) + " ";
}

std::string headline(const Diagnostic& diagnostic, Color color) {
    const std::string severity = fmt::format("{}:", to_string(diagnostic.severity));
    const std::string rule = diagnostic.rule.empty() ? "" : fmt::format(" [{}]", diagnostic.rule);
    return fmt::format("{}{} {}{}\n", place_of(diagnostic, color),
                       painted(severity, style_of(diagnostic.severity), color),
                       visible(diagnostic.message), visible(rule));
}

/// The source line behind its number, and the caret line under it.
std::string excerpt_lines(const Diagnostic& diagnostic, Color color, std::size_t width) {
    const std::string number = diagnostic.at ? std::to_string(diagnostic.at->line) : std::string{};
    const std::string gutter = pad(number, line_number_digits, Align::right) + " |";
    const std::size_t used = gutter.size() + 1;
    const std::size_t room = std::max(width, used + min_excerpt_width) - used;
    const DrawnLine drawn = draw(*diagnostic.excerpt, room);
    const std::string caret = "^" + std::string(drawn.marked - 1, '~');
    const std::string source = drawn.text.empty() ? "" : " " + drawn.text;
    return fmt::format("{}{}\n{} |{}{}\n", gutter, source, std::string(gutter.size() - 2, ' '),
                       std::string(drawn.caret + 1, ' '), painted(caret, bold_green, color));
}

}  // namespace

std::string render(const Diagnostic& diagnostic, Color color, std::size_t width) {
    std::string text = headline(diagnostic, color);
    if (diagnostic.excerpt) {
        text += excerpt_lines(diagnostic, color, width);
    }
    if (!diagnostic.hint.empty()) {
        text += fmt::format("hint: {}\n", visible(diagnostic.hint));
    }
    return text;
}

namespace {

constexpr std::size_t tab_stop = 4;

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

}  // namespace perfplan::base
