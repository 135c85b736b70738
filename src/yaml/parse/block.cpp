// What stands on one line of a block: keys and their colons, scalars, and the end of the line.
#include "base/text/text.hpp"
#include "yaml/parse/parser.hpp"
#include "yaml/parse/text.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

/// Thrown when there are so many problems that nobody will read more.
struct RootComplete {};

}  // namespace

Parser::Parser(std::string_view text) : text_(text) {
    tree_.nodes.reserve(text.size() / 12 + 4);
}

std::vector<SyntaxError> Parser::run() {
    try {
        document();
    } catch (const SyntaxError& problem) {
        problems_.push_back(problem);
    } catch (const RootComplete&) {
        // They have been reported.
    }
    std::stable_sort(
        problems_.begin(), problems_.end(),
        [](const SyntaxError& a, const SyntaxError& b) { return a.span.begin < b.span.begin; });
    return std::move(problems_);
}

void Parser::document() {
    skip_blank();
    if (column() == 0 && text_.substr(pos_).starts_with("---") && ends_word(text_, pos_ + 3)) {
        pos_ += 3;
        skip_blank();
    }
    if (at_end()) {
        throw SyntaxError{{0, pos_}, "empty file", "it needs at least one 'key: value'"};
    }
    if (at_dash() || peek() == '[') {
        throw SyntaxError{{pos_, line_end(text_, pos_)},
                          "list instead of keys",
                          "the file must consist of 'key: value' lines"};
    }
    if (peek() == '{') {
        flow(-1);
        finish_line();
    } else {
        mapping(column());
    }
    skip_blank();
    if (!at_end()) {
        const Span rest{pos_, line_end(text_, pos_)};
        throw tree_.nodes.front().style == Style::flow
            ? SyntaxError{rest, "text after the closing '}'", "the braces must hold the whole file"}
            : SyntaxError{rest, "line indented less than the first key", "indent all keys alike"};
    }
}

/// What stands behind a colon or dash.
void Parser::node(Indent indent, After after) {
    const std::size_t behind = pos_;
    const Gap gap = skip_blank();
    if (at_end()) {
        push_null(behind);
        return;
    }
    if (gap == Gap::new_line && column() <= indent) {
        const bool list = after == After::colon && column() == indent && at_dash();
        if (!list) {
            push_null(behind);
            return;
        }
    }
    inline_or_block(indent, after, gap);
}

void Parser::inline_or_block(Indent indent, After after, Gap gap) {
    const bool collections = gap == Gap::new_line || after != After::colon;
    const Place place{indent, Inside::block};
    const char c = peek();
    if (at_dash()) {
        if (!collections) {
            refuse_dash();
        }
        sequence(column(), indent);
    } else if (c == '[' || c == '{') {
        flow(indent);
        finish_line();
    } else if (c == '|' || c == '>') {
        scalar(place);
    } else {
        refuse_indicator(Inside::block);
        if (collections && is_key_ahead(place)) {
            mapping(column());
        } else {
            scalar(place);
            finish_line();
        }
    }
}

void Parser::mapping(Indent column) {
    const std::uint32_t self = open(Kind::mapping, Style::block);
    const std::size_t depth = depth_;
    do {
        const std::size_t begin = pos_;
        const std::size_t nodes = tree_.nodes.size();
        const std::uint32_t children = tree_.nodes[self].children;
        try {
            entry(column);
            settle(column);
        } catch (const SyntaxError& problem) {
            report(problem);
            depth_ = depth;
            parent_ = self;
            tree_.nodes.resize(nodes);
            tree_.nodes[self].children = children;
            resume_behind(begin, column);
        }
    } while (!at_end() && this->column() == column);
    close(self, content_end_);
    check_keys(self);
}

void Parser::entry(Indent column) {
    if (at_dash()) {
        throw SyntaxError{{pos_, line_end(text_, pos_)},
                          "list item among 'key: value' lines",
                          "indent it below the key of its list"};
    }
    if (peek() == '|' || peek() == '>') {
        throw SyntaxError{
            {pos_, pos_ + 1}, "text block among 'key: value' lines", "write 'key: |'"};
    }
    refuse_indicator(Inside::block);
    key(Inside::block);
    node(column, After::colon);
}

