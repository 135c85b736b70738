#include "model/fields/development.hpp"

#include "model/fields/schedule.hpp"

#include <fmt/format.h>

namespace perfplan::model {

template <>
struct Names<ActivityKind> {
    static constexpr std::array<std::pair<std::string_view, ActivityKind>, 8> table{
        {{"training", ActivityKind::training},
         {"coaching", ActivityKind::coaching},
         {"shadowing", ActivityKind::shadowing},
         {"practice", ActivityKind::practice},
         {"mentoring", ActivityKind::mentoring},
         {"reading", ActivityKind::reading},
         {"certification", ActivityKind::certification},
         {"tool", ActivityKind::tool}}};
    static constexpr std::array<std::string_view, 8> meanings{
        "a course or a workshop",
        "somebody coaches the rep",
        "the rep watches somebody who does it well",
        "exercises, such as role plays",
        "a mentor accompanies the rep",
        "books, articles, recordings",
        "an exam or a certificate",
        "a tool that is provided"};
};

std::string_view to_string(ActivityKind kind) {
    return name_of(kind);
}

const std::vector<Field<Skill>>& Fields<Skill>::table() {
    static const std::vector<Field<Skill>> fields{
        line<&Skill::title>("title", "what it is called (default: the competency's title)"),
        level<&Skill::current>("current", "level at the start", Presence::required),
        level<&Skill::required>("required", "level to be reached", Presence::required),
        field<&Skill::by>("by", "when it is to be reached"),
        reference<&Skill::goals>("goals", "the goals that it is to move", RefersTo::goal),
        field<&Skill::evidence>("evidence", "what the current level was seen by"),
    };
    return fields;
}

void Fields<Skill>::validate(Decoder& decoder, yaml::Node node, const Skill& skill) {
    for (const auto& [name, level] :
         {std::pair{"current", skill.current}, {"required", skill.required}}) {
        if (level < lowest_level || level > highest_level) {
            decoder.error_at_value(node.find(name),
                                   fmt::format("{} is {}, levels are 1 to 5", name, level));
        }
    }
}

const std::vector<Field<Activity>>& Fields<Activity>::table() {
    static const std::vector<Field<Activity>> fields{
        line<&Activity::title>("title", "what is to be done", Presence::required),
        field<&Activity::kind>("kind", "what sort of development it is"),
        reference<&Activity::skill>("skill", "the skill that it builds", RefersTo::skill),
        line<&Activity::owner>("owner",
                               "who owes it; anyone but the rep: a promise by the company"),
        field<&Activity::due>("due", "when it is to be done"),
        field<&Activity::every>("every", "how often it is to be done"),
        field<&Activity::starts>("starts",
                                 "day from which its due dates count (default: the plan's "
                                 "start)"),
    };
    return fields;
}

void Fields<Activity>::validate(Decoder& decoder, yaml::Node node, const Activity& activity) {
    if (activity.due && activity.every) {
        const std::string id = node.key() ? std::string(node.key().text()) : std::string();
        decoder.error_at_value(node.find("due"),
                               fmt::format("activity '{}' is due once and every so often", id),
                               "keep one of 'due' and 'every'");
    }
    if (activity.starts && !activity.every) {
        decoder.error_at_value(node.find("starts"), "'starts' goes with 'every'");
    }
}

}  // namespace perfplan::model
