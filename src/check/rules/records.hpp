// What the records of a journal say of each other.
#pragma once

#include "model/record.hpp"

namespace perfplan::check {

/// True if a record ticks the follow-up of this one off, by the name that its file has.
bool is_ticked_off(const Journal& journal, const JournalEntry& entry);

}  // namespace perfplan::check
