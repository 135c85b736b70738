#include "input/sheet.hpp"

#include "base/text/text.hpp"
#include "input/readers.hpp"

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

namespace {

enum class SheetFormat { csv, tsv, ndjson };

SheetFormat format_by_content(std::string_view text) {
    const std::string_view from_start = text.substr(start_of_text(text));
    if (trim(from_start).starts_with('{')) {
        return SheetFormat::ndjson;
    }
    const std::string_view header = from_start.substr(0, from_start.find('\n'));
    const bool has_tabs = header.find('\t') != std::string_view::npos;
    return has_tabs && header.find(',') == std::string_view::npos ? SheetFormat::tsv
                                                                  : SheetFormat::csv;
}

SheetFormat format_of(std::string_view name, std::string_view text) {
    const std::string ending = lower(name.substr(std::min(name.rfind('.'), name.size())));
    if (ending == ".csv") {
        return SheetFormat::csv;
    }
    if (ending == ".tsv" || ending == ".tab") {
        return SheetFormat::tsv;
    }
    if (ending == ".ndjson" || ending == ".jsonl") {
        return SheetFormat::ndjson;
    }
    return format_by_content(text);
}

}  // namespace

Result<Sheet> read_sheet(std::string name, std::string text) {
    Sheet sheet(std::move(name), std::move(text));
    const std::string_view all = sheet.text();
    const SheetRow first{1, {0, all.size()}};
    if (all.starts_with("\xFF\xFE") || all.starts_with("\xFE\xFF")) {
        return fail(sheet.point(first, {0, 2}, "is UTF-16, not UTF-8", "save the file as UTF-8"));
    }
    if (trim(all.substr(start_of_text(all))).empty()) {
        return fail(sheet.point(first, {0, 0}, "is empty", "the first line names the columns"));
    }
    const SheetFormat format = format_of(sheet.name(), all);
    PERFPLAN_TRY_DO(format == SheetFormat::csv   ? read_csv(sheet)
                    : format == SheetFormat::tsv ? read_tsv(sheet)
                                                 : read_ndjson(sheet));
    if (sheet.columns().empty()) {
        return fail(sheet.errors().empty()
                        ? Diagnostics{sheet.point(first, {0, 0}, "names no columns",
                                                  "each line says who it is about, as in {\"rep\": "
                                                  "\"Dana Reyes\"}")}
                        : sheet.errors());
    }
    sheet.complete_rows();
    return sheet;
}

}  // namespace perfplan::input
