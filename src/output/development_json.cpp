#include "development_output.hpp"
#include "json.hpp"

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

Json skill_json(const SkillStatus& skill) {
    Json object = json::object(skill_output_fields(), skill);
    object["goals"] = ids_json(skill.goals);
    object["activities"] = ids_json(skill.activities);
    Json levels = Json::array();
    for (const auto& [level, meaning] : skill.levels) {
        levels.push_back({{"level", level}, {"meaning", meaning}});
    }
    object["levels"] = std::move(levels);
    Json history = Json::array();
    for (const SkillLevel& entry : skill.history) {
        history.push_back({{"on", to_string(entry.on)}, {"level", entry.level}, {"by", entry.by}});
    }
    object["history"] = std::move(history);
    return object;
}

Json activity_json(const ActivityStatus& activity) {
    return json::object(activity_output_fields(), activity);
}

std::string line(std::string_view entry, const Json& object) {
    Json with_entry{{"entry", entry}};
    with_entry.update(object);
    return json::text(with_entry, json::one_line);
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

std::string development_ndjson(const PlanStatus& plan) {
    std::string lines;
    for (const SkillStatus& skill : plan.skills) {
        lines += line("skill", skill_json(skill));
    }
    for (const ActivityStatus& activity : plan.activities) {
        lines += line("activity", activity_json(activity));
    }
    return lines;
}

}  // namespace perfplan
