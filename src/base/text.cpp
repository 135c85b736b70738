#include <perfplan/base/text.hpp>

#include "ascii.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace perfplan {
namespace {

constexpr std::string_view white = " \t\r\n";

/// Composed, and as `more` says besides.
std::string mapped(std::string_view text, int more) {
    utf8proc_uint8_t* composed = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(static_cast<int>(UTF8PROC_STABLE) | UTF8PROC_COMPOSE | more);
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &composed, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{composed, &std::free};
    if (length < 0) {
        return std::string{text};
    }
    return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

}  // namespace

std::string normalise(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_ascii) ? std::string{text} : mapped(text, 0);
}

std::string folded(std::string_view text) {
    text = trim(text);
    return std::all_of(text.begin(), text.end(), is_ascii) ? lower(text)
                                                           : mapped(text, UTF8PROC_CASEFOLD);
}

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(white);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), to_lower);
    return result;
}

std::string listing(const std::vector<std::string>& items, std::string_view conjunction) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0 && i + 1 == items.size()) {
            text.append(" ").append(conjunction).append(" ");
        } else if (i > 0) {
            text += ", ";
        }
        text += items[i];
    }
    return text;
}

std::string count(std::size_t n, std::string_view noun, std::string_view plural) {
    std::string text = std::to_string(n) + ' ';
    if (n == 1) {
        return text.append(noun);
    }
    return plural.empty() ? text.append(noun).append("s") : text.append(plural);
}

}  // namespace perfplan
