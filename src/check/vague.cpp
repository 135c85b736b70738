#include "vague.hpp"

#include <perfplan/base/text.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace perfplan {

namespace {

/// Words that say that something is to move, not where it is to arrive.
constexpr std::array<std::string_view, 46> of_effort{
    "improve",    "improved",   "improvement",  "better",      "best",          "increase",
    "increased",  "decrease",   "enhance",      "boost",       "grow",          "strengthen",
    "optimize",   "optimise",   "maximize",     "maximise",    "minimize",      "minimise",
    "try",        "attempt",    "strive",       "aim",         "work",          "focus",
    "develop",    "progress",   "more",         "less",        "some",          "several",
    "various",    "many",       "regularly",    "frequently",  "often",         "soon",
    "asap",       "proactive",  "proactively",  "appropriate", "appropriately", "adequate",
    "sufficient", "consistent", "consistently", "etc"};
constexpr std::array<std::string_view, 6> placeholders{"tbd", "todo",  "tba",
                                                       "xxx", "title", "goal"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (is_letter(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), lower(word)) != words.end();
}

}  // namespace

std::optional<std::string> vague_word(std::string_view title) {
    const std::vector<std::string> words = words_of(title);
    if (words.size() == 1 && is_among(placeholders, words.front())) {
        return words.front();
    }
    const bool has_figure = std::any_of(title.begin(), title.end(), is_digit);
    for (const std::string& word : words) {
        if (!has_figure && is_among(of_effort, word)) {
            return word;
        }
    }
    return std::nullopt;
}

}  // namespace perfplan
