#include "development_output.hpp"
#include "json.hpp"

#include <algorithm>

namespace perfplan {

namespace {

using json::Json;

Json ids_json(const std::vector<Slug>& ids) {
    Json list = Json::array();
    for (const Slug& id : ids) {
        list.push_back(id.str());
    }
    return list;
}

Json levels_json(const SkillStatus& skill) {
    Json levels = Json::array();
    for (const auto& [level, meaning] : skill.levels) {
        levels.push_back({{"level", level}, {"meaning", meaning}});
    }
    return levels;
}

Json history_json(const SkillStatus& skill) {
    Json history = Json::array();
    for (const SkillLevel& entry : skill.history) {
        history.push_back({{"on", to_string(entry.on)}, {"level", entry.level}, {"by", entry.by}});
    }
    return history;
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
    Json skills = Json::array();
    for (const SkillStatus& skill : plan.skills) {
        skills.push_back(skill_json(skill));
    }
    Json activities = Json::array();
    for (const ActivityStatus& activity : plan.activities) {
        activities.push_back(activity_json(activity));
    }
    return json::text({{"schema", "perfplan/skills"},
                       {"version", 1},
                       {"as_of", to_string(as_of)},
                       {"plan", to_string(plan.ref)},
                       {"skills", std::move(skills)},
                       {"activities", std::move(activities)}},
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

}  // namespace perfplan
