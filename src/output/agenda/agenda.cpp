#include "output/agenda/agenda.hpp"

#include "evaluate/figures.hpp"
#include "format/json.hpp"

#include <fmt/format.h>

namespace perfplan::output {

using namespace json;

const std::vector<OutputField<AgendaEntry>>& entry_fields() {
    using E = AgendaEntry;
    static const std::vector<OutputField<E>> fields{
        {"plan", [](const E& e) { return FieldValue(to_string(e.plan)); }},
        {"rep", [](const E& e) { return FieldValue(e.rep); }},
        {"team", [](const E& e) { return or_null(e.team); }},
        {"manager", [](const E& e) { return or_null(e.manager); }},
        {"state", [](const E& e) { return FieldValue(std::string(to_string(e.state))); }},
        {"on", [](const E& e) { return FieldValue(e.step.on); }},
        {"kind", [](const E& e) { return FieldValue(std::string(to_string(e.step.kind))); }},
        {"id", [](const E& e) { return e.step.id.empty() ? FieldValue() : FieldValue(e.step.id); }},
        {"what", [](const E& e) { return FieldValue(e.step.what); }},
        {"owner", [](const E& e) { return or_null(e.step.owner); }},
        {"owed_by", [](const E& e) { return FieldValue(std::string(to_string(e.step.owed_by))); }},
        {"late_days", [](const E& e) { return FieldValue(e.step.late_days); }},
        {"private", [](const E& e) { return FieldValue(e.step.privacy == Privacy::private_); }},
    };
    return fields;
}

Table agenda_sheet(const Agenda& agenda) {
    Table table;
    for (const auto& field : entry_fields()) {
        table.columns.push_back({std::string(field.name)});
    }
    for (const AgendaEntry& entry : agenda.entries) {
        std::vector<std::string>& row = table.rows.emplace_back();
        for (const auto& field : entry_fields()) {
            row.push_back(to_cell(field.value(entry)));
        }
    }
    return table;
}

std::string agenda_json(const Agenda& agenda) {
    Json json{{"schema", "perfplan/agenda"},
              {"version", 1},
              {"as_of", to_string(agenda.as_of)},
              {"until", to_string(agenda.until)}};
    json["entries"] = Json::array();
    for (const AgendaEntry& entry : agenda.entries) {
        json["entries"].push_back(object(entry_fields(), entry));
    }
    return text(json, pretty);
}

std::vector<std::string> entry_member_names() {
    return titles(agenda_sheet({}));
}

std::string agenda_ndjson(const Agenda& agenda, const std::vector<std::string>& names) {
    std::string lines;
    for (const AgendaEntry& entry : agenda.entries) {
        lines += text(picked(object(entry_fields(), entry), names), one_line);
    }
    return lines;
}

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

}  // namespace perfplan::output
