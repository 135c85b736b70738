// What every page of HTML has: its head, its looks, and what a browser may do with it.
#pragma once

#include "format/template_view.hpp"

#include <string>

namespace perfplan::output {

/// The frame of a page: the parts page-start and page-end are filled in with it.
struct PageFrame {
    std::string title;        ///< of the window, and of the document when it is saved
    std::string description;  ///< in one line
    Markup style;
    std::string security;  ///< the content security policy: nothing remote, no scripts, this style
    std::string made;      ///< "perfplan 0.1.0"
};

/// A frame with the style that the program brings along, and what a sort of page needs besides.
PageFrame page_frame(std::string title, std::string description, std::string_view more_style = {});

const ViewShape<PageFrame>& page_frame_shape();

}  // namespace perfplan::output
