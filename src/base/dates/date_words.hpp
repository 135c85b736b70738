// The words of a date or a period as people type them, and the names of months and weekdays.
#pragma once

#include "base/layers.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::base {

/// A run of digits, a run of letters in lower case, or one other character that is not a space or a
/// comma.
struct Word {
    enum class Kind { number, letters, sign } kind = Kind::sign;
    std::string text;
    std::size_t offset = 0;  ///< in the text it was found in

    [[nodiscard]] bool is(std::string_view other) const { return text == other; }
    [[nodiscard]] bool is_number() const { return kind == Kind::number; }
    /// A number of so many digits.
    [[nodiscard]] bool has_digits(std::size_t count) const {
        return is_number() && text.size() == count;
    }
};

std::vector<Word> words_of(std::string_view text);

/// The value of a row of digits, or -1 if it is past a million: no count of days, and no year.
int small_number(std::string_view digits);

/// 1 … 12 for "oct", "october" (lower case).
std::optional<unsigned> month_named(std::string_view word);
/// "October" for 10.
std::string_view month_name(unsigned month);
/// For "fri", "friday" (lower case).
std::optional<std::chrono::weekday> weekday_named(std::string_view word);

}  // namespace perfplan::base
