#include "output/report/page.hpp"

#include "base/digest.hpp"
#include "base/version.hpp"
#include "format/mustache.hpp"

#include <fmt/format.h>

namespace perfplan::output {

namespace {

/// Nothing is loaded, nothing runs; of styles this one alone holds.
std::string policy_for(std::string_view style) {
    return fmt::format(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(sha256(style)));
}

}  // namespace

PageFrame page_frame(std::string title, std::string description, std::string_view more_style) {
    const std::string style = std::string(embedded_template("page.css")).append(more_style);
    return {std::move(title), std::move(description), Markup{style}, policy_for(style),
            fmt::format("perfplan {}", version)};
}

const ViewShape<PageFrame>& page_frame_shape() {
    static const ViewShape<PageFrame> shape{
        view_field("title", &PageFrame::title, "title of the window"),
        view_field("description", &PageFrame::description, "what the page is, in a line"),
        view_field("style", &PageFrame::style, "the style sheet, for inside <style> and </style>"),
        view_field("security", &PageFrame::security,
                   "content security policy: nothing remote, no scripts, no style but this one"),
        view_field("made", &PageFrame::made, "program and version"),
    };
    return shape;
}

}  // namespace perfplan::output
