#include "base/text/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace perfplan::base {
namespace {

constexpr bool is_between(char32_t code, char32_t first, char32_t last) {
    return first <= code && code <= last;
}

}  // namespace

std::optional<Character> first_character(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (is_ascii(text.front())) {
        return Character{static_cast<char32_t>(text.front()), 1};
    }
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (length <= 0) {
        return std::nullopt;
    }
    return Character{static_cast<char32_t>(code), static_cast<std::size_t>(length)};
}

bool is_unsafe(char32_t code) {
    const bool control = (code < 0x20 && code != U'\t' && code != U'\n' && code != U'\r') ||
                         is_between(code, 0x7F, 0x9F);
    const bool bidi = is_between(code, 0x202A, 0x202E) || is_between(code, 0x2066, 0x2069);
    const bool separator = code == 0x2028 || code == 0x2029;
    const bool byte_order_mark = code == 0xFEFF;
    const bool non_character = is_between(code, 0xFDD0, 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
    return control || bidi || separator || byte_order_mark || non_character;
}

bool is_invisible(char32_t code) {
    constexpr char32_t soft_hyphen = 0xAD;
    constexpr char32_t grapheme_joiner = 0x34F;
    return code == soft_hyphen || code == grapheme_joiner || code == 0x180E || code == 0x200B ||
           is_between(code, 0x200E, 0x200F) || is_between(code, 0x2060, 0x2064) ||
           is_between(code, 0x206A, 0x206F) || is_between(code, 0xE0000, 0xE007F);
}

std::optional<std::size_t> find_invisible(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = first_character(text.substr(at));
        if (character && is_invisible(character->code)) {
            return at;
        }
        at += character ? character->length : 1;
    }
    return std::nullopt;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_ascii(text[at])) {
            ++at;
            continue;
        }
        const auto character = first_character(text.substr(at));
        if (!character) {
            return at;
        }
        at += character->length;
    }
    return std::nullopt;
}

std::optional<std::size_t> find_unsafe(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto character = first_character(text.substr(at));
        if (!character || is_unsafe(character->code)) {
            return at;
        }
        at += character->length;
    }
    return std::nullopt;
}

namespace {

constexpr char32_t emoji_presentation = 0xFE0F;
constexpr char32_t enclosing_keycap = 0x20E3;

utf8proc_int32_t number_of(char32_t code) {
    return static_cast<utf8proc_int32_t>(code);
}

int bound_class(char32_t code) {
    return static_cast<int>(utf8proc_get_property(number_of(code))->boundclass);
}

/// The columns of one cluster, gathered character by character. A terminal gives it those of its
/// widest character, and one for each spacing mark (as glibc's wcwidth); two for a flag, a keycap,
/// and a pictograph that asks for its emoji form.
class ClusterWidth {
public:
    void add(char32_t code) {
        if (is_spacing_mark(code)) {
            ++spacing_marks_;
        } else {
            const int columns = std::max(0, utf8proc_charwidth(number_of(code)));
            widest_ = std::max(widest_, static_cast<std::size_t>(columns));
        }
        const int kind = bound_class(code);
        pictographic_ = pictographic_ || kind == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
                        code == enclosing_keycap;
        emoji_form_ = emoji_form_ || code == emoji_presentation;
        flag_letters_ += kind == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR ? 1 : 0;
    }

    [[nodiscard]] std::size_t columns() const {
        return (flag_letters_ == 2 || (pictographic_ && emoji_form_) ? 2 : widest_) +
               spacing_marks_;
    }

private:
    /// Vowel signs that stand beside their letter: terminals give each a column of its own.
    static bool is_spacing_mark(char32_t code) {
        constexpr char32_t thai_sara_am = 0xE33;
        constexpr char32_t lao_sara_am = 0xEB3;
        return code == thai_sara_am || code == lao_sara_am ||
               utf8proc_category(number_of(code)) == UTF8PROC_CATEGORY_MC;
    }

    std::size_t widest_ = 0;
    std::size_t spacing_marks_ = 0;
    bool pictographic_ = false;
    bool emoji_form_ = false;
    int flag_letters_ = 0;
};

}  // namespace

Cluster first_cluster(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    const bool alone = text.size() == 1 || static_cast<unsigned char>(text[1]) < 0x80;
    if (is_printable_ascii(text.front()) && alone) {
        return {1, 1};
    }
    auto previous = first_character(text);
    if (!previous) {
        return {1, 1};
    }
    ClusterWidth width;
    width.add(previous->code);
    std::size_t length = previous->length;
    utf8proc_int32_t state = 0;
    while (const auto next = first_character(text.substr(length))) {
        if (utf8proc_grapheme_break_stateful(number_of(previous->code), number_of(next->code),
                                             &state)) {
            break;
        }
        width.add(next->code);
        length += next->length;
        previous = next;
    }
    return {length, width.columns()};
}

bool is_printable_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return is_printable_ascii(byte); });
}

std::size_t display_width(std::string_view text) {
    if (is_printable_ascii(text)) {
        return text.size();
    }
    std::size_t columns = 0;
    while (!text.empty()) {
        const Cluster cluster = first_cluster(text);
        columns += cluster.width;
        text.remove_prefix(cluster.length);
    }
    return columns;
}

std::string truncate(std::string_view text, std::size_t width) {
    std::size_t columns = 0;
    std::size_t end = 0;   // of what has been measured
    std::size_t kept = 0;  // of what still leaves room for the ellipsis
    while (end < text.size()) {
        const Cluster cluster = first_cluster(text.substr(end));
        columns += cluster.width;
        end += cluster.length;
        if (columns > width) {
            return width == 0 ? std::string{} : std::string{text.substr(0, kept)}.append(ellipsis);
        }
        if (columns < width) {
            kept = end;
        }
    }
    return std::string{text};
}

std::string pad(std::string_view text, std::size_t width, Align align) {
    const std::size_t columns = display_width(text);
    const std::string spaces(columns < width ? width - columns : 0, ' ');
    return align == Align::left ? std::string{text}.append(spaces) : spaces + std::string{text};
}

}  // namespace perfplan::base
