#include "format/progress_line.hpp"

#include "base/text/text.hpp"

#include <fmt/format.h>

namespace perfplan::format {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 500ms;
constexpr auto between_drawings = 100ms;
constexpr std::size_t bar_width = 24;

std::string bar(std::size_t done, std::size_t total) {
    const std::size_t full = total == 0 ? bar_width : bar_width * done / total;
    std::string text;
    for (std::size_t i = 0; i < bar_width; ++i) {
        text += i < full ? "█" : "·";
    }
    return text;
}

}  // namespace

std::string ProgressLine::update(std::string_view what, std::size_t done, std::size_t total,
                                 Milliseconds elapsed, std::size_t width) {
    if (done >= total) {
        return erase();
    }
    if (elapsed < patience || (is_shown_ && elapsed < shown_at_ + between_drawings)) {
        return {};
    }
    is_shown_ = true;
    shown_at_ = elapsed;
    const std::string line = fmt::format("{} {} {} of {}", what, bar(done, total), done, total);
    // a line as wide as the terminal would be broken, and only half of it taken away
    return std::string(erase_line) + truncate(line, width - 1);
}

std::string ProgressLine::erase() {
    if (!is_shown_) {
        return {};
    }
    is_shown_ = false;
    return std::string(erase_line);
}

}  // namespace perfplan::format
