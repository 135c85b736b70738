// How far a work is, on one line of a terminal that is drawn again and again.
#pragma once

#include "base/layers.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace perfplan::format {

/// Takes a line of a terminal away.
inline constexpr std::string_view erase_line = "\r\x1b[K";

class ProgressLine {
public:
    using Milliseconds = std::chrono::milliseconds;

    /// What is to be written now to show that `done` of `total` parts are done, `elapsed` after the
    /// work began: nothing in its first half second, nothing more often than ten times a second,
    /// and in the end what takes the line away.
    std::string update(std::string_view what, std::size_t done, std::size_t total,
                       Milliseconds elapsed, std::size_t width);

    /// What takes the line away, if it is there.
    std::string erase();

    [[nodiscard]] bool is_shown() const { return is_shown_; }

private:
    bool is_shown_ = false;
    Milliseconds shown_at_{0};
};

}  // namespace perfplan::format
