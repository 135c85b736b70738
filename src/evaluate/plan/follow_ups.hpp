// What was to be done after a talk, and whether it was.
#pragma once

#include "model/record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::evaluate {

/// A follow-up of a record, as of a day. It is open until a record ticks it off under `done`.
struct FollowUpStatus {
    Slug id;  ///< what `done` calls it; empty where a file's name makes no id
    std::string what;
    std::optional<std::string> owner;  ///< who does it, if that was said
    Date by;                           ///< as it was said: a pause of the plan does not move it

    Date said_on;  ///< the record it is from
    std::string said_by;
    std::string file;  ///< its name in journal/ or private/
    Privacy privacy = Privacy::shared;

    std::optional<Date> done_on;
    std::string done_by;  ///< who ticked it off
    int late_days = 0;    ///< calendar days after `by`, to the day it was done, or as_of

    [[nodiscard]] bool is_open() const { return !done_on; }
};

/// What the follow-up of a record is called: the eight characters at the end of the record's file
/// name, or where a person named the file, the whole name without its ending.
Slug follow_up_id(std::string_view file);

/// The names of all follow-ups, whatever the day.
std::vector<std::string> follow_up_ids(const Journal& journal);

/// The follow-up of one record, if it has one.
std::optional<FollowUpStatus> follow_up_of(const JournalEntry& entry, const Journal& journal,
                                           Date as_of);

/// All follow-ups that were known at the end of a day: the open ones first, each by its date.
std::vector<FollowUpStatus> follow_ups(const Journal& journal, Date as_of);

}  // namespace perfplan::evaluate
