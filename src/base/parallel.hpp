// Work on many things at once.
#pragma once

#include "base/layers.hpp"

#include <cstddef>
#include <functional>

namespace perfplan::base {

/// What a work spends its time on.
enum class Workload {
    cpu_bound,  ///< as many at once as there are processors
    io_bound,   ///< for the disk, which serves many at once: more than there are processors
};

/// Calls `work` once for each number from 0 to `count` - 1, several at a time where there is enough
/// to do, and returns when all is done. What `work` writes for one number nobody else may touch.
/// `progress`, if any, is told how many are done, on the calling thread, and `count` at the end.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work,
                 const std::function<void(std::size_t)>& progress = {},
                 Workload workload = Workload::cpu_bound);

}  // namespace perfplan::base
