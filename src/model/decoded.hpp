// A value read from a file.
#pragma once

#include "base/diagnostics/diagnostic.hpp"

namespace perfplan::model {

/// What a file says, with warnings (unknown keys) that don't keep it from being used.
template <class T>
struct Decoded {
    T value;
    Diagnostics warnings;
};

}  // namespace perfplan::model
