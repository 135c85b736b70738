#include "change_words.hpp"

#include <perfplan/base/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

constexpr std::size_t widest_value = 60;
constexpr std::size_t kept_before_difference = 20;

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

/// How many bytes may be left out at the start of both without hiding where they differ.
std::size_t common_start(const std::string& a, const std::string& b) {
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    const auto same = static_cast<std::size_t>(differs - a.begin());
    std::size_t start = same > kept_before_difference ? same - kept_before_difference : 0;
    while (start > 0 && is_continuation(a[start])) {
        --start;
    }
    return start;
}

std::string shown(const std::string& value, std::size_t left_out) {
    const std::string line =
        truncate((left_out > 0 ? "…" : "") + visible(std::string_view(value).substr(left_out)),
                 widest_value);
    const bool is_collection = value.starts_with('{') || value.starts_with('[');
    return is_collection || line.find(' ') == std::string::npos ? line : fmt::format("'{}'", line);
}

bool is_long(const std::string& value) {
    return display_width(visible(value)) > widest_value;
}

}  // namespace

ShownValues shown_values(const Change& change) {
    const std::string from = change.from.value_or("");
    const std::string to = change.to.value_or("");
    const bool is_cut = change.from && change.to && (is_long(from) || is_long(to));
    const std::size_t left_out = is_cut ? common_start(from, to) : 0;
    return {shown(from, left_out), shown(to, left_out)};
}

std::string short_words(const Change& change) {
    const auto [from, to] = shown_values(change);
    const std::string values = !change.from ? "new, " + to
                               : !change.to ? "dropped, was " + from
                                            : fmt::format("{} -> {}", from, to);
    return fmt::format("{}: {} ({})", change.field, values,
                       to_string(change.effect.value_or(Effect::harder)));
}

std::string roles_in_words(const std::vector<Role>& roles) {
    std::vector<std::string> names;
    for (const Role role : roles) {
        names.emplace_back(to_string(role));
    }
    return listing(names);
}

std::string in_words(const SignatureStatus& signature) {
    const std::string who =
        fmt::format("{} ({})", visible(signature.by), to_string(signature.role));
    switch (signature.answer) {
        case Answer::signed_: return who + " signed";
        case Answer::refused:
            return fmt::format("{} refused to sign, {} was witness", who,
                               visible(signature.witness.value_or("nobody")));
        case Answer::unavailable: return who + " was unavailable";
    }
    return who;
}

}  // namespace perfplan
