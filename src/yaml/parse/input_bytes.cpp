#include "yaml/parse/input_bytes.hpp"

#include "base/text/text.hpp"
#include "yaml/parse/text.hpp"

#include <algorithm>

namespace perfplan::yaml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t character_size(std::string_view text, std::size_t pos) {
    std::size_t end = pos + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    return end - pos;
}

SyntaxError unsafe_character(std::string_view text, std::size_t pos) {
    const std::size_t size = character_size(text, pos);
    if (pos == 0 && text.substr(0, size) == byte_order_mark) {
        return {{0, size},
                "byte order mark at the start of the file",
                "save the file as UTF-8 without a byte order mark"};
    }
    return {{pos, pos + size},
            "character " + name_of_character(text.substr(pos)) + " is not allowed",
            "delete it: it can't be seen, and can make a text look different from what it is"};
}

/// Most files: a quick look tells that nothing in them needs a closer one.
bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t';
    });
}

void find_unsafe_characters(std::string_view text, std::vector<SyntaxError>& problems) {
    std::size_t from = 0;
    while (problems.size() < max_problems) {
        const auto found = find_unsafe(text.substr(from));
        if (!found) {
            return;
        }
        problems.push_back(unsafe_character(text, from + *found));
        from = problems.back().span.end;
    }
}

/// Seven times the same character at the start of a line, then a space or the line's end.
bool is_conflict_marker(std::string_view line) {
    constexpr std::size_t length = 7;
    const bool marks = line[0] == '<' || line[0] == '=' || line[0] == '>' || line[0] == '|';
    return marks && line.find_first_not_of(line[0]) >= length && ends_word(line, length) &&
           line.substr(0, length) == std::string(length, line[0]);
}

bool is_document_marker(std::string_view line) {
    return (line.starts_with("---") || line.starts_with("...")) && ends_word(line, 3);
}

/// Goes through the text line by line, with what is known from the lines before.
class Lines {
public:
    void look_at(std::string_view line, std::size_t begin) {
        if (line.empty()) {
            return;
        }
        conflict(line, begin);
        document(line, begin);
    }

    std::vector<SyntaxError> problems;

private:
    /// One problem for each conflict, not for each of its markers.
    void conflict(std::string_view line, std::size_t begin) {
        if (!is_conflict_marker(line)) {
            return;
        }
        if (line[0] == '<' || !in_conflict_) {
            problems.push_back({{begin, begin + line.size()},
                                "merge conflict marker " + in_quotes(line.substr(0, 7)),
                                "decide which lines stay, then delete the markers"});
        }
        in_conflict_ = line[0] != '>';
    }

    void document(std::string_view line, std::size_t begin) {
        if (line[0] == '-' || line[0] == '.') {
            if (is_document_marker(line)) {
                marker(line, begin);
            }
        } else if (line[0] == '%' && !content_) {
            problems.push_back({{begin, begin + line.size()},
                                "directive " + in_quotes(word_at(line, 0)),
                                "delete the line: plan files have no directives"});
        }
        const std::size_t first = skip_spaces(line, 0);
        const bool is_content = first < line.size() && line[first] != '#' && line[0] != '%';
        content_ = content_ || is_content;
    }

    void marker(std::string_view line, std::size_t begin) {
        const Span span{begin, begin + 3};
        if (line[0] == '.') {
            problems.push_back(
                {span, "'...' ends the document", "delete the line: a file is one document"});
        } else if (content_) {
            problems.push_back({span, "'---' starts a second document",
                                "a file is one document: move what follows to a file of its own"});
        } else {
            const std::size_t next = skip_spaces(line, 3);
            if (next < line.size() && line[next] != '#') {
                problems.push_back({{begin + next, begin + line.size()},
                                    "text after '---'",
                                    "start it on a line of its own"});
            }
        }
    }

    bool in_conflict_ = false;
    bool content_ = false;
};

}  // namespace

std::vector<SyntaxError> check_bytes(std::string_view text) {
    Lines lines;
    if (!is_plain_ascii(text)) {
        if (const auto invalid = find_invalid_utf8(text)) {
            return {{{*invalid, *invalid + 1}, "invalid UTF-8", "save the file in UTF-8"}};
        }
        find_unsafe_characters(text, lines.problems);
    }
    for (std::size_t begin = 0; begin < text.size() && lines.problems.size() < max_problems;) {
        const std::size_t end = line_end(text, begin);
        const std::string_view line = text.substr(begin, end - begin);
        if (const std::size_t lone = line.find('\r'); lone != std::string_view::npos) {
            lines.problems.push_back({{begin + lone, begin + lone + 1},
                                      "carriage return within a line",
                                      "end lines with LF or CRLF"});
        }
        lines.look_at(line, begin);
        begin = after_break(text, end);
    }
    return std::move(lines.problems);
}

}  // namespace perfplan::yaml
