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
        {"title", "title of the window", &PageFrame::title},
        {"description", "what the page is, in a line", &PageFrame::description},
        {"style", "the style sheet, for inside <style> and </style>", &PageFrame::style},
        {"security", "content security policy: nothing remote, no scripts, no style but this one",
         &PageFrame::security},
        {"made", "program and version", &PageFrame::made},
    };
    return shape;
}

}  // namespace perfplan::output
