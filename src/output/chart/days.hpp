// What charts show of their days: pauses, today, the dates below.
#pragma once

#include "output/chart/drawing.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::output {

/// Days from left to right: a day ends where it is drawn, the first begins at the left edge.
class TimeScale {
public:
    TimeScale(const Window& window, const ChartBox& plot)
        : before_(window.first - 1), days_(std::max(1, window.last - before_)), plot_(plot) {}

    [[nodiscard]] double x(Date date) const {
        return plot_.left + plot_.width() * (date - before_) / days_;
    }
    [[nodiscard]] bool shows(Date date) const { return before_ <= date && date - before_ <= days_; }

private:
    Date before_;
    int days_;
    ChartBox plot_;
};

/// Adds what belongs to the days.
class DaysDrawer {
public:
    /// Both must outlive it.
    DaysDrawer(ChartDrawing& drawing, const ChartDays& days)
        : drawing_(drawing), days_(days), time_(days.window, drawing.plot) {}

    void pauses();
    /// The day that is marked.
    void mark();
    /// First and last day, and the months between as far as they have room.
    void dates();
    /// A text below or above the plot, moved into the drawing where it would stand out.
    void add_below(std::string text, double x, double y, std::string_view look);

    [[nodiscard]] std::string shown(Date date) const;

private:
    /// The first days of months within the window, as many as have room.
    [[nodiscard]] std::vector<Date> months() const;
    void add_date(Date date, double x, double y, ChartLabel::Anchor anchor);

    ChartDrawing& drawing_;
    const ChartDays& days_;
    TimeScale time_;
};

}  // namespace perfplan::output
