#include "base/text/text.hpp"
#include "base/text/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace perfplan::base {
namespace {

/// The characters of `text`, ASCII letters in lower case; an invalid byte counts as a character of
/// its own.
std::u32string characters(std::string_view text) {
    const std::string small = lower(text);
    std::string_view rest = small;
    std::u32string result;
    while (!rest.empty()) {
        const auto character = first_character(rest);
        result += character ? character->code : U'\xFFFD';
        rest.remove_prefix(character ? character->length : 1);
    }
    return result;
}

/// Edits (insert, drop, replace, swap of neighbors) from a to b: Damerau-Levenshtein, where no
/// piece of text is edited twice ("optimal string alignment").
std::size_t edits(const std::u32string& a, const std::u32string& b) {
    const std::size_t columns = b.size() + 1;
    std::vector<std::size_t> two_up(columns);
    std::vector<std::size_t> above(columns);
    std::vector<std::size_t> row(columns);
    for (std::size_t j = 0; j < columns; ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        two_up.swap(above);
        above.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j < columns; ++j) {
            const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], two_up[j - 2] + 1);
            }
        }
    }
    return row[columns - 1];
}

std::size_t common_prefix(const std::u32string& a, const std::u32string& b) {
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(end - a.begin());
}

bool is_swap(const std::u32string& a, const std::u32string& b) {
    return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
}

/// About a third of the word; in two letters only a swap is not a different word altogether.
bool is_near(const std::u32string& word, const std::u32string& candidate, std::size_t distance) {
    if (word.size() <= 2) {
        return distance == 0 || is_swap(word, candidate);
    }
    return distance <= std::max<std::size_t>(1, (word.size() + 1) / 3);
}

std::optional<std::string> only_completion(const std::u32string& word,
                                           const std::vector<std::string>& candidates) {
    if (word.size() < 3) {
        return std::nullopt;
    }
    std::optional<std::string> found;
    for (const std::string& candidate : candidates) {
        if (!characters(candidate).starts_with(word)) {
            continue;
        }
        if (found && *found != candidate) {
            return std::nullopt;
        }
        found = candidate;
    }
    return found;
}

}  // namespace

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
    const std::u32string meant = characters(word);
    const std::string* best = nullptr;
    std::size_t best_distance = 0;
    std::size_t best_prefix = 0;
    for (const std::string& candidate : candidates) {
        const std::u32string letters = characters(candidate);
        const std::size_t distance = edits(meant, letters);
        const std::size_t prefix = common_prefix(meant, letters);
        if (letters.empty() || !is_near(meant, letters, distance)) {
            continue;
        }
        const bool better = best == nullptr || distance < best_distance ||
                            (distance == best_distance && prefix > best_prefix);
        if (better) {
            best = &candidate;
            best_distance = distance;
            best_prefix = prefix;
        }
    }
    return best != nullptr ? std::optional{*best} : only_completion(meant, candidates);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         std::string otherwise) {
    const auto near = nearest(word, candidates);
    return near ? fmt::format("did you mean '{}'?", *near) : std::move(otherwise);
}

std::string choose_from(std::string_view word, const std::vector<std::string>& choices) {
    return did_you_mean(word, choices, fmt::format("it can be {}", listing(choices, "or")));
}

}  // namespace perfplan::base
