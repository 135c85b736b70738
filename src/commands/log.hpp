// Which records of the plans are shown.
#pragma once

#include "commands/common/session.hpp"
#include "model/record.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace perfplan::commands {

/// --kind, --by, --since, --until, --limit
std::vector<Option> record_filter_options();

struct RecordFilter {
    std::vector<RecordKind> kinds;   ///< empty: every kind
    std::vector<std::string> names;  ///< empty: everybody
    std::optional<Date> since;
    std::optional<Date> until;
    std::optional<std::size_t> limit;  ///< of all that pass, only the newest

    [[nodiscard]] bool passes(const Record& record) const;
};

Result<RecordFilter> record_filter(const Arguments& arguments, const Settings& settings,
                                   Date today);

/// True if records are left out for another reason than their number.
bool has_record_filters(const Arguments& arguments);

}  // namespace perfplan::commands
