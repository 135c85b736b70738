#include "base/libraries.hpp"

#include "base/version.hpp"

#include <gmp.h>
#include <sodium/version.h>
#include <utf8proc.h>

namespace perfplan::base {

std::vector<Library> libraries() {
    return {
        {"CLI11", built_with::cli11},
        {"dtl", built_with::dtl},
        {"fmt", built_with::fmt},
        {"GMP", gmp_version},
        {"libsodium", sodium_version_string()},
        {"Mustache", built_with::mustache},
        {"nlohmann-json", built_with::nlohmann_json},
        {"tl::expected", built_with::tl_expected},
        {"utf8proc", utf8proc_version()},
        {"yaml-cpp", built_with::yaml_cpp},
    };
}

}  // namespace perfplan::base
