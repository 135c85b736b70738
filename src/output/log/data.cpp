#include "format/json.hpp"
#include "output/log/fields.hpp"
#include "output/log/output.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

using namespace json;

Json reading_json(const PastReading& reading) {
    Json before = nullptr;
    if (reading.before) {
        before = {{"on", to_string(reading.before->on)},
                  {"value", json::number(reading.before->value)}};
    }
    Json corrected_to = nullptr;
    if (reading.corrected_to) {
        corrected_to = {{"value", json::number(reading.corrected_to->value)},
                        {"by", reading.corrected_to->by}};
    }
    return {{"goal", reading.goal.str()},
            {"value", json::number(reading.value)},
            {"unit", optional(reading.unit)},
            {"before", std::move(before)},
            {"corrects", optional(reading.corrects)},
            {"corrected_to", std::move(corrected_to)},
            {"turn", reading.turn ? Json(to_string(*reading.turn)) : Json(nullptr)}};
}

Json level_json(const PastLevel& level) {
    return {{"skill", level.skill.str()},
            {"level", level.level},
            {"meaning", optional(level.meaning)},
            {"before", optional(level.before)},
            {"required", optional(level.required)}};
}

Json change_json(const Change& change) {
    return {{"field", change.field},
            {"from", optional(change.from)},
            {"to", optional(change.to)},
            {"effect", change.effect ? Json(to_string(*change.effect)) : Json(nullptr)}};
}

Json follow_up_json(const std::optional<FollowUpStatus>& follow_up) {
    if (!follow_up) {
        return nullptr;
    }
    const bool is_done = follow_up->done_on.has_value();
    return {{"id", follow_up->id.empty() ? Json(nullptr) : Json(follow_up->id.str())},
            {"what", follow_up->what},
            {"owner", optional(follow_up->owner)},
            {"by", to_string(follow_up->by)},
            {"done_on", optional(follow_up->done_on)},
            {"done_by", is_done ? Json(follow_up->done_by) : Json(nullptr)},
            {"late_days", follow_up->late_days}};
}

template <class Items, class Write>
Json array(const Items& items, const Write& write) {
    Json json = Json::array();
    for (const auto& item : items) {
        json.push_back(write(item));
    }
    return json;
}

const std::vector<Member<PastRecord>>& record_members() {
    using P = PastRecord;
    static const std::vector<Member<P>> members{
        {"values", [](const P& p) { return array(p.readings, reading_json); }},
        {"levels", [](const P& p) { return array(p.levels, level_json); }},
        {"changes", [](const P& p) { return array(p.entry.record.changes, change_json); }},
        {"follow_up", [](const P& p) { return follow_up_json(p.follow_up); }},
    };
    return members;
}

Json record_json(const PastRecord& past) {
    Json json = object(past_fields(), past);
    for (const OutputList& list : past_lists()) {
        json[std::string(list.name)] = list.items(past);
    }
    for (const Member<PastRecord>& member : record_members()) {
        json[std::string(member.name)] = member.value(past);
    }
    return json;
}

}  // namespace

std::string log_json(const Log& log) {
    const Json json{{"schema", "perfplan/log"},
                    {"version", 1},
                    {"as_of", to_string(log.as_of)},
                    {"records", array(log.records, record_json)}};
    return text(json, pretty);
}

std::vector<std::string> record_member_names() {
    std::vector<std::string> names = names_of(past_fields(), record_members());
    for (const OutputList& list : past_lists()) {
        names.emplace_back(list.name);
    }
    return names;
}

std::string log_ndjson(const Log& log, const std::vector<std::string>& names) {
    std::string lines;
    for (const PastRecord& past : log.records) {
        lines += text(picked(record_json(past), names), one_line);
    }
    return lines;
}

Table log_sheet(const Log& log) {
    Table table;
    for (const auto& field : past_fields()) {
        table.columns.push_back({std::string(field.name)});
    }
    for (const OutputList& list : past_lists()) {
        table.columns.push_back({std::string(list.name)});
    }
    for (const auto& field : past_cells()) {
        table.columns.push_back({std::string(field.name)});
    }
    for (const PastRecord& past : log.records) {
        std::vector<std::string>& row = table.rows.emplace_back();
        for (const auto& field : past_fields()) {
            row.push_back(to_cell(field.value(past)));
        }
        for (const OutputList& list : past_lists()) {
            row.push_back(fmt::format("{}", fmt::join(list.items(past), "\n")));
        }
        for (const auto& field : past_cells()) {
            row.push_back(to_cell(field.value(past)));
        }
    }
    return table;
}

}  // namespace perfplan::output
