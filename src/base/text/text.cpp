#include "base/text/text.hpp"

#include "base/text/unicode.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace perfplan::base {
namespace {

constexpr std::string_view white = " \t\r\n";

/// Composed, and as `more` says besides.
std::string mapped(std::string_view text, int more) {
    utf8proc_uint8_t* composed = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(static_cast<int>(UTF8PROC_STABLE) | UTF8PROC_COMPOSE | more);
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &composed, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{composed, &std::free};
    if (length < 0) {
        return std::string{text};
    }
    return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

}  // namespace

std::string normalize(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_ascii) ? std::string{text} : mapped(text, 0);
}

namespace {

/// Without spaces at its ends, and with one where there are several.
std::string with_single_spaces(std::string_view text) {
    std::string single;
    for (const char c : trim(text)) {
        const bool is_space = white.find(c) != std::string_view::npos;
        if (!is_space) {
            single += c;
        } else if (single.back() != ' ') {
            single += ' ';
        }
    }
    return single;
}

}  // namespace

std::string with_plain_spaces(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const auto character = first_character(text.substr(i));
        const std::size_t length = character ? character->length : 1;
        const bool is_space =
            character && utf8proc_category(static_cast<utf8proc_int32_t>(character->code)) ==
                             UTF8PROC_CATEGORY_ZS;
        plain += is_space ? std::string_view(" ") : text.substr(i, length);
        i += length;
    }
    return with_single_spaces(plain);
}

std::string plain_name(std::string_view text) {
    return with_single_spaces(std::all_of(text.begin(), text.end(), is_ascii)
                                  ? std::string(text)
                                  : mapped(text, UTF8PROC_LUMP | UTF8PROC_IGNORE));
}

std::string folded(std::string_view text) {
    const std::string plain = plain_name(text);
    return std::all_of(plain.begin(), plain.end(), is_ascii) ? lower(plain)
                                                             : mapped(plain, UTF8PROC_CASEFOLD);
}

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(white);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), to_lower);
    return result;
}

std::string listing(const std::vector<std::string>& items, std::string_view conjunction) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0 && i + 1 == items.size()) {
            text.append(" ").append(conjunction).append(" ");
        } else if (i > 0) {
            text += ", ";
        }
        text += items[i];
    }
    return text;
}

std::string count(std::size_t n, std::string_view noun, std::string_view plural) {
    std::string text = std::to_string(n) + ' ';
    if (n == 1) {
        return text.append(noun);
    }
    return plural.empty() ? text.append(noun).append("s") : text.append(plural);
}

namespace {

enum class LineFeeds { escape, keep };

bool is_plain(char32_t code, LineFeeds line_feeds) {
    if (code == U'\n') {
        return line_feeds == LineFeeds::keep;
    }
    return code != U'\t' && code != U'\r' && !is_unsafe(code);
}

std::string escape_of(char32_t code) {
    switch (code) {
        case U'\n': return "\\n";
        case U'\r': return "\\r";
        case U'\t': return "\\t";
        case U'\x1b': return "\\e";
        default: break;
    }
    const auto number = static_cast<unsigned>(code);
    return number < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{{{:x}}}", number);
}

std::string escaped(std::string_view text, LineFeeds line_feeds) {
    if (is_printable_ascii(text)) {
        return std::string(text);
    }
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const auto character = first_character(text);
        const std::size_t length = character ? character->length : 1;
        if (!character) {
            shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
        } else if (is_plain(character->code, line_feeds)) {
            shown += text.substr(0, length);
        } else {
            shown += escape_of(character->code);
        }
        text.remove_prefix(length);
    }
    return shown;
}

}  // namespace

std::string name_of_character(std::string_view text) {
    if (text.empty()) {
        return "the end of the text";
    }
    if (const auto character = first_character(text)) {
        return fmt::format("U+{:04X}", static_cast<unsigned>(character->code));
    }
    return fmt::format("byte 0x{:02X}", static_cast<unsigned char>(text.front()));
}

std::string visible(std::string_view text) {
    return escaped(text, LineFeeds::escape);
}

std::string visible_lines(std::string_view text) {
    return escaped(text, LineFeeds::keep);
}

namespace {

/// Lines are pieces of the paragraph itself, so that spaces inside a line (also those that indent
/// it) stay; only those at a break go.
void wrap_paragraph(std::string_view paragraph, std::size_t width,
                    std::vector<std::string>& lines) {
    std::size_t start = 0;    // of the line being filled
    std::size_t end = 0;      // of its last word
    std::size_t columns = 0;  // from start to end
    while (true) {
        const std::size_t word = paragraph.find_first_not_of(' ', end);
        if (word == std::string_view::npos) {
            break;
        }
        const std::size_t word_end = std::min(paragraph.find(' ', word), paragraph.size());
        const std::size_t word_columns = display_width(paragraph.substr(word, word_end - word));
        const std::size_t gap = word - end;
        if (end > start && columns + gap + word_columns > width) {
            lines.emplace_back(paragraph.substr(start, end - start));
            start = word;
            columns = word_columns;
        } else {
            columns += gap + word_columns;
        }
        end = word_end;
    }
    lines.emplace_back(paragraph.substr(start, end - start));
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    while (true) {
        const std::size_t line_feed = text.find('\n');
        wrap_paragraph(text.substr(0, line_feed), width, lines);
        if (line_feed == std::string_view::npos) {
            return lines;
        }
        text.remove_prefix(line_feed + 1);
    }
}

namespace {

constexpr std::size_t max_columns = 80;
/// More bytes than eighty columns of anything people write; keeps the work small for huge texts.
constexpr std::size_t max_bytes = 4096;

}  // namespace

std::string quoted(std::string_view text) {
    return "'" + truncate(visible(text.substr(0, max_bytes)), max_columns) + "'";
}

}  // namespace perfplan::base
