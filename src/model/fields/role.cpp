#include "model/fields/role.hpp"

namespace perfplan::model {

std::string_view to_string(Role role) {
    return name_of(role);
}

Parsed<Role> parse_role(std::string_view text) {
    return parse_name<Role>(text, "role");
}

std::vector<std::string> roles() {
    return names_of<Role>();
}

}  // namespace perfplan::model
