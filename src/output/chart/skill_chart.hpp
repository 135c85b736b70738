// The levels of a skill, drawn: from where it started to where it is to come.
#pragma once

#include "format/html.hpp"

#include <string>

namespace perfplan::output {

struct LevelTrack {
    std::string id;  ///< unique on its page
    std::string title;
    int start = 0;
    int now = 0;
    int required = 0;
};

/// Five steps as SVG: those reached are filled, the one required has a flag.
Markup level_track(const LevelTrack& track);

}  // namespace perfplan::output
