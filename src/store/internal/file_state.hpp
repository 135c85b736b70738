// Times of files as one number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <limits>

namespace perfplan::store {

/// Nanoseconds since 1970; of a time before 1678 or after 2261, which anybody can give a file, the
/// nearest that there is.
inline std::int64_t nanoseconds(const timespec& time) {
    constexpr std::int64_t a_second = 1'000'000'000;
    constexpr std::int64_t farthest = std::numeric_limits<std::int64_t>::max() / a_second - 1;
    const std::int64_t seconds = time.tv_sec;
    return std::clamp(seconds, -farthest, farthest) * a_second + time.tv_nsec;
}

}  // namespace perfplan::store
