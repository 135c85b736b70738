// What the program stands on, for `--version` and reports of bugs.
#pragma once

#include "base/layers.hpp"

#include <string_view>
#include <vector>

namespace perfplan::base {

struct Library {
    std::string_view name;
    std::string_view version;
};

/// All of them, by name. A library that can say it tells which version is loaded: it may be newer
/// than the one the program was built with. Of the others it is the latter.
std::vector<Library> libraries();

}  // namespace perfplan::base
