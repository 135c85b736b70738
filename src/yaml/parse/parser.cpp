#include "yaml/parse/parser.hpp"

#include "base/text/text.hpp"
#include "yaml/parse/block_scalar.hpp"

#include <algorithm>

namespace perfplan::yaml {

// ---- blocks

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

/// What stands after a colon or dash.
void Parser::node(Indent indent, Introducer introducer) {
    const std::size_t after = pos_;
    const Separation separation = skip_blank();
    if (at_end()) {
        push_null(after);
        return;
    }
    if (separation == Separation::new_line && column() <= indent) {
        const bool list = introducer == Introducer::colon && column() == indent && at_dash();
        if (!list) {
            push_null(after);
            return;
        }
    }
    inline_or_block(indent, introducer, separation);
}

void Parser::inline_or_block(Indent indent, Introducer introducer, Separation separation) {
    const bool collections = separation == Separation::new_line || introducer != Introducer::colon;
    const ScalarPosition position{indent, Context::block};
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
        scalar(position);
    } else {
        refuse_indicator(Context::block);
        if (collections && is_key_ahead(position)) {
            mapping(column());
        } else {
            scalar(position);
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
            resume_after(begin, column);
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
    refuse_indicator(Context::block);
    key(Context::block);
    node(column, Introducer::colon);
}

/// A list whose dashes are in `column`; that of its key, or of the dash before it, is `indent`.
void Parser::sequence(Indent column, Indent indent) {
    const std::uint32_t self = open(Kind::sequence, Style::block);
    do {
        ++pos_;
        node(column, Introducer::dash);
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
void Parser::resume_after(std::size_t begin, Indent column) {
    pos_ = begin;
    do {
        line_begin_ = after_break(text_, line_end(text_, pos_));
        pos_ = skip_spaces(text_, line_begin_);
    } while (!at_end() && (is_break(peek()) || peek() == '#' || peek() == '\t' ||
                           this->column() > column || (this->column() == column && at_dash())));
}

void Parser::key(Context context) {
    const std::size_t begin = pos_;
    const ScalarPosition position{-1, context};
    const char c = peek();
    if (c == '[' || c == '{') {
        throw SyntaxError{
            {pos_, pos_ + 1}, "a key must be a text, not a list or mapping", "write 'key: value'"};
    }
    Scalar scalar;
    if (c == '"' || c == '\'') {
        auto quoted = scan(position);
        if (!quoted) {
            throw std::move(quoted.error());
        }
        scalar = std::move(*quoted);
    } else {
        const PlainLine line = scan_plain_line(text_, begin, context);
        scalar.end = line.end;
        scalar.verbatim = {begin, line.end};
        if (auto problem = question_mark(text_, scalar.verbatim);
            problem && context == Context::flow) {
            throw std::move(*problem);
        }
    }
    pos_ = scalar.end;
    colon(begin, context);
    check_key(scalar, begin);
    push(Kind::scalar, scalar, begin);
}

/// Reads the colon after a key.
void Parser::colon(std::size_t key_begin, Context context) {
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
    if (!quoted && context == Context::flow && peek() == ':' && !ends_word(text_, pos_ + 1)) {
        throw SyntaxError{{pos_, pos_ + 1}, "no space after ':'", "write 'key: value'"};
    }
    const bool adjacent = quoted && context == Context::flow;
    if (peek() != ':' || !(adjacent || is_key_colon(text_, pos_, context))) {
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

void Parser::scalar(ScalarPosition position) {
    const std::size_t begin = pos_;
    auto found = scan(position);
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

bool Parser::is_key_ahead(ScalarPosition position) const {
    const char c = peek();
    if (c == '"' || c == '\'') {
        const auto quoted = scan(position);
        return quoted && is_key_colon(text_, skip_spaces(text_, quoted->end), Context::block);
    }
    return char_at(text_, scan_plain_line(text_, pos_, Context::block).stop) == ':';
}

// ---- brackets

/// A list or mapping in brackets. Its lines must be indented deeper than `indent`, but for a
/// closing bracket.
void Parser::flow(Indent indent) {
    if (peek() == '[') {
        flow_sequence(indent);
    } else {
        flow_mapping(indent);
    }
}

void Parser::flow_sequence(Indent indent) {
    const std::size_t opening = pos_;
    const std::uint32_t self = open(Kind::sequence, Style::flow);
    ++pos_;
    while (flow_next(opening, indent, ']')) {
        flow_item(indent);
        if (is_key_colon(text_, skip_spaces(text_, pos_), Context::flow)) {
            const std::size_t colon = skip_spaces(text_, pos_);
            throw SyntaxError{
                {colon, colon + 1}, "key within a list", "put it in braces: [{key: value}]"};
        }
    }
    close(self, pos_);
}

void Parser::flow_mapping(Indent indent) {
    const std::size_t opening = pos_;
    const std::uint32_t self = open(Kind::mapping, Style::flow);
    ++pos_;
    while (flow_next(opening, indent, '}')) {
        refuse_indicator(Context::flow);
        key(Context::flow);
        const std::size_t after = pos_;
        skip_in_flow(opening, indent);
        if (peek() == ',' || peek() == '}') {
            push_null(after);
        } else {
            flow_item(indent);
        }
    }
    close(self, pos_);
    check_keys(self);
}

void Parser::flow_item(Indent indent) {
    if (peek() == '[' || peek() == '{') {
        flow(indent);
        return;
    }
    refuse_indicator(Context::flow);
    scalar({indent, Context::flow});
}

/// Reads what separates items. False if that was the closing bracket.
bool Parser::flow_next(std::size_t opening, Indent indent, char closing) {
    const bool first = pos_ == opening + 1;
    skip_in_flow(opening, indent);
    if (peek() == ',' && !first) {
        ++pos_;
        skip_in_flow(opening, indent);
    } else if (peek() != closing && !first) {
        if (peek() == ']' || peek() == '}') {
            throw SyntaxError{{pos_, pos_ + 1},
                              std::string("'") + peek() + "' closes '" + text_[opening] + "'",
                              std::string("close it with '") + closing + "'"};
        }
        throw SyntaxError{
            {pos_, pos_ + word_at(text_, pos_).size()},
            std::string("no ',' or '") + closing + "' before " + in_quotes(word_at(text_, pos_)),
            "put a text with special characters in quotes"};
    }
    if (peek() == closing) {
        ++pos_;
        return false;
    }
    return true;
}

/// To the next token within brackets.
void Parser::skip_in_flow(std::size_t opening, Indent indent) {
    const Separation separation = skip_blank();
    const bool closes = peek() == ']' || peek() == '}';
    if (at_end() || (separation == Separation::new_line && column() <= indent && !closes)) {
        throw SyntaxError{{opening, opening + 1},
                          std::string("'") + text_[opening] + "' is never closed",
                          std::string("close it with '") + (text_[opening] == '[' ? ']' : '}') +
                              "', and indent what is in it"};
    }
}

namespace {

struct Indicator {
    char c;
    const char* message;
    const char* hint;
};

constexpr const char* no_anchors =
    "write the value out again: plan files have no anchors or aliases";
constexpr const char* quote_it = "put the text in quotes";

constexpr Indicator indicators[] = {
    {'&', "anchor", no_anchors},
    {'*', "alias", no_anchors},
    {'!', "tag", "delete it: plan files have no tags; a text that starts with '!' takes quotes"},
    {'@', "text that starts with '@'", quote_it},
    {'`', "text that starts with '`'", quote_it},
    {'%', "text that starts with '%'", quote_it},
    {',', "nothing before ','", "delete the ',' or write what belongs before it"},
    {']', "']' without its '['", "delete it, or put the text in quotes"},
    {'}', "'}' without its '{'", "delete it, or put the text in quotes"},
    {'|', "text block within brackets", "put the text in quotes"},
    {'>', "text block within brackets", "put the text in quotes"},
};

}  // namespace

char Parser::peek() const {
    return char_at(text_, pos_);
}

bool Parser::at_dash() const {
    return peek() == '-' && ends_word(text_, pos_ + 1);
}

/// To the next token: after spaces, comments and line breaks.
Parser::Separation Parser::skip_blank() {
    Separation separation = Separation::same_line;
    for (;;) {
        pos_ = skip_spaces(text_, pos_);
        const char c = peek();
        if (c == '\t') {
            throw tab_problem(text_, pos_);
        }
        if (c == '#') {
            if (pos_ > line_begin_ && text_[pos_ - 1] != ' ') {
                throw SyntaxError{
                    {pos_, pos_ + 1}, "no space before '#'", "write a space before a comment"};
            }
            pos_ = line_end(text_, pos_);
        }
        if (!is_break(peek())) {
            return separation;
        }
        pos_ = after_break(text_, pos_);
        line_begin_ = pos_;
        separation = Separation::new_line;
    }
}

/// Refuses what can't be the start of a key or of a scalar in one line.
void Parser::refuse_indicator(Context context) const {
    const char c = peek();
    const bool alone = ends_word(text_, pos_ + 1);
    const bool before_indicator =
        context == Context::flow && is_flow_indicator(char_at(text_, pos_ + 1));
    if (c == '?' && (alone || context == Context::flow)) {
        throw SyntaxError{{pos_, pos_ + 1},
                          "'?' on its own",
                          "write 'key: value'; a text that starts with '?' takes quotes"};
    }
    if (c == ':' && (alone || context == Context::flow)) {
        throw SyntaxError{{pos_, pos_ + 1},
                          "no key before ':'",
                          "write 'key: value'; a text that starts with ':' takes quotes"};
    }
    if (c == '-' && context == Context::flow && (alone || before_indicator)) {
        throw SyntaxError{{pos_, pos_ + 1},
                          "'-' within brackets",
                          "separate items with ','; a text '-' takes quotes"};
    }
    for (const Indicator& indicator : indicators) {
        const bool block_header = indicator.c == '|' || indicator.c == '>';
        if (c == indicator.c && !(block_header && context == Context::block)) {
            const std::string word = word_at(text_, pos_);
            const bool is_named = c == '&' || c == '*' || c == '!';
            throw SyntaxError{{pos_, pos_ + (is_named ? word.size() : 1)},
                              is_named ? std::string(indicator.message) + " " + in_quotes(word)
                                       : indicator.message,
                              indicator.hint};
        }
    }
}

Scan Parser::scan(ScalarPosition position) const {
    switch (peek()) {
        case '"': return scan_double_quoted(text_, pos_, position);
        case '\'': return scan_single_quoted(text_, pos_, position);
        case '|':
        case '>': return scan_block(text_, pos_, position);
        default: return scan_plain(text_, pos_, position);
    }
}

// ---- the tree

namespace {

/// The longest key that every reader takes for one, in bytes as written.
constexpr std::size_t longest_key = 1000;

std::uint32_t narrow(std::size_t offset) {
    return static_cast<std::uint32_t>(offset);
}

}  // namespace

std::uint32_t Parser::open(Kind kind, Style style) {
    if (++depth_ > max_depth) {
        throw SyntaxError{{pos_, pos_ + 1},
                          "nested deeper than " + std::to_string(max_depth) + " levels",
                          "plan files need fewer than ten"};
    }
    const std::uint32_t self = narrow(tree_.nodes.size());
    NodeData data;
    data.begin = narrow(pos_);
    data.parent = parent_;
    data.kind = kind;
    data.style = style;
    if (self > 0) {
        ++tree_.nodes[parent_].children;
    }
    tree_.nodes.push_back(data);
    parent_ = self;
    return self;
}

void Parser::close(std::uint32_t index, std::size_t end) {
    NodeData& data = tree_.nodes[index];
    data.end = narrow(end);
    data.subtree_end = narrow(tree_.nodes.size());
    content_end_ = end;
    parent_ = data.parent;
    --depth_;
}

void Parser::push(Kind kind, const Scalar& scalar, std::size_t begin) {
    NodeData data;
    data.begin = narrow(begin);
    data.end = narrow(scalar.end);
    data.parent = parent_;
    data.subtree_end = narrow(tree_.nodes.size() + 1);
    data.kind = kind;
    data.style = scalar.style;
    if (scalar.decoded) {
        data.text_in = NodeData::TextIn::decoded;
        data.text_begin = narrow(tree_.decoded.size());
        data.text_size = narrow(scalar.decoded->size());
        tree_.decoded += *scalar.decoded;
    } else {
        data.text_begin = narrow(scalar.verbatim.begin);
        data.text_size = narrow(scalar.verbatim.end - scalar.verbatim.begin);
    }
    if (!tree_.nodes.empty()) {
        ++tree_.nodes[parent_].children;
    }
    tree_.nodes.push_back(data);
    content_end_ = scalar.end;
}

void Parser::push_null(std::size_t at) {
    push(Kind::null, {Style::plain, at, {at, at}, std::nullopt}, at);
}

/// Says what is wrong with a key, and goes on.
void Parser::check_key(const Scalar& scalar, std::size_t begin) {
    const std::string_view written = text_.substr(begin, scalar.end - begin);
    const bool plain = scalar.style == Style::plain;
    const Span span{begin, scalar.end};
    if (plain && written == "<<") {
        report({span, "merge key '<<'", "write the keys out: plan files have no merge keys"});
    } else if (plain && is_null_word(written)) {
        report({span, "key " + in_quotes(written) + " stands for nothing", "put it in quotes"});
    } else if (written.size() > longest_key) {
        report({span, "key of more than " + std::to_string(longest_key) + " bytes",
                "choose a shorter one"});
    } else if (!plain && written.size() == 2) {
        report({span, "empty key", "give it a name"});
    }
}

/// Refuses keys that a mapping has twice, and makes its count one of values.
void Parser::check_keys(std::uint32_t mapping) {
    NodeData& data = tree_.nodes[mapping];
    data.children /= 2;
    std::vector<std::uint32_t> keys;
    keys.reserve(data.children);
    for (std::uint32_t key = mapping + 1; key < data.subtree_end;
         key = tree_.nodes[key + 1].subtree_end) {
        keys.push_back(key);
    }
    const auto text = [this](std::uint32_t key) { return tree_.text(tree_.nodes[key], text_); };
    std::sort(keys.begin(), keys.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int order = text(a).compare(text(b));
        return order != 0 ? order < 0 : a < b;
    });
    for (std::size_t i = 1, first = 0; i < keys.size(); ++i) {
        if (text(keys[i]) != text(keys[first])) {
            first = i;
            continue;
        }
        const NodeData& again = tree_.nodes[keys[i]];
        const auto upto = text_.substr(0, tree_.nodes[keys[first]].begin);
        const auto line = std::count(upto.begin(), upto.end(), '\n') + 1;
        report({{again.begin, again.end},
                "key " + in_quotes(text(keys[i])) + " is here twice",
                "the first one is in line " + std::to_string(line) + "; keep one of them"});
    }
}

}  // namespace perfplan::yaml
