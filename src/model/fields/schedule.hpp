// Schedules in files: words, or a list of dates.
#pragma once

#include "model/fields/codec.hpp"
#include "model/schedule.hpp"

namespace perfplan::model {

template <>
struct Codec<Schedule> {
    static constexpr Holds holds = Holds::schedule;
    static std::optional<Schedule> read(Decoder& decoder, yaml::Node node, std::string_view field);
    static yaml::Value write(const Schedule& schedule);
    static Shape shape() { return {Shape::Kind::schedule}; }
};

}  // namespace perfplan::model
