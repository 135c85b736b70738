#include "output/chart/skill_chart.hpp"

#include "model/plan.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

constexpr int step = 30;
constexpr int middle = 22;

std::string look_of(const LevelTrack& track, int level) {
    return level <= track.start && level <= track.now ? "level had"
           : level <= track.now                       ? "level gained"
                                                      : "level open";
}

std::string circle(const LevelTrack& track, int level) {
    constexpr int radius = 9;
    const int x = step * (level - lowest_level) + step / 2;
    const bool is_reached = level <= track.now;
    return fmt::format(
        "<circle class=\"{}\" fill=\"{}\" stroke=\"currentColor\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n"
        "<text class=\"{}\" fill=\"{}\" font-size=\"11\" text-anchor=\"middle\" x=\"{}\" "
        "y=\"{}\">{}</text>\n",
        look_of(track, level), is_reached ? "currentColor" : "none", x, middle, radius,
        is_reached ? "digit reached" : "digit", is_reached ? "Canvas" : "currentColor", x,
        middle + 4, level);
}

/// A flag over the level that was agreed.
std::string flag(int level) {
    const int x = step * (level - lowest_level) + step / 2;
    return fmt::format(
        "<path class=\"goal\" fill=\"currentColor\" d=\"M{0} 10V1L{1} 4L{0} 7Z\" "
        "stroke=\"currentColor\"/>\n",
        x, x + 8);
}

}  // namespace

Markup level_track(const LevelTrack& track) {
    std::string steps;
    for (int level = lowest_level; level <= highest_level; ++level) {
        steps += circle(track, level);
    }
    return Markup{fmt::format(
        "<svg class=\"track\" role=\"img\" aria-labelledby=\"{0}-title\" width=\"{1}\" "
        "height=\"34\" viewBox=\"0 0 {1} 34\">\n<title id=\"{0}-title\">{2}: started at level {3}, "
        "now at {4}, {5} agreed</title>\n{6}{7}</svg>",
        track.id, step * highest_level, html_text(track.title), track.start, track.now,
        track.required, steps, flag(track.required))};
}

}  // namespace perfplan::output
