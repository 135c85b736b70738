#include <perfplan/base/slug.hpp>
#include <perfplan/base/text.hpp>

#include "ascii.hpp"
#include "slug_rules.hpp"
#include "utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace perfplan {
namespace {

/// Letters that Unicode does not take apart, or that names are spelt out with.
struct Spelling {
    char32_t letter;
    std::string_view ascii;
};

constexpr std::array spellings{
    Spelling{U'ä', "ae"}, Spelling{U'ö', "oe"}, Spelling{U'ü', "ue"}, Spelling{U'ß', "ss"},
    Spelling{U'ø', "oe"}, Spelling{U'æ', "ae"}, Spelling{U'œ', "oe"}, Spelling{U'å', "a"},
    Spelling{U'ł', "l"},  Spelling{U'đ', "d"},  Spelling{U'ð', "d"},  Spelling{U'þ', "th"},
    Spelling{U'ı', "i"},  Spelling{U'ħ', "h"},  Spelling{U'ŧ', "t"},  Spelling{U'ŋ', "ng"},
};

/// Marks that stand inside a word without parting it: O'Neil.
constexpr std::u32string_view apostrophes = U"'’‘ʼ`´";

/// The characters a compatibility decomposition takes one into.
constexpr std::size_t max_decomposition = 32;

std::optional<std::string_view> spelling_of(char32_t letter) {
    const auto* const found =
        std::find_if(spellings.begin(), spellings.end(),
                     [&](const Spelling& spelling) { return spelling.letter == letter; });
    return found == spellings.end() ? std::nullopt : std::optional{found->ascii};
}

bool is_mark(char32_t code) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

/// A letter or digit is added; anything else parts words.
void add_plain(std::string& slug, char32_t code) {
    const char byte = code < 0x80 ? to_lower(static_cast<char>(code)) : ' ';
    if (is_letter(byte) || is_digit(byte)) {
        slug += byte;
    } else if (!slug.empty() && slug.back() != '-') {
        slug += '-';
    }
}

void add_decomposed(std::string& slug, char32_t code) {
    std::array<utf8proc_int32_t, max_decomposition> parts{};
    int last_boundary_class = 0;
    const auto options =
        static_cast<utf8proc_option_t>(static_cast<int>(UTF8PROC_DECOMPOSE) | UTF8PROC_COMPAT);
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(),
                                               static_cast<utf8proc_ssize_t>(parts.size()), options,
                                               &last_boundary_class);
    if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) {
        return add_plain(slug, code);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        const auto part = static_cast<char32_t>(parts[i]);
        if (!is_mark(part)) {
            add_plain(slug, part);
        }
    }
}

void add_letter(std::string& slug, char32_t code) {
    if (apostrophes.find(code) != std::u32string_view::npos) {
        return;
    }
    const auto small = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
    if (const auto spelling = spelling_of(small)) {
        slug += *spelling;
    } else {
        add_decomposed(slug, small);
    }
}

/// At most 63 characters, cut between two words if there are two.
std::string cut(std::string slug) {
    if (slug.size() > max_slug_length) {
        const std::size_t word = slug.rfind('-', max_slug_length);
        slug.erase(word == std::string::npos ? max_slug_length : word);
    }
    slug.erase(slug.find_last_not_of('-') + 1);
    return slug;
}

}  // namespace

std::optional<Slug> slug_from(std::string_view name) {
    // Composed first, so that an a with a combining diaeresis is an ä.
    const std::string composed = normalise(name);
    std::string slug;
    for (std::string_view rest = composed; !rest.empty();) {
        const auto character = first_character(rest).value_or(Character{U' ', 1});
        add_letter(slug, character.code);
        rest.remove_prefix(character.length);
    }
    slug = cut(std::move(slug));
    if (slug.empty()) {
        return std::nullopt;
    }
    return *parse_slug(is_device_name(slug) ? slug + "-1" : slug);
}

}  // namespace perfplan
