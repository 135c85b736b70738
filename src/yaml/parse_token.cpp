// Finding the next token, and refusing those that plan files have no use for.
#include "parser.hpp"
#include "text.hpp"

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
                throw Problem{
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
        throw Problem{{pos_, pos_ + 1},
                      "'?' on its own",
                      "write 'key: value'; a text that starts with '?' takes quotes"};
    }
    if (c == ':' && (alone || inside == Inside::flow)) {
        throw Problem{{pos_, pos_ + 1},
                      "no key before ':'",
                      "write 'key: value'; a text that starts with ':' takes quotes"};
    }
    if (c == '-' && inside == Inside::flow && (alone || before_indicator)) {
        throw Problem{{pos_, pos_ + 1},
                      "'-' within brackets",
                      "separate items with ','; a text '-' takes quotes"};
    }
    for (const Indicator& indicator : indicators) {
        const bool block_header = indicator.c == '|' || indicator.c == '>';
        if (c == indicator.c && !(block_header && inside == Inside::block)) {
            const std::string word = word_at(text_, pos_);
            const bool named = c == '&' || c == '*' || c == '!';
            throw Problem{
                {pos_, pos_ + (named ? word.size() : 1)},
                named ? std::string(indicator.message) + " " + in_quotes(word) : indicator.message,
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
