// Reading a file of rows in any of its formats.
#pragma once

#include "input/sheet.hpp"

#include <string>

namespace perfplan::input {

/// Reads strictly. `name` is the path that diagnostics show; its ending says the format (.csv,
/// .tsv, .ndjson, .jsonl), else the first line does. Refused as a whole: an empty file, UTF-16, a
/// header that is damaged or names a column twice, a quote left open. Refused row by row, see
/// `Sheet::errors`: too few or too many cells, text around quotes, invalid UTF-8, characters that
/// have no place in a text, a cell over `max_cell`; in NDJSON what is no object of texts, numbers,
/// true, false, null and lists of these. A byte order mark at the start and CRLF are fine; blank
/// lines are skipped.
///
/// CSV is RFC 4180. In TSV \t, \n and \\ stand for a tab, a line break and a backslash, as perfplan
/// writes them, and quotes mean nothing.
Result<Sheet> read_sheet(std::string name, std::string text);

}  // namespace perfplan::input
