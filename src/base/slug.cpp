#include <perfplan/base/slug.hpp>
#include <perfplan/base/text.hpp>

#include "ascii.hpp"
#include "quote.hpp"
#include "slug_rules.hpp"
#include "utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan {
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
std::optional<Misread> fault_of(std::string_view text) {
    const auto about = [&](std::string_view what, std::size_t offset, std::size_t length) {
        return Misread{fmt::format("{} is not an id: {}", quoted(text), what), {}, offset, length};
    };
    if (text.empty()) {
        return Misread{"an id is missing", {}, 0, 0};
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

Reading<Slug> parse_slug(std::string_view text) {
    if (auto fault = fault_of(text)) {
        const auto proposed = slug_from(text);
        fault->hint = proposed ? "write " + proposed->str() : std::string{shape_hint};
        return tl::unexpected<Misread>(*std::move(fault));
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

}  // namespace perfplan
