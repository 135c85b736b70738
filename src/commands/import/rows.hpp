// Rows of --from FILE: which columns they may have, and errors that point into the file.
#pragma once

#include "commands/common/session.hpp"
#include "input/sheet.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::commands {

/// --from FILE
Option from_option(std::string_view what);

/// The rows of the file that --from names, or of standard input.
Result<Sheet> sheet_from(const Arguments& arguments, Io& io);

/// A column that a sheet may or must have.
struct ColumnRule {
    enum class Needed { no, yes };
    std::string_view name;
    Needed needed = Needed::no;
};

/// What is wrong with the columns of a sheet: one that is unknown, or needed and not there.
/// `is_other`: whether a name that no rule has is a column all the same; `others`: such names, to
/// choose the nearest from.
Diagnostics check_columns(const Sheet& sheet, const std::vector<ColumnRule>& rules,
                          const std::function<bool(std::string_view)>& is_other = {},
                          const std::vector<std::string>& others = {});

/// In the order in which their places come, file by file; what has no place stays where it is.
void sort_by_place(Diagnostics& diagnostics);

/// Options that say what each row says by itself: an error for each that is given.
Diagnostics refuse_options(const Arguments& arguments, const std::vector<std::string_view>& options,
                           std::string_view hint);

/// A row by the names of its columns. Refers to the sheet, which must outlive it.
class NamedRow {
public:
    NamedRow(const Sheet& sheet, const SheetRow& row) : sheet_(&sheet), row_(&row) {}

    /// What the cell says; nothing if there is no such column, or nothing in it.
    [[nodiscard]] std::optional<std::string> value(std::string_view column) const;
    /// The lines of a cell that holds a list.
    [[nodiscard]] std::vector<std::string> values(std::string_view column) const;
    [[nodiscard]] std::size_t line() const { return row_->line; }
    [[nodiscard]] const std::string& file() const { return sheet_->name(); }

    /// An error at a cell, or at the row if it has none of that name.
    [[nodiscard]] Diagnostic at(std::string_view column, std::string message,
                                std::string hint = {}) const;
    /// Errors of what a cell says, told as errors at the cell. An error that has its place
    /// in another file keeps it.
    [[nodiscard]] Diagnostics at(std::string_view column, Diagnostics errors) const;

private:
    const Sheet* sheet_;
    const SheetRow* row_;
};

}  // namespace perfplan::commands
