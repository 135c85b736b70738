#include "base/text/text.hpp"
#include "output/chart/drawing.hpp"
#include "samples.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <ostream>
#include <random>

using namespace perfplan;
using namespace perfplan::output;
using namespace perfplan::samples;

namespace {

constexpr double tolerance = 0.01;

ChartDays quarter() {
    return {{date("2026-10-01"), date("2026-12-31")}, {}, date("2026-11-20")};
}

Chart pipeline() {
    Chart chart{{"chart-pipeline", "Pipeline", "From 240,000 to 750,000"}, quarter()};
    chart.unit = "USD";
    chart.course = {{date("2026-10-14"), 280000}, {date("2026-11-19"), 546000}};
    chart.expected = {{date("2026-09-30"), 240000}, {date("2026-12-31"), 750000}};
    chart.checkpoints = {{date("2026-10-31"), 400000}};
    chart.projected = ChartPoint{date("2026-12-31"), 703135};
    chart.target = 750000;
    return chart;
}

/// All readings have one value, as have baseline and target.
Chart of_values(double from, double to, const std::vector<double>& values) {
    Chart chart = pipeline();
    chart.checkpoints.clear();
    chart.expected = {{date("2026-09-30"), from}, {date("2026-12-31"), to}};
    chart.target = to;
    chart.projected = ChartPoint{date("2026-12-31"), to + (to - from)};
    chart.course.clear();
    Date day = date("2026-10-01");
    for (const double value : values) {
        chart.course.push_back({day, value});
        day = day + 1;
    }
    return chart;
}

bool is_inside(const ChartDrawing& drawing, const ChartPlace& place) {
    const ChartBox all{0, 0, drawing.width, drawing.height};
    return std::isfinite(place.x) && std::isfinite(place.y) &&
           all.contains({place.x, place.y, place.x, place.y});
}

/// Every label stands within the drawing and clear of every other; every mark and line within it.
void check_geometry(const ChartDrawing& drawing) {
    const ChartBox all{-tolerance, -tolerance, drawing.width + tolerance,
                       drawing.height + tolerance};
    for (std::size_t i = 0; i < drawing.labels.size(); ++i) {
        CAPTURE(drawing.labels[i].text);
        CHECK(all.contains(drawing.labels[i].box()));
        for (std::size_t j = 0; j < i; ++j) {
            CAPTURE(drawing.labels[j].text);
            CHECK_FALSE(drawing.labels[i].box().overlaps(drawing.labels[j].box()));
        }
    }
    for (const ChartLine& line : drawing.lines) {
        CAPTURE(std::string(line.look));
        for (const ChartPlace& place : line.points) {
            CHECK(is_inside(drawing, place));
        }
    }
    for (const ChartMark& mark : drawing.marks) {
        CAPTURE(std::string(mark.look));
        CHECK(is_inside(drawing, mark.at));
    }
    for (const ChartBand& band : drawing.bands) {
        CHECK(band.box.width() > 0);
        CHECK(band.box.height() > 0);
        CHECK(drawing.plot.contains(band.box));
    }
}

void check_geometry(const Chart& chart) {
    check_geometry(draw(chart, ChartSize::full));
    check_geometry(draw(chart, ChartSize::small));
}

const ChartLine& line_of(const ChartDrawing& drawing, std::string_view look) {
    const auto found = std::find_if(drawing.lines.begin(), drawing.lines.end(),
                                    [&](const ChartLine& line) { return line.look == look; });
    REQUIRE(found != drawing.lines.end());
    return *found;
}

bool has_label(const ChartDrawing& drawing, std::string_view text) {
    return std::any_of(drawing.labels.begin(), drawing.labels.end(),
                       [&](const ChartLabel& label) { return label.text == text; });
}

std::vector<ChartMark> marks_of(const ChartDrawing& drawing, ChartMark::Form form) {
    std::vector<ChartMark> marks;
    std::copy_if(drawing.marks.begin(), drawing.marks.end(), std::back_inserter(marks),
                 [&](const ChartMark& mark) { return mark.form == form; });
    return marks;
}

}  // namespace

TEST_SUITE_BEGIN("chart");

TEST_CASE("a figure is as short as a label needs it") {
    CHECK(short_figure(0, 3) == "0");
    CHECK(short_figure(13.1, 3) == "13.1");
    CHECK(short_figure(9999, 3) == "9999");
    CHECK(short_figure(10000, 3) == "10k");
    CHECK(short_figure(546321, 3) == "546k");
    CHECK(short_figure(999950, 3) == "1m");
    CHECK(short_figure(1250000, 3) == "1.25m");
    CHECK(short_figure(-3.2e9, 3) == "-3.2b");
    CHECK(short_figure(999999999999999, 3) == "1000t");
    CHECK(short_figure(0.000000001, 3) == "0.000000001");
    CHECK(short_figure(-0.0000000001, 3) == "0");
}