/// A list whose dashes are in `column`; that of its key, or of the dash before it, is `indent`.
void Parser::sequence(Indent column, Indent indent) {
    const std::uint32_t self = open(Kind::sequence, Style::block);
    do {
        ++pos_;
        node(column, After::dash);
        settle(column);
    } while (!at_end() && this->column() == column && at_dash());
    close(self, content_end_);
    if (!at_end() && this->column() == column && column > indent) {
        throw SyntaxError{{pos_, line_end(text_, pos_)},
                          "line without '- ' among list items",
                          "start it with '- ', or indent it like the key it belongs below"};
    }
}

/// Goes on to the next line of text, which must not be deeper than `column`.
void Parser::settle(Indent column) {
    skip_blank();
    if (!at_end() && this->column() > column) {
        throw SyntaxError{
            {pos_, line_end(text_, pos_)},
            "unexpected indentation of " + count(static_cast<std::size_t>(this->column()), "space"),
            "indent it like the line it belongs with"};
    }
}

void Parser::refuse_dash() const {
    throw SyntaxError{{pos_, pos_ + 1},
                      "list item on the line of its key",
                      "write each '- item' on a line of its own below the key"};
}

void Parser::report(SyntaxError problem) {
    problems_.push_back(std::move(problem));
    if (problems_.size() >= max_problems) {
        throw RootComplete{};
    }
}

/// After a problem in the entry at `begin`: goes on with the next line that is not deeper than
/// `column`.
void Parser::resume_behind(std::size_t begin, Indent column) {
    pos_ = begin;
    do {
        line_begin_ = behind_break(text_, line_end(text_, pos_));
        pos_ = skip_spaces(text_, line_begin_);
    } while (!at_end() && (is_break(peek()) || peek() == '#' || peek() == '\t' ||
                           this->column() > column || (this->column() == column && at_dash())));
}

}  // namespace perfplan::yaml

namespace perfplan::yaml {

void Parser::key(Inside inside) {
    const std::size_t begin = pos_;
    const Place place{-1, inside};
    const char c = peek();
    if (c == '[' || c == '{') {
        throw SyntaxError{
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
        throw SyntaxError{{key_begin, line_end(text_, key_begin)},
                          "a key must be on one line",
                          "write it on one line"};
    }
    pos_ = skip_spaces(text_, pos_);
    if (peek() == '\t') {
        throw tab_problem(text_, pos_);
    }
    const bool quoted = key[0] == '"' || key[0] == '\'';
    if (!quoted && inside == Inside::flow && peek() == ':' && !ends_word(text_, pos_ + 1)) {
        throw SyntaxError{{pos_, pos_ + 1}, "no space after ':'", "write 'key: value'"};
    }
    const bool adjacent = quoted && inside == Inside::flow;
    if (peek() != ':' || !(adjacent || is_key_colon(text_, pos_, inside))) {
        const std::size_t inner = key.find(':');
        const bool needs_space = peek() == ':' || (!quoted && inner != std::string_view::npos);
        throw SyntaxError{
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
        throw SyntaxError{
            {pos_, pos_ + 1}, "no space before '#'", "write a space before a comment"};
    }
    if (c == ':' && !ends_word(text_, pos_ + 1)) {
        throw SyntaxError{{pos_, pos_ + 1}, "no space after ':'", "write 'key: value'"};
    }
    if (c == ':') {
        throw SyntaxError{
            {pos_, pos_ + 1}, "second ':' in a line", "put a text with ': ' in it in quotes"};
    }
    const char* const hint = text_[end - 1] == '\'' ? "write a quote within single quotes twice: ''"
                             : text_[end - 1] == '"' ? "write a quote within double quotes as \\\""
                                                     : "put the whole text in quotes";
    throw SyntaxError{{pos_, line_end(text_, pos_)},
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
