// Classes of ASCII characters, whatever the locale.
#pragma once

#include <algorithm>
#include <string_view>

namespace perfplan {

constexpr bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

constexpr bool is_digit(char byte) {
    return '0' <= byte && byte <= '9';
}

constexpr bool is_capital(char byte) {
    return 'A' <= byte && byte <= 'Z';
}

constexpr char to_lower(char byte) {
    return is_capital(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
}

constexpr bool is_letter(char byte) {
    return 'a' <= to_lower(byte) && to_lower(byte) <= 'z';
}

/// One digit at least, and nothing else.
constexpr bool are_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace perfplan
