#include "output/chart/drawing.hpp"

#include <fmt/format.h>

#include <array>

namespace perfplan::output {

namespace {

/// How a line is drawn where no style sheet says more; the dashes tell lines apart without color.
struct LineLook {
    std::string_view look;
    double width;
    std::string_view dashes;  ///< empty: drawn through
};

constexpr std::array<LineLook, 9> line_looks{{{"grid", 0.5, ""},
                                              {"tick", 0.5, ""},
                                              {"today", 1, "1 3"},
                                              {"target", 1.25, ""},
                                              {"limit", 1.25, ""},
                                              {"expected", 1.5, "6 4"},
                                              {"projected", 1.5, "2 3"},
                                              {"course", 2.25, ""},
                                              {"outline", 0.5, ""}}};

LineLook look_of(std::string_view name) {
    for (const LineLook& look : line_looks) {
        if (look.look == name) {
            return look;
        }
    }
    return {name, 1, ""};
}

/// At most one digit after the point, and no "-0".
std::string number(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) {
        text.resize(text.size() - 2);
    }
    return text == "-0" ? "0" : text;
}

std::string svg(const ChartLine& line) {
    const LineLook look = look_of(line.look);
    std::string points;
    for (const ChartPlace& place : line.points) {
        points +=
            fmt::format("{}{},{}", points.empty() ? "" : " ", number(place.x), number(place.y));
    }
    return fmt::format(
        "<polyline class=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{}\"{} "
        "points=\"{}\"/>\n",
        line.look, look.width,
        look.dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", look.dashes), points);
}

std::string svg(const ChartBand& band, std::string_view id) {
    const std::string fill =
        band.look == "paused" ? fmt::format("url(#{}-paused)", id) : "currentColor";
    return fmt::format(
        "<rect class=\"{}\" fill=\"{}\"{} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
        band.look, fill, band.look == "paused" ? "" : " fill-opacity=\"0.08\"",
        number(band.box.left), number(band.box.top), number(band.box.width()),
        number(band.box.height()));
}

std::string tip(const ChartMark& mark) {
    return mark.tip.empty() ? "" : fmt::format("<title>{}</title>", html_text(mark.tip));
}

std::string svg(const ChartMark& mark) {
    constexpr double radius = 3;
    constexpr double diamond = 4.5;
    const auto [x, y] = mark.at;
    switch (mark.form) {
        case ChartMark::Form::dot:
            return fmt::format(
                "<circle class=\"{}\" fill=\"currentColor\" cx=\"{}\" cy=\"{}\" "
                "r=\"{}\">{}</circle>\n",
                mark.look, number(x), number(y),
                number(mark.look.ends_with("last") ? radius + 1 : radius), tip(mark));
        case ChartMark::Form::ring:
            return fmt::format(
                "<circle class=\"{}\" fill=\"none\" stroke=\"currentColor\" "
                "stroke-width=\"1.5\" cx=\"{}\" cy=\"{}\" r=\"{}\">{}</circle>\n",
                mark.look, number(x), number(y), number(radius), tip(mark));
        case ChartMark::Form::diamond:
            return fmt::format(
                "<path class=\"{}\" fill=\"none\" stroke=\"currentColor\" "
                "stroke-width=\"1.5\" d=\"M{} {}L{} {}L{} {}L{} {}Z\">{}</path>\n",
                mark.look, number(x), number(y - diamond), number(x + diamond), number(y),
                number(x), number(y + diamond), number(x - diamond), number(y), tip(mark));
    }
    return {};
}

std::string_view anchor_name(ChartLabel::Anchor anchor) {
    switch (anchor) {
        case ChartLabel::Anchor::start: return "start";
        case ChartLabel::Anchor::middle: return "middle";
        case ChartLabel::Anchor::end: return "end";
    }
    return {};
}

std::string svg(const ChartLabel& label) {
    return fmt::format(
        "<text class=\"{}\" fill=\"currentColor\" font-size=\"12\" text-anchor=\"{}\" x=\"{}\" "
        "y=\"{}\">{}</text>\n",
        label.look, anchor_name(label.anchor), number(label.at.x), number(label.at.y),
        html_text(label.text));
}

bool has_pause(const ChartDrawing& drawing) {
    for (const ChartBand& band : drawing.bands) {
        if (band.look == "paused") {
            return true;
        }
    }
    return false;
}

std::string hatching(std::string_view id) {
    return fmt::format(
        "<defs><pattern id=\"{}-paused\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><line class=\"hatch\" stroke=\"currentColor\" "
        "stroke-opacity=\"0.35\" stroke-width=\"2\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/>"
        "</pattern></defs>\n",
        id);
}

std::string drawn(const ChartDrawing& drawing, std::string_view id) {
    std::string text = has_pause(drawing) ? hatching(id) : "";
    for (const ChartBand& band : drawing.bands) {
        text += svg(band, id);
    }
    for (const ChartLine& line : drawing.lines) {
        text += svg(line);
    }
    for (const ChartMark& mark : drawing.marks) {
        text += svg(mark);
    }
    for (const ChartLabel& label : drawing.labels) {
        text += svg(label);
    }
    return text;
}

Markup document(const ChartDrawing& drawing, const ChartCaption& caption, std::string_view look) {
    return Markup{fmt::format(
        "<svg class=\"{0}\" role=\"img\" aria-labelledby=\"{1}-title {1}-desc\" viewBox=\"0 0 {2} "
        "{3}\">\n<title id=\"{1}-title\">{4}</title>\n<desc id=\"{1}-desc\">{5}</desc>\n{6}</svg>",
        look, caption.id, number(drawing.width), number(drawing.height), html_text(caption.title),
        html_text(caption.description), drawn(drawing, caption.id))};
}

}  // namespace

Markup chart_svg(const Chart& chart, ChartSize size) {
    return document(draw(chart, size), chart.caption,
                    size == ChartSize::full ? "chart" : "chart small");
}

Markup chart_svg(const Milestone& milestone) {
    return document(draw(milestone), milestone.caption, "chart");
}

namespace {

constexpr double entry_width = 28;
constexpr double entry_height = 14;

LegendEntry entry(const ChartDrawing& drawing, std::string meaning) {
    return {Markup{fmt::format("<svg class=\"chart mark\" aria-hidden=\"true\" width=\"{0}\" "
                               "height=\"{1}\" viewBox=\"0 0 {0} {1}\">{2}</svg>",
                               entry_width, entry_height, drawn(drawing, "legend"))},
            std::move(meaning)};
}

ChartLine across(std::string_view look) {
    return {look, {{1, entry_height / 2}, {entry_width - 1, entry_height / 2}}};
}

}  // namespace

std::vector<LegendEntry> chart_legend() {
    const ChartPlace center{entry_width / 2, entry_height / 2};
    const auto drawing = [](std::vector<ChartBand> bands, std::vector<ChartLine> lines,
                            std::vector<ChartMark> marks) {
        return ChartDrawing{entry_width,      entry_height,     {}, std::move(bands),
                            std::move(lines), std::move(marks), {}};
    };
    const ChartLine upright{"today", {{center.x, 0}, {center.x, entry_height}}};
    return {
        entry(drawing({}, {across("course")}, {{ChartMark::Form::dot, "course", center, ""}}),
              "readings"),
        entry(drawing({}, {across("expected")}, {}), "expected"),
        entry(drawing({}, {}, {{ChartMark::Form::diamond, "checkpoint", center, ""}}),
              "checkpoint or due date"),
        entry(drawing({}, {across("target")}, {}), "target or limit"),
        entry(
            drawing({}, {across("projected")}, {{ChartMark::Form::ring, "projected", center, ""}}),
            "projected at the pace so far"),
        entry(drawing({{"paused", {1, 1, entry_width - 1, entry_height - 1}}}, {}, {}), "paused"),
        entry(drawing({}, {upright}, {}), "today"),
    };
}

}  // namespace perfplan::output
