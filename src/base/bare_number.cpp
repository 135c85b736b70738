#include "bare_number.hpp"

#include <perfplan/base/text.hpp>

#include "ascii.hpp"
#include "utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace perfplan {
namespace {

constexpr char32_t minus_sign = 0x2212;
constexpr std::size_t currency_code_size = 3;

bool is_currency(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_SC;
}

bool is_space(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_ZS;
}

/// A character that can only stand between thousands.
bool is_grouping(char32_t code) {
    return is_space(code) || code == U'_' || code == U'\'' || code == U'’';
}

/// The text without the currency in it.
std::string without_currency(std::string_view text) {
    const std::string_view currency = find_currency(text);
    if (currency.empty()) {
        return std::string{text};
    }
    std::string rest{text};
    return rest.erase(static_cast<std::size_t>(currency.data() - text.data()), currency.size());
}

}  // namespace

std::string_view find_currency(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = first_character(text.substr(at)).value_or(Character{0, 1});
        if (is_currency(character.code)) {
            return text.substr(at, character.length);
        }
        const auto* const word_end = std::find_if_not(text.begin() + at, text.end(), is_letter);
        const std::string_view word{text.begin() + at, word_end};
        if (word.size() == currency_code_size &&
            std::all_of(word.begin(), word.end(), is_capital)) {
            return word;
        }
        at += std::max(word.size(), character.length);
    }
    return {};
}

BareNumber bare_number(std::string_view text) {
    const std::string amount = without_currency(text);
    BareNumber bare;
    for (std::string_view rest = amount; !rest.empty();) {
        const auto character = first_character(rest).value_or(Character{0, 1});
        const bool is_minus = character.code == U'-' || character.code == minus_sign;
        if (bare.digits.empty() && bare.sign.empty() && is_minus) {
            bare.sign = "-";
        } else if (is_grouping(character.code)) {
            bare.digits += bare.digits.empty() ? "" : " ";
        } else if (!bare.digits.empty() || character.code != U'+') {
            bare.digits += rest.substr(0, character.length);
        }
        rest.remove_prefix(character.length);
    }
    bare.digits = trim(bare.digits);
    if (!bare.digits.empty() &&
        std::string_view{"kKmMbB%"}.find(bare.digits.back()) != std::string::npos) {
        bare.suffix = to_lower(bare.digits.back());
        bare.digits.pop_back();
        bare.digits = trim(bare.digits);
    }
    return bare;
}

}  // namespace perfplan
