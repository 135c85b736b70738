#include <perfplan/base/text.hpp>

#include "utf8.hpp"

#include <fmt/format.h>

namespace perfplan {
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

}  // namespace perfplan
