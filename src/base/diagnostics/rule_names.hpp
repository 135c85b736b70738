// The names of those rules of `check` that files are held to while they are read. All rules are
// listed in src/check/rules.cpp.
#pragma once

#include "base/layers.hpp"

#include <string_view>

namespace perfplan::base::rule {

inline constexpr std::string_view syntax = "syntax";
inline constexpr std::string_view wrong_value = "wrong-value";
inline constexpr std::string_view missing_field = "missing-field";
inline constexpr std::string_view unknown_key = "unknown-key";
inline constexpr std::string_view unknown_id = "unknown-id";
inline constexpr std::string_view checkpoints = "checkpoints";
inline constexpr std::string_view missing_file = "missing-file";
inline constexpr std::string_view unreadable = "unreadable";
inline constexpr std::string_view altered_record = "altered-record";
inline constexpr std::string_view missing_record = "missing-record";
inline constexpr std::string_view private_figures = "private-figures";
inline constexpr std::string_view missing_copy = "missing-copy";
inline constexpr std::string_view misnamed_file = "misnamed-file";
inline constexpr std::string_view misplaced_file = "misplaced-file";
inline constexpr std::string_view cut_short = "cut-short";
inline constexpr std::string_view conflict_copy = "conflict-copy";

}  // namespace perfplan::base::rule
