// The names of the roles in files.
#pragma once

#include "model/fields/codec.hpp"
#include "model/role.hpp"

namespace perfplan::model {

template <>
struct Names<Role> {
    static constexpr std::array<std::pair<std::string_view, Role>, 4> table{
        {{"rep", Role::rep},
         {"manager", Role::manager},
         {"hr", Role::hr},
         {"witness", Role::witness}}};
    static constexpr std::array<std::string_view, 4> meanings{
        "whose plan it is", "who leads it", "HR partner", "who saw a signature or a refusal"};
};

}  // namespace perfplan::model
