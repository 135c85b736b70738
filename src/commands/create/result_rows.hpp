// The rows of `create --from`: what reps attained, one row a rep and period.
#pragma once

#include "commands/import/rows.hpp"
#include "evaluate/portfolio/trigger.hpp"

#include <string>
#include <vector>

namespace perfplan::commands {

/// The rows of one rep.
struct QuotaRows {
    std::string rep;
    std::optional<std::string> id;      ///< the rep's directory
    std::vector<NamedRow> rows;         ///< in the order of the file
    std::vector<PeriodResult> results;  ///< of each row

    /// What a column says of the rep: in the row of the latest period that says it.
    [[nodiscard]] std::optional<std::string> value(std::string_view column) const;
};

/// The reps in the order in which they first appear; all errors of all rows, or none.
Result<std::vector<QuotaRows>> quota_rows(const Sheet& sheet, const Settings& settings);

}  // namespace perfplan::commands
