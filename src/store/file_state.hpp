// The state of a plan's files: whether they changed since they were read.
#pragma once

#include "store/tree.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <limits>
#include <optional>

namespace perfplan::store {

/// Nanoseconds since 1970; of a time before 1678 or after 2261, which anybody can give a file, the
/// nearest that there is.
inline std::int64_t nanoseconds(const timespec& time) {
    constexpr std::int64_t a_second = 1'000'000'000;
    constexpr std::int64_t farthest = std::numeric_limits<std::int64_t>::max() / a_second - 1;
    const std::int64_t seconds = time.tv_sec;
    return std::clamp(seconds, -farthest, farthest) * a_second + time.tv_nsec;
}

/// The state of all files that a plan is read from: their names, sizes, inodes and times.
struct FilesState {
    std::array<std::uint8_t, 16> digest{};  ///< BLAKE2b of it
    std::int64_t newest = 0;  ///< the latest time at which one was changed, nanoseconds since 1970
    friend bool operator==(const FilesState& a, const FilesState& b) {
        return a.digest == b.digest;
    }
};

/// The state of a plan's files; call it before reading them. Nothing if it can't be determined.
std::optional<FilesState> state_of_files(const Tree& tree, const PlanRef& ref);

}  // namespace perfplan::store
