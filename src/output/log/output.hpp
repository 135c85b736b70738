// What happened, newest first, in every format.
#pragma once

#include "evaluate/plan/feedback.hpp"
#include "evaluate/plan/history.hpp"
#include "format/style.hpp"
#include "format/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// Whose story is told.
struct LoggedPlan {
    PlanRef ref;
    std::string rep;
    std::optional<std::string> role;
    std::optional<std::string> team;
};

struct Log {
    Date as_of;
    std::vector<LoggedPlan> plans;
    std::size_t known = 0;            ///< records of these plans, shown or not
    Feedback feedback;                ///< of all these records
    int open_follow_ups = 0;          ///< of plans that are open
    int late_follow_ups = 0;          ///< of these
    std::vector<PastRecord> records;  ///< those to be shown, newest first
};

/// For a person: a header a record, and below it what it says.
std::string log_page(const Log& log, const Style& style, std::size_t width);
/// The same as Markdown.
std::string log_markdown(const Log& log);

/// A row a record, for a program.
Table log_sheet(const Log& log);
/// {"schema": "perfplan/log", …}; ends in a newline.
std::string log_json(const Log& log);
/// The members of the JSON object of a record.
std::vector<std::string> record_member_names();
/// One record object a line, with the members that are named, or all.
std::string log_ndjson(const Log& log, const std::vector<std::string>& names);

}  // namespace perfplan::output
