#include <perfplan/base/diagnostic.hpp>
#include <perfplan/base/text.hpp>

#include "excerpt.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {
namespace {

/// Narrower than this, an excerpt says nothing any more.
constexpr std::size_t min_excerpt_width = 20;
constexpr std::size_t line_number_digits = 5;

constexpr std::string_view bold = "1";
constexpr std::string_view bold_red = "1;31";
constexpr std::string_view bold_green = "1;32";
constexpr std::string_view bold_yellow = "1;33";
constexpr std::string_view bold_cyan = "1;36";

/// `style` is what stands in an SGR escape sequence.
std::string painted(std::string_view text, std::string_view style, Colour colour) {
    return colour == Colour::yes ? fmt::format("\x1b[{}m{}\x1b[0m", style, text)
                                 : std::string{text};
}

std::string_view style_of(Severity severity) {
    switch (severity) {
        case Severity::warning: return bold_yellow;
        case Severity::note: return bold_cyan;
        case Severity::error: break;
    }
    return bold_red;
}

/// "plan.yaml:31:13: ", "plan.yaml: " or nothing.
std::string place_of(const Diagnostic& diagnostic, Colour colour) {
    if (diagnostic.file.empty()) {
        return {};
    }
    std::string place = visible(diagnostic.file);
    if (diagnostic.at) {
        place += fmt::format(":{}:{}", diagnostic.at->line, diagnostic.at->column);
    }
    return painted(place + ":", bold, colour) + " ";
}

std::string headline(const Diagnostic& diagnostic, Colour colour) {
    const std::string severity = fmt::format("{}:", to_string(diagnostic.severity));
    const std::string rule = diagnostic.rule.empty() ? "" : fmt::format(" [{}]", diagnostic.rule);
    return fmt::format("{}{} {}{}\n", place_of(diagnostic, colour),
                       painted(severity, style_of(diagnostic.severity), colour),
                       visible(diagnostic.message), visible(rule));
}

/// The source line behind its number, and the caret line under it.
std::string excerpt_lines(const Diagnostic& diagnostic, Colour colour, std::size_t width) {
    const std::string number = diagnostic.at ? std::to_string(diagnostic.at->line) : std::string{};
    const std::string gutter = pad(number, line_number_digits, Align::right) + " |";
    const std::size_t used = gutter.size() + 1;
    const std::size_t room = std::max(width, used + min_excerpt_width) - used;
    const DrawnLine drawn = draw(*diagnostic.excerpt, room);
    const std::string caret = "^" + std::string(drawn.marked - 1, '~');
    const std::string source = drawn.text.empty() ? "" : " " + drawn.text;
    return fmt::format("{}{}\n{} |{}{}\n", gutter, source, std::string(gutter.size() - 2, ' '),
                       std::string(drawn.caret + 1, ' '), painted(caret, bold_green, colour));
}

}  // namespace

std::string render(const Diagnostic& diagnostic, Colour colour, std::size_t width) {
    std::string text = headline(diagnostic, colour);
    if (diagnostic.excerpt) {
        text += excerpt_lines(diagnostic, colour, width);
    }
    if (!diagnostic.hint.empty()) {
        text += fmt::format("hint: {}\n", visible(diagnostic.hint));
    }
    return text;
}

}  // namespace perfplan
