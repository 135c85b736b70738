// The fields of a shortfall.
#pragma once

#include "model/fields/codec.hpp"
#include "model/shortfall.hpp"

namespace perfplan::model {

template <>
struct Fields<Shortfall> {
    static constexpr std::string_view noun = "shortfall";
    static const std::vector<Field<Shortfall>>& table();
};

}  // namespace perfplan::model
