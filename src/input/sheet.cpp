#include "input/sheet.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::input {

std::optional<std::size_t> Sheet::find(std::string_view name) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

Diagnostic Sheet::point(const SheetRow& row, Span span, std::string message,
                        std::string hint) const {
    // within the row's own lines: in a long file nothing is counted from its start
    const std::string_view lines =
        std::string_view(text_).substr(row.span.begin, row.span.end - row.span.begin);
    Diagnostic diagnostic = Source(name_, lines)
                                .point({span.begin - row.span.begin, span.end - row.span.begin},
                                       std::move(message), std::move(hint));
    diagnostic.at->line += row.line - 1;
    return diagnostic;
}

Diagnostic Sheet::at_cell(const SheetRow& row, std::size_t column, std::string message,
                          std::string hint) const {
    return point(row, row.cells[column].span, std::move(message), std::move(hint));
}

Diagnostic Sheet::at_row(const SheetRow& row, std::string message, std::string hint) const {
    return point(row, row.span, std::move(message), std::move(hint));
}

Diagnostic Sheet::at_column(const SheetColumn& column, std::string message,
                            std::string hint) const {
    return point(column.header, column.span, std::move(message), std::move(hint));
}

void Sheet::complete_rows() {
    for (SheetRow& row : rows_) {
        row.cells.resize(columns_.size(), Cell{"", {row.span.begin, row.span.begin}});
    }
}

std::string column_name(std::string_view text) {
    std::string name = lower(trim(text));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ' ' || c == '_'; }, '-');
    return name;
}

std::size_t start_of_text(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    return text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
}

namespace {

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
}

}  // namespace

std::optional<Diagnostic> unfit_cell(const Sheet& sheet, const SheetRow& row, Span raw,
                                     std::string_view decoded) {
    const std::string_view bytes =
        std::string_view(sheet.text()).substr(raw.begin, raw.end - raw.begin);
    if (const auto bad = find_invalid_utf8(bytes)) {
        return sheet.point(row, {raw.begin + *bad, raw.begin + *bad + 1}, "is not valid UTF-8",
                           "save the file as UTF-8; this looks like another encoding");
    }
    if (const auto bad = find_unsafe(bytes)) {
        return sheet.point(
            row, {raw.begin + *bad, raw.begin + *bad + 1},
            fmt::format("{} has no place in a text", name_of_character(bytes.substr(*bad))),
            "take it out");
    }
    if (const auto bad = find_unsafe(decoded)) {
        return sheet.point(row, raw,
                           fmt::format("this stands for {}, which has no place in a text",
                                       name_of_character(decoded.substr(*bad))),
                           "take it out");
    }
    if (decoded.find('\r') != std::string_view::npos) {
        return sheet.point(row, raw, "holds a carriage return without a line feed",
                           "end lines with LF or CRLF");
    }
    if (decoded.size() > max_cell && count_characters(decoded) > max_cell) {
        return sheet.point(row, raw,
                           fmt::format("this cell has {} characters", count_characters(decoded)),
                           fmt::format("{} is the most; is a quote missing?", max_cell));
    }
    return std::nullopt;
}

}  // namespace perfplan::input
