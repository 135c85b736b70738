#include "format/json.hpp"
#include "output/development/output.hpp"

#include <algorithm>

namespace perfplan::output {

const std::vector<OutputField<SkillStatus>>& skill_output_fields() {
    using S = SkillStatus;
    static const std::vector<OutputField<S>> fields{
        {"id", [](const S& s) { return FieldValue(s.id.str()); }},
        {"title", [](const S& s) { return FieldValue(s.title); }},
        {"start", [](const S& s) { return FieldValue(s.start); }},
        {"level", [](const S& s) { return FieldValue(s.level); }},
        {"level_meaning", [](const S& s) { return or_null(meaning_of(s.levels, s.level)); }},
        {"required", [](const S& s) { return FieldValue(s.required); }},
        {"required_meaning", [](const S& s) { return or_null(meaning_of(s.levels, s.required)); }},
        {"gap", [](const S& s) { return FieldValue(s.gap()); }},
        {"by", [](const S& s) { return or_null(s.by); }},
        {"late_days", [](const S& s) { return FieldValue(s.late_days); }},
        {"verdict", [](const S& s) { return FieldValue(std::string(to_string(s.verdict))); }},
    };
    return fields;
}

const std::vector<OutputField<ActivityStatus>>& activity_output_fields() {
    using A = ActivityStatus;
    static const std::vector<OutputField<A>> fields{
        {"id", [](const A& a) { return FieldValue(a.id.str()); }},
        {"title", [](const A& a) { return FieldValue(a.title); }},
        {"kind",
         [](const A& a) {
             return a.kind ? FieldValue(std::string(to_string(*a.kind))) : FieldValue();
         }},
        {"skill", [](const A& a) { return a.skill ? FieldValue(a.skill->str()) : FieldValue(); }},
        {"owner", [](const A& a) { return FieldValue(a.owner); }},
        {"owed_by", [](const A& a) { return FieldValue(std::string(to_string(a.owed_by))); }},
        {"every",
         [](const A& a) { return a.every ? FieldValue(interval(*a.every)) : FieldValue(); }},
        {"due", [](const A& a) { return or_null(a.due); }},
        {"done_on", [](const A& a) { return or_null(a.done_on); }},
        {"late_days", [](const A& a) { return FieldValue(a.late_days); }},
        {"due_so_far", [](const A& a) { return FieldValue(a.due_so_far); }},
        {"missed", [](const A& a) { return FieldValue(a.missed); }},
        {"verdict", [](const A& a) { return FieldValue(std::string(to_string(a.verdict))); }},
    };
    return fields;
}

namespace {

using json::Json;

Json ids_json(const std::vector<Slug>& ids) {
    return json::list(ids, [](const Slug& id) { return Json(id.str()); });
}

Json levels_json(const SkillStatus& skill) {
    Json levels = Json::array();
    for (const auto& [level, meaning] : skill.levels) {
        levels.push_back({{"level", level}, {"meaning", meaning}});
    }
    return levels;
}

Json history_json(const SkillStatus& skill) {
    return json::list(skill.history, [](const SkillLevel& entry) {
        return Json({{"on", to_string(entry.on)}, {"level", entry.level}, {"by", entry.by}});
    });
}

const std::vector<json::Member<SkillStatus>>& skill_members() {
    using S = SkillStatus;
    static const std::vector<json::Member<S>> members{
        {"goals", [](const S& s) { return ids_json(s.goals); }},
        {"activities", [](const S& s) { return ids_json(s.activities); }},
        {"levels", levels_json},
        {"history", history_json},
    };
    return members;
}

Json skill_json(const SkillStatus& skill) {
    return json::object(skill_output_fields(), skill_members(), skill);
}

Json activity_json(const ActivityStatus& activity) {
    return json::object(activity_output_fields(), activity);
}

std::string line(std::string_view entry, const Json& object,
                 const std::vector<std::string>& names) {
    Json with_entry{{"entry", entry}};
    with_entry.update(object);
    return json::text(json::picked(with_entry, names), json::one_line);
}

}  // namespace

std::string development_json(const PlanStatus& plan, Date as_of) {
    return json::text({{"schema", "perfplan/skills"},
                       {"version", 1},
                       {"as_of", to_string(as_of)},
                       {"plan", to_string(plan.ref)},
                       {"skills", json::list(plan.skills, skill_json)},
                       {"activities", json::list(plan.activities, activity_json)}},
                      json::pretty);
}

std::vector<std::string> development_member_names() {
    std::vector<std::string> names{"entry"};
    for (const std::string& name : json::names_of(skill_output_fields(), skill_members())) {
        names.push_back(name);
    }
    for (const auto& field : activity_output_fields()) {
        if (std::find(names.begin(), names.end(), field.name) == names.end()) {
            names.emplace_back(field.name);
        }
    }
    return names;
}

std::string development_ndjson(const PlanStatus& plan, const std::vector<std::string>& names) {
    std::string lines;
    for (const SkillStatus& skill : plan.skills) {
        lines += line("skill", skill_json(skill), names);
    }
    for (const ActivityStatus& activity : plan.activities) {
        lines += line("activity", activity_json(activity), names);
    }
    return lines;
}

}  // namespace perfplan::output
