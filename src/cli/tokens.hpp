// Words as CLI11 can be trusted with: every value and argument replaced by a reference to it.
#pragma once

#include "commands/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::cli {

/// CLI11 strips brackets, drops `++` and splits at `=` in surprising places. So it is given
/// `--name` and `@0`, `@1` … only, where `@n` stands for `texts[n]`.
struct Tokens {
    std::vector<std::string> words;
    std::vector<std::string> texts;
    Diagnostics errors;  ///< options without their value, values for flags

    /// The text that a reference stands for.
    [[nodiscard]] const std::string& text(std::string_view reference) const;
};

Tokens tokenize(const std::vector<Option>& options, const std::vector<std::string>& words);

/// True for `@n`.
bool is_reference(std::string_view word);

}  // namespace perfplan::cli
