// Records of many plans from the rows of --from FILE: checked as a whole, then written.
#pragma once

#include "commands/import/rows.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace perfplan::commands {

/// --keep-going
Option keep_going_option();

/// A column that says something of one goal or skill: "value:pipeline", "level:discovery".
struct IdColumn {
    std::string column;      ///< its whole name
    std::string_view about;  ///< "value" or "level"
    std::string id;
};

/// What a command takes from its rows, beside plan, rep, date, by, text and evidence.
struct RecordRows {
    RecordKind kind = RecordKind::reading;
    std::vector<ColumnRule> columns;
    enum class BareGoals { no, yes } bare_goals = BareGoals::no;  ///< may a column be a goal's id?
    std::vector<std::string_view> options;  ///< that rows say themselves, refused beside --from
    /// Puts what a row says into its record; errors point into the row.
    std::function<Diagnostics(const NamedRow&, const std::vector<IdColumn>&, const OpenPlan&,
                              Record&)>
        read;
    /// What speaks against a record beside everything that is recorded before it.
    std::function<Result<void>(const Record&, const OpenPlan&)> check;
};

/// Adds a record for each row. Rows of readings that share plan, date, author and words become one
/// record. Nothing is written if anything is wrong, unless --keep-going is given.
Result<ExitCode> record_from(const Arguments& arguments, Io& io, const RecordRows& rows);

}  // namespace perfplan::commands
