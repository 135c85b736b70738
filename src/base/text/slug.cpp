#include "base/text/slug.hpp"

#include "base/text/text.hpp"
#include "base/text/unicode.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace perfplan::base {
namespace {

constexpr std::string_view shape_hint =
    "write lower-case letters, digits and hyphens, such as dana-reyes";

/// com and lpt only with a number behind.
constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
constexpr std::array<std::string_view, 2> numbered_devices{"com", "lpt"};

constexpr bool is_slug_character(char byte) {
    return is_digit(byte) || ('a' <= byte && byte <= 'z') || byte == '-';
}

/// What is wrong with `text` as an id, and the place of it; nothing if it is one.
std::optional<ParseError> fault_of(std::string_view text) {
    const auto about = [&](std::string_view what, std::size_t offset, std::size_t length) {
        return ParseError{
            fmt::format("{} is not an id: {}", quoted(text), what), {}, offset, length};
    };
    if (text.empty()) {
        return ParseError{"an id is missing", {}, 0, 0};
    }
    const auto bad = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), is_slug_character) - text.begin());
    if (bad < text.size()) {
        const std::size_t length =
            first_character(text.substr(bad)).value_or(Character{0, 1}).length;
        const std::string what =
            is_capital(text[bad])
                ? std::string{"it has a capital letter"}
                : fmt::format("{} can't be part of one", quoted(text.substr(bad, length)));
        return about(what, bad, length);
    }
    if (text.front() == '-') {
        return about("it starts with a hyphen", 0, 1);
    }
    if (text.size() > max_slug_length) {
        return about(fmt::format("it is longer than {} characters", max_slug_length),
                     max_slug_length, text.size() - max_slug_length);
    }
    if (is_device_name(text)) {
        return about("Windows keeps this name for a device", 0, 0);
    }
    return std::nullopt;
}

}  // namespace

bool is_device_name(std::string_view text) {
    const auto is_text = [&](std::string_view device) { return device == text; };
    const auto is_start = [&](std::string_view device) { return device == text.substr(0, 3); };
    if (text.size() == 4 && is_digit(text.back())) {
        return std::any_of(numbered_devices.begin(), numbered_devices.end(), is_start);
    }
    return std::any_of(devices.begin(), devices.end(), is_text);
}

Parsed<Slug> parse_slug(std::string_view text) {
    if (auto fault = fault_of(text)) {
        const auto proposed = slug_from(text);
        fault->hint = proposed ? "write " + proposed->str() : std::string{shape_hint};
        return tl::unexpected<ParseError>(*std::move(fault));
    }
    return Slug{std::string{text}};
}

Slug numbered(const Slug& base, int n) {
    if (n <= 1) {
        return base;
    }
    const std::string suffix = fmt::format("-{}", n);
    std::string text = base.str().substr(0, max_slug_length - suffix.size());
    text.erase(text.find_last_not_of('-') + 1);
    text += text.empty() ? suffix.substr(1) : suffix;
    return parse_slug(text).value_or(base);
}

namespace {

/// Letters that Unicode does not take apart, or that names are spelled out with.
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
    const std::string composed = normalize(name);
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

}  // namespace perfplan::base
