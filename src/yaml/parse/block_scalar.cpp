#include "yaml/parse/block_scalar.hpp"

#include <algorithm>
#include <vector>

namespace perfplan::yaml {
namespace {

enum class Chomp { strip, clip, keep };

/// What follows `|` or `>` on its line.
struct Header {
    Chomp chomp = Chomp::clip;
    std::size_t indentation = 0;  ///< 0: to be found out
    std::size_t end = 0;          ///< after the indicators
};

tl::expected<Header, SyntaxError> read_header(std::string_view text, std::size_t begin) {
    Header header;
    header.end = begin + 1;
    for (bool chomps = false;; ++header.end) {
        const char c = char_at(text, header.end);
        if ((c == '-' || c == '+') && !chomps) {
            header.chomp = c == '-' ? Chomp::strip : Chomp::keep;
            chomps = true;
        } else if (c >= '1' && c <= '9' && header.indentation == 0) {
            header.indentation = static_cast<std::size_t>(c - '0');
        } else {
            break;
        }
    }
    const std::size_t rest = skip_spaces(text, header.end);
    const char c = char_at(text, rest);
    if (c == '\t') {
        return tl::unexpected(tab_problem(text, rest));
    }
    if (c != '\0' && !is_break(c) && !(c == '#' && rest > header.end)) {
        return tl::unexpected(
            SyntaxError{{rest, line_end(text, rest)},
                        "text after " + in_quotes(text.substr(begin, header.end - begin)),
                        "start the text on the next line"});
    }
    return header;
}

/// One line of a block scalar, without its indentation.
struct Line {
    std::string_view text;
    bool broken = false;  ///< a line break follows
};

struct Body {
    std::vector<Line> lines;
    std::size_t end = 0;       ///< of the last line that is not empty
    std::size_t last_end = 0;  ///< of the last line
};

/// The indentation of the first line that is not empty. If it belongs to the scalar no more, or
/// there is none, any number larger than all the columns: then lines of spaces are empty lines.
tl::expected<std::size_t, SyntaxError> find_indentation(std::string_view text, std::size_t first,
                                                        Indent indent) {
    std::size_t widest = 0;
    std::size_t widest_at = first;
    for (std::size_t begin = first; begin < text.size();) {
        const std::size_t content = skip_spaces(text, begin);
        const std::size_t column = content - begin;
        if (content < text.size() && !is_break(text[content])) {
            if (static_cast<Indent>(column) <= indent) {
                break;
            }
            if (column < widest) {
                return tl::unexpected(
                    SyntaxError{{widest_at, widest_at + widest},
                                "empty line with more spaces than the text below it",
                                "delete the spaces"});
            }
            if (text[content] == '\t') {
                return tl::unexpected(tab_problem(text, content));
            }
            return column;
        }
        if (column > widest) {
            widest = column;
            widest_at = begin;
        }
        begin = after_break(text, content);
    }
    return text.size() + 1;
}

tl::expected<std::size_t, SyntaxError> indentation_of(std::string_view text, std::size_t first,
                                                      const Header& header,
                                                      ScalarPosition position) {
    if (header.indentation == 0) {
        return find_indentation(text, first, position.indent);
    }
    return static_cast<std::size_t>(std::max<Indent>(position.indent, 0)) + header.indentation;
}

Body read_body(std::string_view text, std::size_t first, std::size_t indentation) {
    Body body;
    for (std::size_t begin = first; begin < text.size();) {
        const std::size_t end = line_end(text, begin);
        const std::size_t content = std::min(skip_spaces(text, begin), begin + indentation);
        if (content < end && content < begin + indentation) {
            break;
        }
        body.lines.push_back({text.substr(content, end - content), end < text.size()});
        body.last_end = end;
        if (content < end) {
            body.end = end;
        }
        begin = after_break(text, end);
    }
    return body;
}

/// True if the text ends in a line of spaces without a line ending, which yaml-cpp takes for text.
bool ends_in_spaces(std::string_view text, const Body& body) {
    return body.end > 0 && body.last_end == text.size() && body.end < body.last_end &&
           text.back() == ' ';
}

std::string literal(const std::vector<Line>& lines) {
    std::string decoded;
    for (const Line& line : lines) {
        decoded += line.text;
        if (line.broken) {
            decoded += '\n';
        }
    }
    return decoded;
}

/// Breaks between lines of text become spaces, but not next to a line that is indented deeper.
std::string folded_lines(const std::vector<Line>& lines) {
    std::string decoded;
    std::size_t breaks = 0;
    bool breaks_stay = true;
    for (const Line& line : lines) {
        if (!line.text.empty()) {
            const bool deeper = line.text[0] == ' ' || line.text[0] == '\t';
            decoded += deeper || breaks_stay ? std::string(breaks, '\n') : folded(breaks);
            decoded += line.text;
            breaks_stay = deeper;
            breaks = 0;
        }
        breaks += line.broken ? 1 : 0;
    }
    return decoded.append(breaks, '\n');
}

std::string chomped(std::string decoded, Chomp chomp) {
    if (chomp == Chomp::keep) {
        return decoded;
    }
    const std::size_t last = decoded.find_last_not_of('\n');
    const std::size_t size = last == std::string::npos ? 0 : last + 1;
    const bool breaks = chomp == Chomp::clip && size > 0 && size < decoded.size();
    decoded.resize(size);
    return breaks ? decoded + '\n' : decoded;
}

}  // namespace

Scan scan_block(std::string_view text, std::size_t begin, ScalarPosition position) {
    PERFPLAN_TRY(const auto header, read_header(text, begin));
    const Style style = text[begin] == '|' ? Style::literal : Style::folded;
    if (style == Style::folded && header.chomp == Chomp::keep) {
        return tl::unexpected(SyntaxError{{begin, header.end},
                                          "'>+' is read in different ways by different programs",
                                          "write '>' or '|+'"});
    }
    const std::size_t first = after_break(text, line_end(text, header.end));
    PERFPLAN_TRY(const auto indentation, indentation_of(text, first, header, position));
    const Body body = read_body(text, first, indentation);
    if (style == Style::folded && ends_in_spaces(text, body)) {
        return tl::unexpected(SyntaxError{{line_begin(text, text.size()), text.size()},
                                          "spaces after the last line of the text",
                                          "delete them"});
    }
    std::string decoded = style == Style::literal ? literal(body.lines) : folded_lines(body.lines);
    Scalar scalar{style, header.end, {}, chomped(std::move(decoded), header.chomp)};
    if (header.chomp == Chomp::keep && body.last_end > 0) {
        scalar.end = body.last_end;
    } else if (body.end > 0) {
        scalar.end = body.end;
    }
    return scalar;
}

}  // namespace perfplan::yaml
