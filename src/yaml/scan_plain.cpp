#include "scalar.hpp"
#include "text.hpp"

namespace perfplan::yaml {
namespace {

/// A further line that looks like something else than text: YAML would make it text all the same.
std::optional<Problem> misleading_line(std::string_view text, std::size_t begin,
                                       const PlainLine& line) {
    if (text[begin] == '-' && ends_word(text, begin + 1)) {
        return Problem{{begin, begin + 1},
                       "list item below a text that is already the value",
                       "put the text above in quotes, or delete it to make a list"};
    }
    if (char_at(text, line.stop) == ':') {
        return Problem{{begin, line.end},
                       "entry " + in_quotes(text.substr(begin, line.end - begin)) +
                           " below a text that is already the value",
                       "indent it like the entries above, or put the whole text in quotes"};
    }
    return std::nullopt;
}

/// True if the line that begins at `fold.next` is more of the text before it.
bool continues(std::string_view text, const Fold& fold, Place place) {
    const char c = char_at(text, fold.next);
    if (c == '\0' || c == '#' || c == '\t' || static_cast<Indent>(fold.column) <= place.indent) {
        return false;
    }
    return place.inside == Inside::block ||
           !(is_flow_indicator(c) || is_key_colon(text, fold.next, Inside::flow));
}

}  // namespace

std::optional<Problem> question_mark(std::string_view text, Span span) {
    const std::size_t mark = text.substr(0, span.end).find('?', span.begin);
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    return Problem{{mark, mark + 1}, "'?' in a text within brackets", "put the text in quotes"};
}

bool is_key_colon(std::string_view text, std::size_t pos, Inside inside) {
    return char_at(text, pos) == ':' &&
           (ends_word(text, pos + 1) ||
            (inside == Inside::flow && is_flow_indicator(char_at(text, pos + 1))));
}

PlainLine scan_plain_line(std::string_view text, std::size_t begin, Inside inside) {
    std::size_t end = begin;
    std::size_t pos = begin;
    for (; pos < text.size(); ++pos) {
        const char c = text[pos];
        if (c == ' ') {
            continue;
        }
        if (is_break(c) || c == '\t' || (c == ':' && is_key_colon(text, pos, inside)) ||
            (c == '#' && pos > begin && text[pos - 1] == ' ') ||
            (inside == Inside::flow && is_flow_indicator(c))) {
            break;
        }
        end = pos + 1;
    }
    return {end, pos};
}

Scan scan_plain(std::string_view text, std::size_t begin, Place place) {
    PlainLine line = scan_plain_line(text, begin, place.inside);
    Scalar scalar{Style::plain, line.end, {begin, line.end}, std::nullopt};
    while (is_break(char_at(text, line.stop))) {
        const Fold fold = fold_at(text, line.stop);
        if (!continues(text, fold, place)) {
            break;
        }
        line = scan_plain_line(text, fold.next, place.inside);
        if (place.inside == Inside::block) {
            if (auto problem = misleading_line(text, fold.next, line)) {
                return tl::unexpected(std::move(*problem));
            }
        }
        if (!scalar.decoded) {
            scalar.decoded = std::string(text.substr(begin, scalar.end - begin));
        }
        *scalar.decoded += folded(fold.breaks);
        *scalar.decoded += text.substr(fold.next, line.end - fold.next);
        scalar.end = line.end;
    }
    if (char_at(text, line.stop) == '\t') {
        return tl::unexpected(tab_problem(text, line.stop));
    }
    if (place.inside == Inside::flow) {
        if (auto problem = question_mark(text, {begin, scalar.end})) {
            return tl::unexpected(std::move(*problem));
        }
    }
    return scalar;
}

Fold fold_at(std::string_view text, std::size_t pos) {
    Fold fold{pos, 0, 0};
    while (is_break(char_at(text, fold.next))) {
        const std::size_t line = behind_break(text, fold.next);
        fold.next = skip_spaces(text, line);
        fold.column = fold.next - line;
        ++fold.breaks;
    }
    return fold;
}

std::string folded(std::size_t breaks) {
    return breaks == 1 ? std::string(" ") : std::string(breaks - 1, '\n');
}

Problem tab_problem(std::string_view text, std::size_t pos) {
    std::size_t end = pos;
    while (char_at(text, end) == '\t') {
        ++end;
    }
    if (is_first_on_line(text, pos)) {
        return {{pos, end}, "tab as indentation", "indent with spaces"};
    }
    return {{pos, end}, "tab between words", "use a space; a tab within a text takes quotes"};
}

}  // namespace perfplan::yaml
