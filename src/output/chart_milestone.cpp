#include "chart_days.hpp"
#include "chart_sizes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

using namespace chart_sizes;

ChartDrawing draw(const Milestone& milestone) {
    constexpr double bar = 20;
    const double top = line_height + gap;
    ChartDrawing drawing{full_width, milestone_height, {gap, top, full_width - gap, top + bar}};
    DaysDrawer days(drawing, milestone.days);
    const TimeScale time(milestone.days.window, drawing.plot);
    const double middle = (drawing.plot.top + drawing.plot.bottom) / 2;
    days.pauses();
    drawing.lines.push_back({"grid", {{drawing.plot.left, middle}, {drawing.plot.right, middle}}});
    days.dates();
    days.mark();
    if (time.shows(milestone.due)) {
        const ChartPlace at{time.x(milestone.due), middle};
        drawing.marks.push_back(
            {ChartMark::Form::diamond, "checkpoint", at, "due, " + to_string(milestone.due)});
    }
    if (milestone.done && time.shows(*milestone.done)) {
        const ChartPlace at{time.x(*milestone.done), middle};
        drawing.marks.push_back(
            {ChartMark::Form::dot, "course last", at, "done, " + to_string(*milestone.done)});
    }
    const std::string words =
        milestone.done
            ? fmt::format("due {}, done {}", days.shown(milestone.due), days.shown(*milestone.done))
            : fmt::format("due {}", days.shown(milestone.due));
    days.add_below(
        words,
        time.x(std::clamp(milestone.due, milestone.days.window.first, milestone.days.window.last)),
        text_size, "label strong");
    return drawing;
}

}  // namespace perfplan
