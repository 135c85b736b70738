#include <perfplan/evaluate/words.hpp>

#include "agenda_output.hpp"

#include <fmt/format.h>

namespace perfplan {

namespace {

/// "Oct 15", "today", or how late it is: "5d late"
std::string when(const NextStep& step, Date as_of) {
    if (step.on == as_of) {
        return "today";
    }
    return step.late_days > 0 ? fmt::format("{}d late", step.late_days) : day(step.on, as_of);
}

/// A plan's name may be an id: whom a review is with is said.
std::string what(const AgendaEntry& entry) {
    return entry.step.kind == StepKind::review
               ? fmt::format("{} with {}", entry.step.what, entry.rep)
               : entry.step.what;
}

}  // namespace

Table agenda_table(const Agenda& agenda) {
    Table table;
    table.columns = {{"WHEN", Align::right, WhenNarrow::keep},
                     {"PLAN", Align::left, WhenNarrow::keep},
                     {"WHO"},
                     {"WHAT"}};
    for (const AgendaEntry& entry : agenda.entries) {
        const NextStep& step = entry.step;
        table.rows.push_back({when(step, agenda.as_of), to_string(entry.plan),
                              step.owner.value_or("-"), what(entry)});
        const Tone tone = step.late_days > 0 ? Tone::warning : Tone::plain;
        table.tones.push_back({tone, Tone::plain, Tone::plain, Tone::plain});
    }
    return table;
}

}  // namespace perfplan
