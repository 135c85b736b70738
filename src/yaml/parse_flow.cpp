#include "parser.hpp"
#include "text.hpp"

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
            throw Problem{
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
            throw Problem{{pos_, pos_ + 1},
                          std::string("'") + peek() + "' closes '" + text_[opening] + "'",
                          std::string("close it with '") + closing + "'"};
        }
        throw Problem{
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
        throw Problem{{opening, opening + 1},
                      std::string("'") + text_[opening] + "' is never closed",
                      std::string("close it with '") + (text_[opening] == '[' ? ']' : '}') +
                          "', and indent what is in it"};
    }
}

}  // namespace perfplan::yaml