TEST_CASE("the values of an axis are round and enclose what is drawn") {
    CHECK(round_values(240000, 750000) == std::vector<double>{200000, 400000, 600000, 800000});
    CHECK(round_values(0, 1) == std::vector<double>{0, 0.25, 0.5, 0.75, 1});
    CHECK(round_values(-5, 5).front() <= -5);
    for (const double value : {0.0, 1e-9, -7.0, 1e15}) {
        CAPTURE(value);
        const std::vector<double> values = round_values(value, value);
        CHECK(values.size() >= 3);
        CHECK(values.size() <= 7);
        CHECK(values.front() <= value);
        CHECK(value <= values.back());
    }
}

TEST_CASE("days run from left to right, values from the bottom to the top") {
    const ChartDrawing drawing = draw(pipeline(), ChartSize::full);
    const ChartLine& expected = line_of(drawing, "expected");
    CHECK(expected.points.front().x == doctest::Approx(drawing.plot.left));
    CHECK(expected.points.back().x == doctest::Approx(drawing.plot.right));
    CHECK(expected.points.back().y < expected.points.front().y);
    const ChartLine& course = line_of(drawing, "course");
    const double share = 14.0 / 92;  // the fourteenth of 92 days has ended
    CHECK(course.points.front().x ==
          doctest::Approx(drawing.plot.left + share * drawing.plot.width()));
    CHECK(line_of(drawing, "target").points.front().y == doctest::Approx(expected.points.back().y));
}

TEST_CASE("a chart says in words where it is, comes from and is to come") {
    const ChartDrawing drawing = draw(pipeline(), ChartSize::full);
    for (const char* text : {"USD", "target 750k", "projected 703k", "now 546k", "today", "Oct 1",
                             "Dec 31", "200k", "800k"}) {
        CAPTURE(text);
        CHECK(has_label(drawing, text));
    }
    check_geometry(pipeline());
}

TEST_CASE("a small chart has lines, and no words") {
    const ChartDrawing drawing = draw(pipeline(), ChartSize::small);
    CHECK(drawing.labels.empty());
    CHECK(line_of(drawing, "course").points.size() == 2);
    CHECK(marks_of(drawing, ChartMark::Form::dot).size() == 1);
}

TEST_CASE("labels keep apart whatever the values are") {
    for (const auto& range :
         std::vector<std::pair<double, double>>{{0, 999999999999999},
                                                {0, 0.000000001},
                                                {-999999999999999, 999999999999999},
                                                {999999999999998, 999999999999999},
                                                {5, 5},
                                                {0, 0},
                                                {-1, -1},
                                                {100, 0},
                                                {0.1, 0.3}}) {
        const double from = range.first;
        const double to = range.second;
        for (const std::vector<double>& values : {std::vector<double>{},
                                                  {to},
                                                  {from},
                                                  {(from + to) / 2, to},
                                                  {to * 3, from * 3},
                                                  {-999999999999999, 999999999999999},
                                                  std::vector<double>(100, to)}) {
            CAPTURE(from);
            CAPTURE(to);
            CAPTURE(values.size());
            check_geometry(of_values(from, to, values));
        }
    }
}

TEST_CASE("labels keep apart whatever the days are") {
    const Date start = date("2026-10-01");
    for (const int length : {0, 1, 2, 13, 29, 92, 400, 3000, 300000}) {
        for (const int today : {-10, -1, 0, 1, length / 2, length, length + 10}) {
            CAPTURE(length);
            CAPTURE(today);
            Chart chart = pipeline();
            chart.days = {{start, start + length},
                          {{start - 5, start + length / 3}, {start + length, start + length + 99}},
                          start + today};
            check_geometry(chart);
            check_geometry(
                draw(Milestone{chart.caption, chart.days, start + length / 2, start + length}));
        }
    }
}

