// What the word under the cursor could become: the answer to the shells' completion scripts.
#pragma once

#include "commands/io.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace perfplan::cli {

/// The command that the scripts ask: `perfplan __complete WORD… CURRENT`. It is no command for
/// people, and in no help.
inline constexpr std::string_view completion_request = "__complete";

/// The answer to the words behind `perfplan`, the last being the one under the cursor, which may be
/// empty. Its first line says what the answer is:
///
///     words              a candidate a line, a tab and what it is behind it
///     files PREFIX       the names of files, behind a prefix that stays as it is
///     directories PREFIX
///
/// Candidates replace the whole word; one that ends in = or , wants no space behind it. What can't
/// be read has no candidates, and nothing is an error.
std::string completion(const std::vector<std::string>& words, Io& io);

}  // namespace perfplan::cli
