// What commands that list things have in common: formats, fields, and where the list goes.
// What commands that list the parts of one plan have in common.
#pragma once

#include "commands/common/selection.hpp"
#include "evaluate/plan/status.hpp"
#include "format/table.hpp"

#include <functional>
#include <string>
#include <vector>

namespace perfplan::commands {

enum class Format { table, json, ndjson, csv, tsv, markdown, calendar, paths };

/// What a list consists of, for --format and --fields.
struct Listed {
    std::vector<std::string> columns{};  ///< of a row, by the names that --fields takes
    std::vector<std::string> members{};  ///< of an object of NDJSON
    enum class Paths {
        no,
        yes
    } paths = Paths::no;  ///< yes: of the files or directories it is about
    enum class Calendar { no, yes } calendar = Calendar::no;  ///< yes: of things that have a day
};

/// How a list is to be written.
struct Output {
    Format format = Format::table;
    std::vector<std::string> fields{};  ///< those to be shown, in this order; empty: all
    char path_end = '\n';               ///< NUL with -0

    /// Rows of plain values: CSV, TSV, and a table of fields that were picked.
    [[nodiscard]] bool is_sheet() const;
};

/// What a file is called behind its last point, in lower case; empty without one.
std::string ending_of(std::string_view file);

/// --format, -o, --fields
std::vector<Option> output_options(const Listed& listed);
Option as_of_option();

/// --format, or what the ending of -o says, or table; --fields, each known; -0.
Result<Output> output_of(const Arguments& arguments, const Listed& listed);

/// A sheet with the columns that --fields picks, where `output` is one.
std::string sheet_text(Table sheet, const Output& output, const Io& io);

/// Each with its end behind it.
std::string path_lines(const std::vector<std::string>& paths, const Output& output);

/// Prints the text, or puts it into the file that -o names.
Result<void> deliver(const Arguments& arguments, Io& io, const std::string& text);

/// --as-of, or today.
Result<Date> as_of(const Arguments& arguments, const Settings& settings, Date today);

/// How many records of the plan were dated by then but written later: they don't exist yet as of
/// that day, and whoever asks should know. Nothing if there are none.
Diagnostics notes_on_late_records(const LoadedPlan& plan, Date date);

/// The list as text; what else is to be said goes to standard error.
using PlanText =
    std::function<std::string(const PlanStatus& plan, const Output& output, Date date, Io& io)>;

/// The plan named, as of --as-of, listed.
Result<ExitCode> list_plan(const Arguments& arguments, Io& io, const Listed& listed,
                           const PlanText& text_of);

/// --as-of, --format, -o, --fields
std::vector<Option> plan_list_options(const Listed& listed);

}  // namespace perfplan::commands
