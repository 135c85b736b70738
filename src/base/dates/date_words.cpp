#include "base/dates/date_words.hpp"

#include "base/text/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace perfplan::base {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};

constexpr int limit = 1'000'000;

/// Three letters or more that a name starts with: "sep", "sept", "thurs".
bool is_short_for(std::string_view word, std::string_view name) {
    return word.size() >= 3 && lower(name).starts_with(word);
}

Word::Kind kind_of(char byte) {
    if (is_digit(byte)) {
        return Word::Kind::number;
    }
    return is_letter(byte) || !is_ascii(byte) ? Word::Kind::letters : Word::Kind::sign;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const Word::Kind kind = kind_of(text[at]);
        std::size_t end = at + 1;
        while (kind != Word::Kind::sign && end < text.size() && kind_of(text[end]) == kind) {
            ++end;
        }
        const std::string_view word = text.substr(at, end - at);
        if (!trim(word).empty() && word != ",") {
            words.push_back({kind, lower(word), at});
        }
        at = end;
    }
    return words;
}

int small_number(std::string_view digits) {
    int value = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && value <= limit ? value : -1;
}

std::optional<unsigned> month_named(std::string_view word) {
    for (unsigned i = 0; i < months.size(); ++i) {
        if (is_short_for(word, months[i])) {
            return i + 1;
        }
    }
    return std::nullopt;
}

std::string_view month_name(unsigned month) {
    return months[(month - 1) % months.size()];
}

std::optional<std::chrono::weekday> weekday_named(std::string_view word) {
    for (unsigned i = 0; i < weekdays.size(); ++i) {
        if (is_short_for(word, weekdays[i])) {
            return std::chrono::weekday{i};
        }
    }
    return std::nullopt;
}

}  // namespace perfplan::base
