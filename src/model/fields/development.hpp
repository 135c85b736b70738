// The fields of skills and activities.
#pragma once

#include "model/development.hpp"
#include "model/fields/codec.hpp"

namespace perfplan::model {

template <>
struct Fields<Skill> {
    static constexpr std::string_view noun = "skill";
    static const std::vector<Field<Skill>>& table();
    static void validate(Decoder& decoder, yaml::Node node, const Skill& skill);
};

template <>
struct Fields<Activity> {
    static constexpr std::string_view noun = "activity";
    static const std::vector<Field<Activity>>& table();
    static void validate(Decoder& decoder, yaml::Node node, const Activity& activity);
};

}  // namespace perfplan::model
