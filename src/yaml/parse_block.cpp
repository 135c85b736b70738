#include <perfplan/base/text.hpp>

#include "parser.hpp"
#include "text.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

/// Thrown when there are so many problems that nobody will read more.
struct Enough {};

}  // namespace

Parser::Parser(std::string_view text) : text_(text) {
    tree_.nodes.reserve(text.size() / 12 + 4);
}

std::vector<Problem> Parser::run() {
    try {
        document();
    } catch (const Problem& problem) {
        problems_.push_back(problem);
    } catch (const Enough&) {
        // They have been reported.
    }
    std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
        return a.span.begin < b.span.begin;
    });
    return std::move(problems_);
}

void Parser::document() {
    skip_blank();
    if (column() == 0 && text_.substr(pos_).starts_with("---") && ends_word(text_, pos_ + 3)) {
        pos_ += 3;
        skip_blank();
    }
    if (at_end()) {
        throw Problem{{0, pos_}, "empty file", "it needs at least one 'key: value'"};
    }
    if (at_dash() || peek() == '[') {
        throw Problem{{pos_, line_end(text_, pos_)},
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
            ? Problem{rest, "text after the closing '}'", "the braces must hold the whole file"}
            : Problem{rest, "line indented less than the first key", "indent all keys alike"};
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
        } catch (const Problem& problem) {
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
        throw Problem{{pos_, line_end(text_, pos_)},
                      "list item among 'key: value' lines",
                      "indent it below the key of its list"};
    }
    if (peek() == '|' || peek() == '>') {
        throw Problem{{pos_, pos_ + 1}, "text block among 'key: value' lines", "write 'key: |'"};
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
        throw Problem{{pos_, line_end(text_, pos_)},
                      "line without '- ' among list items",
                      "start it with '- ', or indent it like the key it belongs below"};
    }
}

/// Goes on to the next line of text, which must not be deeper than `column`.
void Parser::settle(Indent column) {
    skip_blank();
    if (!at_end() && this->column() > column) {
        throw Problem{
            {pos_, line_end(text_, pos_)},
            "unexpected indentation of " + count(static_cast<std::size_t>(this->column()), "space"),
            "indent it like the line it belongs with"};
    }
}

void Parser::refuse_dash() const {
    throw Problem{{pos_, pos_ + 1},
                  "list item on the line of its key",
                  "write each '- item' on a line of its own below the key"};
}

void Parser::report(Problem problem) {
    problems_.push_back(std::move(problem));
    if (problems_.size() >= max_problems) {
        throw Enough{};
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
