// Rows that another program wrote, as CSV, TSV or NDJSON: every cell knows where it stands.
#pragma once

#include "base/diagnostics/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::input {

/// What a cell says, and the bytes of the text that it was written in; of a cell that is not there
/// (a key that an NDJSON line lacks) the start of its row.
struct Cell {
    std::string text{};  ///< without spaces at its ends; the items of a JSON list are its lines
    Span span{};
};

/// A row with a cell for each column of its sheet.
struct SheetRow {
    std::size_t line = 0;  ///< where it starts, from 1
    Span span{};           ///< all its lines
    std::vector<Cell> cells{};
};

/// A column by its name in the header, or a key of the lines of NDJSON.
struct SheetColumn {
    std::string name{};  ///< as it is compared: "Next_Step " is next-step
    SheetRow header{};   ///< where it was first named
    Span span{};
};

/// The most characters that a cell may hold: as many as a spreadsheet lets in.
inline constexpr std::size_t max_cell = 32767;

/// What a file holds: its columns, the rows that could be read, and what is wrong with the others.
class Sheet {
public:
    Sheet(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<SheetColumn>& columns() const { return columns_; }
    [[nodiscard]] const std::vector<SheetRow>& rows() const { return rows_; }
    [[nodiscard]] const Diagnostics& errors() const { return errors_; }

    /// The column of that name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

    /// A diagnostic about a cell, a row, or a column's name.
    [[nodiscard]] Diagnostic at_cell(const SheetRow& row, std::size_t column, std::string message,
                                     std::string hint = {}) const;
    [[nodiscard]] Diagnostic at_row(const SheetRow& row, std::string message,
                                    std::string hint = {}) const;
    [[nodiscard]] Diagnostic at_column(const SheetColumn& column, std::string message,
                                       std::string hint = {}) const;
    /// The same about bytes of a row.
    [[nodiscard]] Diagnostic point(const SheetRow& row, Span span, std::string message,
                                   std::string hint = {}) const;

    // for the readers
    void add_column(SheetColumn column) { columns_.push_back(std::move(column)); }
    void add_row(SheetRow row) { rows_.push_back(std::move(row)); }
    void add_error(Diagnostic error) { errors_.push_back(std::move(error)); }
    void complete_rows();  ///< gives every row a cell for every column

private:
    std::string name_;
    std::string text_;
    std::vector<SheetColumn> columns_;
    std::vector<SheetRow> rows_;
    Diagnostics errors_;
};

/// "Next_Step " as columns are compared: next-step.
std::string column_name(std::string_view text);

/// Where the text starts behind a byte order mark.
std::size_t start_of_text(std::string_view text);

/// What is wrong with the bytes of a cell, or nothing. `decoded`: what they stand for.
std::optional<Diagnostic> unfit_cell(const Sheet& sheet, const SheetRow& row, Span raw,
                                     std::string_view decoded);

}  // namespace perfplan::input
