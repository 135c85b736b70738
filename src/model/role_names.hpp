// The names of the roles in a plan, shared by settings and signatures.
#pragma once

#include "codec.hpp"

namespace perfplan {

template <>
struct Names<Role> {
    static constexpr std::array<std::pair<std::string_view, Role>, 4> table{
        {{"rep", Role::rep},
         {"manager", Role::manager},
         {"hr", Role::hr},
         {"witness", Role::witness}}};
    static constexpr std::array<std::string_view, 4> meanings{"whose plan it is", "who leads it",
                                                              "who accompanies it for HR",
                                                              "who saw a signature or a refusal"};
};

}  // namespace perfplan
