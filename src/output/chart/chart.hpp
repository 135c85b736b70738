// Charts of goals: readings on their way from baseline to target, drawn as SVG that needs no script
// and no color to be read.
// How large the parts of charts are, in units of the drawing.
#pragma once

#include "base/dates/date.hpp"
#include "format/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// A value at the end of a day. Figures of charts are for drawing: in floating point.
struct ChartPoint {
    Date on;
    double value = 0;
};

/// What a chart says to those who don't see it, and where it is on its page.
struct ChartCaption {
    std::string id;  ///< unique on its page; letters, digits and hyphens
    std::string title;
    std::string description;
};

/// The days that a chart shows.
struct ChartDays {
    Window window;
    std::vector<Window> pauses{};
    std::optional<Date> marked{};      ///< today, if it lies within the window
    std::string mark_means = "today";  ///< what stands below it
};

/// The course of a figure. What is absent is not drawn.
struct Chart {
    ChartCaption caption;
    ChartDays days;
    std::optional<std::string> unit{};
    std::vector<ChartPoint> course{};       ///< what was read, by date
    std::vector<ChartPoint> expected{};     ///< the line that it should follow, by date
    std::vector<ChartPoint> checkpoints{};  ///< on that line
    std::optional<ChartPoint> projected{};  ///< where it comes to at the pace so far
    std::optional<double> target{};
    std::optional<double> at_least{};  ///< what lies below is out of bounds
    std::optional<double> at_most{};   ///< what lies above is out of bounds
};

/// Something that is to be done by a day.
struct Milestone {
    ChartCaption caption;
    ChartDays days;
    Date due;
    std::optional<Date> done{};
};

/// full: with axes and labels; small: the lines alone, for one of many.
enum class ChartSize { full, small };

Markup chart_svg(const Chart& chart, ChartSize size);
Markup chart_svg(const Milestone& milestone);

/// What the marks of charts mean: a piece of SVG of 28 by 14 each.
struct LegendEntry {
    Markup mark;
    std::string meaning;
};
std::vector<LegendEntry> chart_legend();

}  // namespace perfplan::output

namespace perfplan::output::chart_sizes {

inline constexpr double text_size = 12;
inline constexpr double column_width = 7.4;  // of the widest system fonts, digits included
inline constexpr double line_height = 14;
inline constexpr double descent = 3;

inline constexpr double full_width = 400;
inline constexpr double full_height = 220;
inline constexpr double small_width = 160;
inline constexpr double small_height = 56;
inline constexpr double milestone_height = 78;

inline constexpr double most_left = 90;    // of the labels of the axis
inline constexpr double most_right = 130;  // of the labels at the ends of lines
inline constexpr double gap = 6;

}  // namespace perfplan::output::chart_sizes
