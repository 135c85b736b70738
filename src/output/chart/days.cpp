#include "output/chart/days.hpp"

#include "output/chart/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace perfplan::output {

using namespace chart_sizes;

void DaysDrawer::pauses() {
    for (const Window& pause : days_.pauses) {
        const Date first = std::max(pause.first, days_.window.first);
        const Date last = std::min(pause.last, days_.window.last);
        if (first <= last) {
            drawing_.bands.push_back(
                {"paused",
                 {time_.x(first - 1), drawing_.plot.top, time_.x(last), drawing_.plot.bottom}});
        }
    }
}

void DaysDrawer::mark() {
    if (!days_.marked || !time_.shows(*days_.marked)) {
        return;
    }
    const double x = time_.x(*days_.marked);
    drawing_.lines.push_back({"today", {{x, drawing_.plot.top}, {x, drawing_.plot.bottom + gap}}});
    add_below(days_.mark_means, x, drawing_.plot.bottom + 2 * line_height + 1, "label strong");
}

void DaysDrawer::dates() {
    const double y = drawing_.plot.bottom + line_height + 1;
    add_date(days_.window.first, drawing_.plot.left, y, ChartLabel::Anchor::start);
    if (days_.window.first < days_.window.last) {
        add_date(days_.window.last, drawing_.plot.right, y, ChartLabel::Anchor::end);
    }
    for (const Date month : months()) {
        const double x = time_.x(month - 1);
        add_date(month, x, y, ChartLabel::Anchor::middle);
    }
}

void DaysDrawer::add_below(std::string text, double x, double y, std::string_view look) {
    const double half = label_width(text) / 2;
    x = std::clamp(x, half, std::max(half, drawing_.width - half));
    drawing_.labels.push_back({ChartLabel::Anchor::middle, {x, y}, std::move(text), look});
}

std::string DaysDrawer::shown(Date date) const {
    return short_form(date, days_.marked.value_or(days_.window.first));
}

std::vector<Date> DaysDrawer::months() const {
    const double room = label_width("Dec 31, 2026") + gap;
    const double most = std::max(1.0, drawing_.plot.width() / room);
    const int days = days_.window.last - days_.window.first;
    int step = 1;
    constexpr int days_of_month = 30;
    const double whole_months = std::floor(days / double{days_of_month});
    while (std::floor(whole_months / step) > most) {
        step *= step < 3 ? 3 : 2;  // 1, 3, 6, 12, 24 …
    }
    std::vector<Date> dates;
    Date month = first_of_month(days_.window.first);
    while ((static_cast<int>(month.month()) - 1) % std::min(step, 12) != 0) {
        month = add_months(month, 1);
    }
    for (; month <= days_.window.last; month = add_months(month, step)) {
        if (month > days_.window.first) {
            dates.push_back(month);
        }
    }
    return dates;
}

void DaysDrawer::add_date(Date date, double x, double y, ChartLabel::Anchor anchor) {
    ChartLabel label{anchor, {x, y}, shown(date)};
    ChartBox room = label.box();
    room.left -= gap;
    room.right += gap;
    const bool is_free =
        std::none_of(drawing_.labels.begin(), drawing_.labels.end(),
                     [&](const ChartLabel& other) { return other.box().overlaps(room); });
    if (is_free) {
        drawing_.lines.push_back(
            {"tick", {{x, drawing_.plot.bottom}, {x, drawing_.plot.bottom + 3}}});
        drawing_.labels.push_back(std::move(label));
    }
}

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

}  // namespace perfplan::output
