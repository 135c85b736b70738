#include "utf8.hpp"

#include <perfplan/base/text.hpp>

#include "ascii.hpp"

#include <utf8proc.h>

namespace perfplan {
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

}  // namespace perfplan
