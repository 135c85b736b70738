// The formats of a sheet, and what their readers share.
#pragma once

#include "input/sheet.hpp"

namespace perfplan::input {

/// Reads rows into a sheet; an error leaves nothing of it to be used.
Result<void> read_csv(Sheet& sheet);
Result<void> read_tsv(Sheet& sheet);
Result<void> read_ndjson(Sheet& sheet);

/// "Next_Step " as columns are compared: next-step.
std::string column_name(std::string_view text);

/// Where the text starts behind a byte order mark.
std::size_t start_of_text(std::string_view text);

/// What is wrong with the bytes of a cell, or nothing. `decoded`: what they stand for.
std::optional<Diagnostic> unfit_cell(const Sheet& sheet, const SheetRow& row, Span raw,
                                     std::string_view decoded);

}  // namespace perfplan::input