TEST_CASE("labels keep apart in charts of any shape") {
    std::mt19937 random(20261014);
    const auto some = [&](int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(random);
    };
    const auto value = [&] { return some(-999, 999) * std::pow(10.0, some(-9, 12)); };
    for (int i = 0; i < 300; ++i) {
        CAPTURE(i);
        const Date start = date("2026-01-01") + some(0, 700);
        Chart chart{{"id", "title", "words"}, {{start, start + some(0, 500)}, {}, {}}};
        chart.days.marked = start + some(-5, 505);
        if (some(0, 1) == 1) {
            chart.unit = std::string(static_cast<std::size_t>(some(1, 60)), 'W');
        }
        for (int n = some(0, 12); n > 0; --n) {
            chart.course.push_back({start + some(-3, 500), value()});
        }
        std::sort(chart.course.begin(), chart.course.end(),
                  [](const ChartPoint& a, const ChartPoint& b) { return a.on < b.on; });
        chart.target = some(0, 1) == 1 ? std::optional(value()) : std::nullopt;
        chart.at_least = some(0, 1) == 1 ? std::optional(value()) : std::nullopt;
        chart.at_most = some(0, 1) == 1 ? std::optional(value()) : std::nullopt;
        chart.projected = ChartPoint{chart.days.window.last, value()};
        check_geometry(chart);
    }
}

TEST_CASE("one reading is a dot, a hundred are a line with a dot at its end") {
    const auto dots = [](std::size_t readings) {
        return marks_of(draw(of_values(0, 10, std::vector<double>(readings, 5)), ChartSize::full),
                        ChartMark::Form::dot)
            .size();
    };
    CHECK(dots(0) == 0);
    CHECK(dots(1) == 1);
    CHECK(dots(40) == 40);
    CHECK(dots(90) == 1);
}

TEST_CASE("a projection far out is cut off at the edge, and its label says how far") {
    Chart chart = pipeline();
    chart.projected->value = 90000000;
    const ChartDrawing drawing = draw(chart, ChartSize::full);
    CHECK(has_label(drawing, "projected 90m"));
    CHECK(line_of(drawing, "projected").points.back().y == doctest::Approx(drawing.plot.top));
    CHECK(line_of(drawing, "target").points.front().y > drawing.plot.top);
}

TEST_CASE("readings outside of the days shown are left out") {
    Chart chart = pipeline();
    chart.course.insert(chart.course.begin(), {date("2026-09-01"), 1});
    CHECK(line_of(draw(chart, ChartSize::full), "course").points.size() == 2);
}

TEST_CASE("what is out of bounds is shaded") {
    Chart chart{{"id", "Discount", "words"}, quarter()};
    chart.at_most = 15;
    chart.at_least = 10;
    chart.course = {{date("2026-10-14"), 12}};
    const ChartDrawing drawing = draw(chart, ChartSize::full);
    REQUIRE(drawing.bands.size() == 2);
    CHECK(drawing.bands[0].look == "beyond");
    CHECK(drawing.bands[0].box.top == doctest::Approx(drawing.plot.top));
    CHECK(drawing.bands[1].box.bottom == doctest::Approx(drawing.plot.bottom));
    check_geometry(drawing);
}

TEST_CASE("a pause is a band of its days within the window") {
    Chart chart = pipeline();
    chart.days.pauses = {{date("2026-12-30"), date("2027-02-01")}};
    const ChartDrawing drawing = draw(chart, ChartSize::full);
    REQUIRE(drawing.bands.size() == 1);
    CHECK(drawing.bands.front().box.right == doctest::Approx(drawing.plot.right));
    CHECK(drawing.bands.front().box.width() == doctest::Approx(2.0 / 92 * drawing.plot.width()));
}

TEST_CASE("the SVG has a role, a title and a description, and nothing of it is markup") {
    Chart chart = pipeline();
    chart.caption.title = "<script>alert('x')</script>";
    chart.caption.description = "a & \"b\"";
    chart.unit = "</text><script>";
    const std::string svg = chart_svg(chart, ChartSize::full).text;
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("role=\"img\" aria-labelledby=\"chart-pipeline-title chart-pipeline-desc\"") !=
          std::string::npos);
    CHECK(svg.find("<title id=\"chart-pipeline-title\">&lt;script&gt;alert(&#39;x&#39;)"
                   "&lt;/script&gt;</title>") != std::string::npos);
    CHECK(svg.find("<desc id=\"chart-pipeline-desc\">a &amp; &quot;b&quot;</desc>") !=
          std::string::npos);
    CHECK(svg.find("&lt;/text&gt;&lt;script&gt;</text>") != std::string::npos);
}

TEST_CASE("lines tell apart without color") {
    Chart chart = pipeline();
    const std::string svg = chart_svg(chart, ChartSize::full).text;
    CHECK(svg.find("class=\"expected\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" "
                   "stroke-dasharray=\"6 4\"") != std::string::npos);
    CHECK(svg.find("class=\"projected\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" "
                   "stroke-dasharray=\"2 3\"") != std::string::npos);
    CHECK(svg.find("class=\"course\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.25\" "
                   "points") != std::string::npos);
}

TEST_SUITE_END();
