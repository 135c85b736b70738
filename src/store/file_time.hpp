// Times of files as one number.
#pragma once

#include <cstdint>
#include <ctime>

namespace perfplan {

/// Nanoseconds since 1970.
inline std::int64_t nanoseconds(const timespec& time) {
    constexpr std::int64_t a_second = 1'000'000'000;
    const std::int64_t seconds = time.tv_sec;
    return seconds * a_second + time.tv_nsec;
}

}  // namespace perfplan
