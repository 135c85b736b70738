// The geometry of charts: where everything stands, before it is SVG.
#pragma once

#include "output/chart/chart.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::output {

/// In units of the drawing; y grows downwards.
struct ChartBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] bool overlaps(const ChartBox& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    [[nodiscard]] bool contains(const ChartBox& other) const {
        return left <= other.left && other.right <= right && top <= other.top &&
               other.bottom <= bottom;
    }
};

struct ChartPlace {
    double x = 0;
    double y = 0;
};

/// A line of text. Its width is estimated, rather too wide.
struct ChartLabel {
    enum class Anchor { start, middle, end } anchor = Anchor::start;
    ChartPlace at;  ///< of the anchor, on the base line
    std::string text;
    std::string_view look = "label";

    [[nodiscard]] ChartBox box() const;
};

/// How wide a text may come out, at the size that labels have.
double label_width(std::string_view text);

struct ChartLine {
    std::string_view look;  ///< "expected", "course", "target", …: its class
    std::vector<ChartPlace> points;
};

struct ChartMark {
    enum class Form { dot, ring, diamond } form = Form::dot;
    std::string_view look;
    ChartPlace at;
    std::string tip;  ///< what a pointer that rests on it is told
};

struct ChartBand {
    std::string_view look;  ///< "paused", "beyond"
    ChartBox box;
};

struct ChartDrawing {
    double width = 0;
    double height = 0;
    ChartBox plot;
    std::vector<ChartBand> bands{};
    std::vector<ChartLine> lines{};
    std::vector<ChartMark> marks{};
    std::vector<ChartLabel> labels{};
};

ChartDrawing draw(const Chart& chart, ChartSize size);
ChartDrawing draw(const Milestone& milestone);

/// A figure as short as a label needs it: "750k", "1.25m", "0.4", "-3.2b", with so many significant
/// digits.
std::string short_figure(double value, int digits);

/// From three to seven round values that enclose `low` … `high`, by the same step; the two may be
/// equal.
std::vector<double> round_values(double low, double high);

}  // namespace perfplan::output
