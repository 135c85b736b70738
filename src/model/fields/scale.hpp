// Scales in files: {1: Poor, 2: Fair}
#pragma once

#include "model/fields/codec.hpp"
#include "model/scale.hpp"

namespace perfplan::model {

template <>
struct Codec<Scale> {
    static constexpr Holds holds = Holds::compound;
    static std::optional<Scale> read(Decoder& decoder, yaml::Node node, std::string_view field);
    static yaml::Value write(const Scale& scale);
    static Shape shape() { return {Shape::Kind::scale}; }
};

}  // namespace perfplan::model
