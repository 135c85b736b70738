#include "yaml/parse/text.hpp"

namespace perfplan::yaml {

std::size_t line_begin(std::string_view text, std::size_t pos) {
    if (pos == 0) {
        return 0;
    }
    const std::size_t before = text.rfind('\n', pos - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t pos) {
    const std::size_t feed = text.find('\n', pos);
    if (feed == std::string_view::npos) {
        return text.size();
    }
    return feed > pos && text[feed - 1] == '\r' ? feed - 1 : feed;
}

std::size_t end_of_line_above(std::string_view text, std::size_t begin) {
    return begin > 1 && text[begin - 2] == '\r' ? begin - 2 : begin - 1;
}

std::size_t after_break(std::string_view text, std::size_t pos) {
    if (char_at(text, pos) == '\r' && char_at(text, pos + 1) == '\n') {
        return pos + 2;
    }
    return is_break(char_at(text, pos)) ? pos + 1 : pos;
}

std::size_t skip_spaces(std::string_view text, std::size_t pos) {
    while (char_at(text, pos) == ' ') {
        ++pos;
    }
    return pos;
}

std::size_t after_empty_lines(std::string_view text, std::size_t begin) {
    for (;;) {
        const std::size_t end = skip_spaces(text, begin);
        const std::size_t next = after_break(text, end);
        if (next == end) {
            return end == text.size() ? end : begin;
        }
        begin = next;
    }
}

std::size_t skip_to_token(std::string_view text, std::size_t pos) {
    for (;;) {
        pos = skip_spaces(text, pos);
        if (char_at(text, pos) == '#') {
            pos = line_end(text, pos);
        }
        const std::size_t next = after_break(text, pos);
        if (next == pos) {
            return pos;
        }
        pos = next;
    }
}

std::size_t column_of(std::string_view text, std::size_t pos) {
    return pos - line_begin(text, pos);
}

bool is_first_on_line(std::string_view text, std::size_t pos) {
    return skip_spaces(text, line_begin(text, pos)) >= pos;
}

std::string word_at(std::string_view text, std::size_t pos) {
    std::size_t end = pos;
    while (!ends_word(text, end)) {
        ++end;
    }
    return std::string(text.substr(pos, end - pos));
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() <= longest) {
        return "'" + std::string(text) + "'";
    }
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;  // not in the middle of a character
    }
    return "'" + std::string(text.substr(0, end)) + "…'";
}

}  // namespace perfplan::yaml
