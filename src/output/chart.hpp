// Charts of goals: readings on their way from baseline to target, drawn as SVG that needs no script
// and no colour to be read.
#pragma once

#include <perfplan/base/date.hpp>

#include "markup.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan {

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

}  // namespace perfplan
