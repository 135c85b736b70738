// What is due, in every format.
#pragma once

#include "evaluate/plan/status.hpp"
#include "format/field.hpp"
#include "format/style.hpp"
#include "format/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// A step of a plan, and whose plan it is.
struct AgendaEntry {
    PlanRef plan;
    std::string rep;
    std::optional<std::string> team;
    std::optional<std::string> manager;
    State state = State::active;
    NextStep step;
};

struct Agenda {
    Date as_of;
    Date until;                        ///< the last day that is shown
    std::string program;               ///< what the company calls it
    std::vector<AgendaEntry> entries;  ///< by date, so the overdue first
};

/// For a person, a row each: when, whose plan, who is to do it, what.
Table agenda_table(const Agenda& agenda);

/// The members of the JSON object of an entry.
const std::vector<OutputField<AgendaEntry>>& entry_fields();

/// A row each, for a program: the members of the JSON.
Table agenda_sheet(const Agenda& agenda);
/// {"schema": "perfplan/agenda", …}; ends in a newline.
std::string agenda_json(const Agenda& agenda);
/// The members of the JSON object of an entry.
std::vector<std::string> entry_member_names();
/// One entry a line, with the members that are named, or all.
std::string agenda_ndjson(const Agenda& agenda, const std::vector<std::string>& names);

/// As iCalendar, an all-day event each. An event keeps its UID when its date moves. `alarm`: how
/// long before it a reminder comes, as a duration of RFC 5545 ("P1D"); what is late has none.
std::string agenda_calendar(const Agenda& agenda, const std::optional<std::string>& alarm);

}  // namespace perfplan::output
