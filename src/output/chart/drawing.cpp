#include "output/chart/drawing.hpp"

#include "base/text/text.hpp"
#include "output/chart/chart.hpp"
#include "output/chart/days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace perfplan::output {

using namespace chart_sizes;

double label_width(std::string_view text) {
    return column_width * static_cast<double>(display_width(text));
}

ChartBox ChartLabel::box() const {
    const double width = label_width(text);
    const double left = anchor == Anchor::start    ? at.x
                        : anchor == Anchor::middle ? at.x - width / 2
                                                   : at.x - width;
    return {left, at.y + descent - line_height, left + width, at.y + descent};
}

namespace {

std::string fitting(std::string_view text, double width) {
    return truncate(text, static_cast<std::size_t>(width / column_width));
}

/// Values from the bottom to the top; those beyond either are drawn at the edge.
class ValueScale {
public:
    ValueScale(double low, double high, const ChartBox& plot)
        : low_(low), high_(high), plot_(plot) {}

    [[nodiscard]] double y(double value) const {
        const double share = (std::clamp(value, low_, high_) - low_) / (high_ - low_);
        return plot_.bottom - plot_.height() * share;
    }

private:
    double low_;
    double high_;
    ChartBox plot_;
};

/// What the vertical axis must have room for. A projection may lie far out: it does not count
/// beyond twice the others' span.
std::pair<double, double> bounds_of(const Chart& chart) {
    std::vector<double> values;
    const auto add = [&](const std::vector<ChartPoint>& points) {
        for (const ChartPoint& point : points) {
            values.push_back(point.value);
        }
    };
    add(chart.course);
    add(chart.expected);
    add(chart.checkpoints);
    for (const auto& value : {chart.target, chart.at_least, chart.at_most}) {
        if (value) {
            values.push_back(*value);
        }
    }
    if (values.empty()) {
        return {0, 1};
    }
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    double bottom = *low;
    double top = *high;
    constexpr double beyond = 0.25;  // of the span is shown of what is out of bounds
    const double span_inside = top - bottom;
    if (chart.at_most) {
        top = std::max(top, *chart.at_most + span_inside * beyond);
    }
    if (chart.at_least) {
        bottom = std::min(bottom, *chart.at_least - span_inside * beyond);
    }
    if (chart.projected && top > bottom) {
        const double span = top - bottom;
        bottom = std::min(bottom, std::max(chart.projected->value, bottom - span / 2));
        top = std::max(top, std::min(chart.projected->value, top + span / 2));
    }
    return {bottom, top};
}

/// The values of an axis as labels that differ from each other.
std::vector<std::string> axis_labels(const std::vector<double>& values) {
    constexpr int fewest = 3;
    constexpr int most = 15;
    for (int digits = fewest;; ++digits) {
        std::vector<std::string> labels;
        for (const double value : values) {
            labels.push_back(short_figure(value, digits));
        }
        const std::set<std::string> different(labels.begin(), labels.end());
        if (different.size() == labels.size() || digits == most) {
            return labels;
        }
    }
}

/// A label that says what a height means, at the right of the plot.
struct EndLabel {
    double y = 0;
    std::string text;
    std::string_view look;
};

std::vector<std::pair<double, std::pair<std::string, std::string_view>>> end_values(
    const Chart& chart) {
    constexpr int digits = 3;
    std::vector<std::pair<double, std::pair<std::string, std::string_view>>> values;
    const auto add = [&](std::string_view what, double value, std::string_view look) {
        values.push_back({value, {fmt::format("{} {}", what, short_figure(value, digits)), look}});
    };
    if (chart.target) {
        add("target", *chart.target, "label");
    }
    if (chart.at_most) {
        add("at most", *chart.at_most, "label");
    }
    if (chart.at_least) {
        add("at least", *chart.at_least, "label");
    }
    if (chart.projected) {
        add("projected", chart.projected->value, "label");
    }
    if (!chart.course.empty()) {
        add("now", chart.course.back().value, "label strong");
    }
    return values;
}

/// Moves labels apart, from the top down and then from the bottom up, within the plot.
void spread(std::vector<EndLabel>& labels, double top, double bottom) {
    std::stable_sort(labels.begin(), labels.end(),
                     [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
    double lowest = top;
    for (EndLabel& label : labels) {
        label.y = std::max(label.y, lowest);
        lowest = label.y + line_height;
    }
    double highest = bottom;
    std::for_each(labels.rbegin(), labels.rend(), [&](EndLabel& label) {
        label.y = std::min(label.y, highest);
        highest = label.y - line_height;
    });
}

/// Draws the course of a figure.
class CourseDrawer {
public:
    CourseDrawer(const Chart& chart, ChartSize size)
        : chart_(chart),
          size_(size),
          bounds_(bounds_of(chart)),
          ticks_(round_values(bounds_.first, bounds_.second)),
          drawing_(empty_drawing()),
          time_(chart.days.window, drawing_.plot),
          value_(low(), high(), drawing_.plot) {}

    ChartDrawing draw() {
        DaysDrawer days(drawing_, chart_.days);
        days.pauses();
        beyond();
        if (size_ == ChartSize::full) {
            axis();
            days.dates();
        }
        limit(chart_.target, "target");
        limit(chart_.at_least, "limit");
        limit(chart_.at_most, "limit");
        line("expected", chart_.expected);
        projection();
        line("course", chart_.course);
        marks();
        if (size_ == ChartSize::full) {
            days.mark();
            end_labels();
        }
        return std::move(drawing_);
    }

private:
    [[nodiscard]] double low() const {
        return size_ == ChartSize::full ? ticks_.front() : padded().first;
    }
    [[nodiscard]] double high() const {
        return size_ == ChartSize::full ? ticks_.back() : padded().second;
    }
    [[nodiscard]] std::pair<double, double> padded() const {
        return bounds_.first < bounds_.second ? bounds_ : std::pair(ticks_.front(), ticks_.back());
    }

    [[nodiscard]] ChartDrawing empty_drawing() const {
        if (size_ == ChartSize::small) {
            constexpr double margin = 5;
            return {small_width,
                    small_height,
                    {margin, margin, small_width - margin, small_height - margin}};
        }
        double left = 0;
        for (const std::string& label : axis_labels(ticks_)) {
            left = std::max(left, label_width(label));
        }
        double right = 0;
        for (const auto& [value, label] : end_values(chart_)) {
            right = std::max(right, label_width(label.first));
        }
        return {full_width,
                full_height,
                {std::min(left, most_left) + gap, line_height + gap + 2,
                 full_width - std::min(right, most_right) - 2 * gap,
                 full_height - 2 * line_height - gap}};
    }

    [[nodiscard]] ChartPlace place(const ChartPoint& point) const {
        return {time_.x(point.on), value_.y(point.value)};
    }

    [[nodiscard]] std::string tip(std::string_view what, const ChartPoint& point) const {
        constexpr int digits = 6;
        return fmt::format("{}{}{}: {}", what, what.empty() ? "" : ", ", to_string(point.on),
                           short_figure(point.value, digits));
    }

    void beyond() {
        const ChartBox& plot = drawing_.plot;
        if (chart_.at_most && value_.y(*chart_.at_most) > plot.top) {
            drawing_.bands.push_back(
                {"beyond", {plot.left, plot.top, plot.right, value_.y(*chart_.at_most)}});
        }
        if (chart_.at_least && value_.y(*chart_.at_least) < plot.bottom) {
            drawing_.bands.push_back(
                {"beyond", {plot.left, value_.y(*chart_.at_least), plot.right, plot.bottom}});
        }
    }

    void axis() {
        const std::vector<std::string> labels = axis_labels(ticks_);
        for (std::size_t i = 0; i < ticks_.size(); ++i) {
            const double y = value_.y(ticks_[i]);
            drawing_.lines.push_back({"grid", {{drawing_.plot.left, y}, {drawing_.plot.right, y}}});
            drawing_.labels.push_back({ChartLabel::Anchor::end,
                                       {drawing_.plot.left - gap, y + descent + 1},
                                       fitting(labels[i], most_left)});
        }
        if (chart_.unit) {
            drawing_.labels.push_back({ChartLabel::Anchor::start,
                                       {0, text_size - 1},
                                       fitting(visible(*chart_.unit), full_width / 2)});
        }
    }

    void limit(const std::optional<double>& value, std::string_view look) {
        if (value) {
            const double y = value_.y(*value);
            drawing_.lines.push_back({look, {{drawing_.plot.left, y}, {drawing_.plot.right, y}}});
        }
    }

    /// The points that the window shows, and nothing that lies outside.
    [[nodiscard]] std::vector<ChartPoint> shown(const std::vector<ChartPoint>& points) const {
        std::vector<ChartPoint> inside;
        std::copy_if(points.begin(), points.end(), std::back_inserter(inside),
                     [&](const ChartPoint& point) { return time_.shows(point.on); });
        return inside;
    }

    void line(std::string_view look, const std::vector<ChartPoint>& points) {
        ChartLine line{look, {}};
        for (const ChartPoint& point : shown(points)) {
            line.points.push_back(place(point));
        }
        if (line.points.size() > 1) {
            drawing_.lines.push_back(std::move(line));
        }
    }

    void projection() {
        const std::vector<ChartPoint> course = shown(chart_.course);
        if (!chart_.projected || course.empty() || !time_.shows(chart_.projected->on)) {
            return;
        }
        drawing_.lines.push_back({"projected", {place(course.back()), place(*chart_.projected)}});
        if (size_ == ChartSize::full) {
            drawing_.marks.push_back({ChartMark::Form::ring, "projected", place(*chart_.projected),
                                      tip("projected", *chart_.projected)});
        }
    }

    void marks() {
        constexpr std::size_t most_dots = 40;
        const std::vector<ChartPoint> course = shown(chart_.course);
        if (size_ == ChartSize::full) {
            for (const ChartPoint& point : shown(chart_.checkpoints)) {
                drawing_.marks.push_back({ChartMark::Form::diamond, "checkpoint", place(point),
                                          tip("checkpoint", point)});
            }
        }
        const std::size_t dots = size_ == ChartSize::full && course.size() <= most_dots
                                     ? course.size()
                                     : std::min<std::size_t>(1, course.size());
        for (std::size_t i = course.size() - dots; i < course.size(); ++i) {
            const bool is_last = i + 1 == course.size();
            drawing_.marks.push_back({ChartMark::Form::dot, is_last ? "course last" : "course",
                                      place(course[i]), tip("", course[i])});
        }
    }

    void end_labels() {
        std::vector<EndLabel> labels;
        for (const auto& [value, label] : end_values(chart_)) {
            labels.push_back(
                {value_.y(value) + descent + 1, fitting(label.first, most_right), label.second});
        }
        spread(labels, drawing_.plot.top + descent + 1, drawing_.plot.bottom + descent + 1);
        for (EndLabel& label : labels) {
            drawing_.labels.push_back({ChartLabel::Anchor::start,
                                       {drawing_.plot.right + 2 * gap, label.y},
                                       std::move(label.text),
                                       label.look});
        }
    }

    const Chart& chart_;
    ChartSize size_;
    std::pair<double, double> bounds_;
    std::vector<double> ticks_;
    ChartDrawing drawing_;
    TimeScale time_;
    ValueScale value_;
};

}  // namespace

ChartDrawing draw(const Chart& chart, ChartSize size) {
    return CourseDrawer(chart, size).draw();
}

}  // namespace perfplan::output
