// What stands on one line of a block: keys and their colons, scalars, and the end of the line.
#include "parser.hpp"
#include "text.hpp"

namespace perfplan::yaml {

void Parser::key(Inside inside) {
    const std::size_t begin = pos_;
    const Place place{-1, inside};
    const char c = peek();
    if (c == '[' || c == '{') {
        throw Problem{
            {pos_, pos_ + 1}, "a key must be a text, not a list or mapping", "write 'key: value'"};
    }
    Scalar scalar;
    if (c == '"' || c == '\'') {
        auto quoted = scan(place);
        if (!quoted) {
            throw std::move(quoted.error());
        }
        scalar = std::move(*quoted);
    } else {
        const PlainLine line = scan_plain_line(text_, begin, inside);
        scalar.end = line.end;
        scalar.verbatim = {begin, line.end};
        if (auto problem = question_mark(text_, scalar.verbatim);
            problem && inside == Inside::flow) {
            throw std::move(*problem);
        }
    }
    pos_ = scalar.end;
    colon(begin, inside);
    check_key(scalar, begin);
    push(Kind::scalar, scalar, begin);
}

/// Reads the colon behind a key.
void Parser::colon(std::size_t key_begin, Inside inside) {
    const std::size_t key_end = pos_;
    const std::string_view key = text_.substr(key_begin, key_end - key_begin);
    if (key.find('\n') != std::string_view::npos) {
        throw Problem{{key_begin, line_end(text_, key_begin)},
                      "a key must be on one line",
                      "write it on one line"};
    }
    pos_ = skip_spaces(text_, pos_);
    if (peek() == '\t') {
        throw tab_problem(text_, pos_);
    }
    const bool quoted = key[0] == '"' || key[0] == '\'';
    if (!quoted && inside == Inside::flow && peek() == ':' && !ends_word(text_, pos_ + 1)) {
        throw Problem{{pos_, pos_ + 1}, "no space after ':'", "write 'key: value'"};
    }
    const bool adjacent = quoted && inside == Inside::flow;
    if (peek() != ':' || !(adjacent || is_key_colon(text_, pos_, inside))) {
        const std::size_t inner = key.find(':');
        const bool needs_space = peek() == ':' || (!quoted && inner != std::string_view::npos);
        throw Problem{
            {key_begin, key_end},
            "no ':' after " + in_quotes(key),
            needs_space
                ? "write a space after the ':'"
                : "write 'key: value'; a further line of a text is indented deeper than its key"};
    }
    ++pos_;
}

void Parser::scalar(Place place) {
    const std::size_t begin = pos_;
    auto found = scan(place);
    if (!found) {
        throw std::move(found.error());
    }
    pos_ = found->end;
    const bool is_null = found->style == Style::plain && !found->decoded &&
                         is_null_word(text_.substr(begin, pos_ - begin));
    push(is_null ? Kind::null : Kind::scalar, *found, begin);
}

/// Behind a value only a comment may stand.
void Parser::finish_line() {
    const std::size_t end = pos_;
    pos_ = skip_spaces(text_, pos_);
    const char c = peek();
    if (at_end() || is_break(c) || (c == '#' && pos_ > end)) {
        return;
    }
    if (c == '\t') {
        throw tab_problem(text_, pos_);
    }
    if (c == '#') {
        throw Problem{{pos_, pos_ + 1}, "no space before '#'", "write a space before a comment"};
    }
    if (c == ':' && !ends_word(text_, pos_ + 1)) {
        throw Problem{{pos_, pos_ + 1}, "no space after ':'", "write 'key: value'"};
    }
    if (c == ':') {
        throw Problem{
            {pos_, pos_ + 1}, "second ':' in a line", "put a text with ': ' in it in quotes"};
    }
    const char* const hint = text_[end - 1] == '\'' ? "write a quote within single quotes twice: ''"
                             : text_[end - 1] == '"' ? "write a quote within double quotes as \\\""
                                                     : "put the whole text in quotes";
    throw Problem{{pos_, line_end(text_, pos_)},
                  "unexpected " + in_quotes(word_at(text_, pos_)) + " after the value",
                  hint};
}

bool Parser::is_key_ahead(Place place) const {
    const char c = peek();
    if (c == '"' || c == '\'') {
        const auto quoted = scan(place);
        return quoted && is_key_colon(text_, skip_spaces(text_, quoted->end), Inside::block);
    }
    return char_at(text_, scan_plain_line(text_, pos_, Inside::block).stop) == ':';
}

}  // namespace perfplan::yaml
