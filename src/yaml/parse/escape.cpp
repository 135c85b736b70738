#include "yaml/parse/escape.hpp"

#include "base/diagnostics/result.hpp"
#include "base/text/text.hpp"
#include "yaml/parse/text.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace perfplan::yaml {
namespace {

struct Named {
    char name;
    std::uint32_t code_point;
};

/// Not `\_`, of which yaml-cpp makes a broken character.
constexpr std::array<Named, 16> named{{{'0', 0x00},
                                       {'a', 0x07},
                                       {'b', 0x08},
                                       {'t', 0x09},
                                       {'n', 0x0A},
                                       {'v', 0x0B},
                                       {'f', 0x0C},
                                       {'r', 0x0D},
                                       {'e', 0x1B},
                                       {' ', 0x20},
                                       {'"', 0x22},
                                       {'/', 0x2F},
                                       {'\\', 0x5C},
                                       {'N', 0x85},
                                       {'L', 0x2028},
                                       {'P', 0x2029}}};

std::optional<std::uint32_t> code_point_of(char name) {
    for (const Named& entry : named) {
        if (entry.name == name) {
            return entry.code_point;
        }
    }
    return std::nullopt;
}

std::size_t digits_of(char name) {
    return name == 'x' ? 2 : name == 'u' ? 4 : name == 'U' ? 8 : 0;
}

constexpr std::string_view backslash_hint = "write a backslash as '\\\\', or use single quotes";

tl::expected<std::uint32_t, SyntaxError> read_digits(std::string_view text, std::size_t pos,
                                                     std::size_t count) {
    const std::string_view digits = text.substr(pos + 2, count);
    std::uint32_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc{} || end != digits.data() + count) {
        return tl::unexpected(SyntaxError{{pos, pos + 2},
                                          "escape " + in_quotes(text.substr(pos, 2)) +
                                              " without its " + std::to_string(count) +
                                              " hexadecimal digits",
                                          std::string(backslash_hint)});
    }
    if (value > 0x10FFFFU || (value >= 0xD800U && value <= 0xDFFFU)) {
        return tl::unexpected(
            SyntaxError{{pos, pos + 2 + count},
                        "escape " + in_quotes(text.substr(pos, 2 + count)) + " is no character",
                        "write the character itself"});
    }
    return value;
}

std::string hexadecimal(std::uint32_t value, std::size_t digits) {
    std::string text(digits, '0');
    for (std::size_t i = digits; i-- > 0; value >>= 4U) {
        text[i] = "0123456789ABCDEF"[value & 0xFU];
    }
    return text;
}

std::string escaped(std::uint32_t code_point) {
    switch (code_point) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: break;
    }
    if (code_point < 0x100U) {
        return "\\x" + hexadecimal(code_point, 2);
    }
    return code_point < 0x10000U ? "\\u" + hexadecimal(code_point, 4)
                                 : "\\U" + hexadecimal(code_point, 8);
}

/// The code point of the valid UTF-8 character that is `character`.
std::uint32_t code_point_of(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) {
        return lead;
    }
    std::uint32_t value = lead & (0x7FU >> character.size());
    for (const char byte : character.substr(1)) {
        value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    }
    return value;
}

std::size_t size_of_character(char first) {
    const auto lead = static_cast<unsigned char>(first);
    return lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
}

std::string with_replacements(std::string_view text) {
    std::string valid;
    while (const auto invalid = find_invalid_utf8(text)) {
        valid += text.substr(0, *invalid);
        valid += "\xEF\xBF\xBD";
        text.remove_prefix(*invalid + 1);
    }
    return valid += text;
}

}  // namespace

std::string to_utf8(std::uint32_t code_point) {
    std::string text;
    const auto push = [&text](std::uint32_t byte) {
        text += static_cast<char>(static_cast<unsigned char>(byte));
    };
    const auto trail = [&](unsigned shift) { push(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80U) {
        push(code_point);
    } else if (code_point < 0x800U) {
        push(0xC0U | (code_point >> 6U));
        trail(0);
    } else if (code_point < 0x10000U) {
        push(0xE0U | (code_point >> 12U));
        trail(6);
        trail(0);
    } else {
        push(0xF0U | (code_point >> 18U));
        trail(12);
        trail(6);
        trail(0);
    }
    return text;
}

tl::expected<Escape, SyntaxError> read_escape(std::string_view text, std::size_t pos) {
    const char name = char_at(text, pos + 1);
    const std::size_t digits = digits_of(name);
    std::optional<std::uint32_t> code_point = code_point_of(name);
    if (digits > 0) {
        PERFPLAN_TRY(const auto read, read_digits(text, pos, digits));
        code_point = read;
    }
    if (!code_point) {
        const std::size_t end = pos + 1 + (pos + 1 < text.size() ? size_of_character(name) : 0);
        return tl::unexpected(
            SyntaxError{{pos, end},
                        "unknown escape " + in_quotes(text.substr(pos, end - pos)),
                        std::string(backslash_hint)});
    }
    Escape escape{to_utf8(*code_point), pos + 2 + digits};
    if (find_unsafe(escape.text)) {
        return tl::unexpected(SyntaxError{
            {pos, escape.end},
            "escape " + in_quotes(text.substr(pos, escape.end - pos)) + " gives character " +
                name_of_character(escape.text) + ", which is not allowed",
            "delete it"});
    }
    return escape;
}

std::string double_quoted(std::string_view text) {
    if (find_invalid_utf8(text)) {
        return double_quoted(with_replacements(text));
    }
    std::string quoted = "\"";
    while (!text.empty()) {
        const std::string_view character = text.substr(0, size_of_character(text[0]));
        const bool special = character == "\"" || character == "\\" || character == "\n" ||
                             character == "\r" || character == "\t" ||
                             find_unsafe(character).has_value();
        if (special) {
            quoted += escaped(code_point_of(character));
        } else {
            quoted += character;
        }
        text.remove_prefix(character.size());
    }
    return quoted += '"';
}

}  // namespace perfplan::yaml
