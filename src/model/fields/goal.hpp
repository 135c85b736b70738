// The fields of a goal.
#pragma once

#include "model/fields/codec.hpp"
#include "model/goal.hpp"

namespace perfplan::model {

template <>
struct Fields<Goal> {
    static constexpr std::string_view noun = "goal";
    static const std::vector<Field<Goal>>& table();
    static std::vector<std::vector<std::string_view>> one_of();
    /// Fills in what the other fields say: how readings combine by default.
    static void complete(Goal& goal);
    static void validate(Decoder& decoder, yaml::Node node, const Goal& goal);
};

}  // namespace perfplan::model
