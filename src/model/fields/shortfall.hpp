// The fields of what a plan consists of; which there are is said where each is defined.
#pragma once

#include "model/fields/codec.hpp"
#include "model/plan.hpp"

namespace perfplan::model {

template <>
struct Fields<Shortfall> {
    static constexpr std::string_view noun = "shortfall";
    static const std::vector<Field<Shortfall>>& table();
};

template <>
struct Fields<Goal> {
    static constexpr std::string_view noun = "goal";
    static const std::vector<Field<Goal>>& table();
    static std::vector<std::vector<std::string_view>> one_of();
    static void validate(Decoder& decoder, yaml::Node node, const Goal& goal);
};

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
