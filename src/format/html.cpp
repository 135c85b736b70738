#include "format/html.hpp"

#include "base/text/text.hpp"

namespace perfplan::format {

namespace {

std::string_view entity_of(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

/// HTML shows a tab as a space anyway.
std::string without_tabs(std::string_view text) {
    std::string spaced(text);
    for (char& c : spaced) {
        c = c == '\t' ? ' ' : c;
    }
    return spaced;
}

}  // namespace

std::string html_text(std::string_view text) {
    std::string escaped;
    for (const char c : visible_lines(without_tabs(text))) {
        const std::string_view entity = entity_of(c);
        if (entity.empty()) {
            escaped += c;
        } else {
            escaped += entity;
        }
    }
    return escaped;
}

}  // namespace perfplan::format
