// Rules for the files of a journal.
#pragma once

#include "check/finding.hpp"
#include "check/subject.hpp"

namespace perfplan::check::look {

Findings unknown_id(const Subject& subject);
Findings edited_record(const Subject& subject);
Findings conflict_copy(const Subject& subject);
Findings outside_plan(const Subject& subject);
Findings future_record(const Subject& subject);
Findings contradictory_readings(const Subject& subject);
Findings clock_ahead(const Subject& subject);
Findings two_open_plans(const Subject& subject);

}  // namespace perfplan::check::look

namespace perfplan::check {

/// True if a record ticks the follow-up of this one off, by the name that its file has.
bool is_ticked_off(const Journal& journal, const JournalEntry& entry);

}  // namespace perfplan::check
