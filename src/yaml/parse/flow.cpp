// Finding the next token, and refusing those that plan files have no use for.
#include "yaml/parse/parser.hpp"
#include "yaml/parse/text.hpp"

namespace perfplan::yaml {

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
        if (is_key_colon(text_, skip_spaces(text_, pos_), Inside::flow)) {
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
        refuse_indicator(Inside::flow);
        key(Inside::flow);
        const std::size_t behind = pos_;
        skip_in_flow(opening, indent);
        if (peek() == ',' || peek() == '}') {
            push_null(behind);
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
    refuse_indicator(Inside::flow);
    scalar({indent, Inside::flow});
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
    const Gap gap = skip_blank();
    const bool closes = peek() == ']' || peek() == '}';
    if (at_end() || (gap == Gap::new_line && column() <= indent && !closes)) {
        throw SyntaxError{{opening, opening + 1},
                          std::string("'") + text_[opening] + "' is never closed",
                          std::string("close it with '") + (text_[opening] == '[' ? ']' : '}') +
                              "', and indent what is in it"};
    }
}

}  // namespace perfplan::yaml

namespace perfplan::yaml {
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

/// To the next token: behind spaces, comments and line breaks.
Parser::Gap Parser::skip_blank() {
    Gap gap = Gap::same_line;
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
            return gap;
        }
        pos_ = behind_break(text_, pos_);
        line_begin_ = pos_;
        gap = Gap::new_line;
    }
}

/// Refuses what can't be the start of a key or of a scalar in one line.
void Parser::refuse_indicator(Inside inside) const {
    const char c = peek();
    const bool alone = ends_word(text_, pos_ + 1);
    const bool before_indicator =
        inside == Inside::flow && is_flow_indicator(char_at(text_, pos_ + 1));
    if (c == '?' && (alone || inside == Inside::flow)) {
        throw SyntaxError{{pos_, pos_ + 1},
                          "'?' on its own",
                          "write 'key: value'; a text that starts with '?' takes quotes"};
    }
    if (c == ':' && (alone || inside == Inside::flow)) {
        throw SyntaxError{{pos_, pos_ + 1},
                          "no key before ':'",
                          "write 'key: value'; a text that starts with ':' takes quotes"};
    }
    if (c == '-' && inside == Inside::flow && (alone || before_indicator)) {
        throw SyntaxError{{pos_, pos_ + 1},
                          "'-' within brackets",
                          "separate items with ','; a text '-' takes quotes"};
    }
    for (const Indicator& indicator : indicators) {
        const bool block_header = indicator.c == '|' || indicator.c == '>';
        if (c == indicator.c && !(block_header && inside == Inside::block)) {
            const std::string word = word_at(text_, pos_);
            const bool is_named = c == '&' || c == '*' || c == '!';
            throw SyntaxError{{pos_, pos_ + (is_named ? word.size() : 1)},
                              is_named ? std::string(indicator.message) + " " + in_quotes(word)
                                       : indicator.message,
                              indicator.hint};
        }
    }
}

Scan Parser::scan(Place place) const {
    switch (peek()) {
        case '"': return scan_double_quoted(text_, pos_, place);
        case '\'': return scan_single_quoted(text_, pos_, place);
        case '|':
        case '>': return scan_block(text_, pos_, place);
        default: return scan_plain(text_, pos_, place);
    }
}

}  // namespace perfplan::yaml
