#include "output/report/words.hpp"

#include <string_view>
#include <vector>

namespace perfplan::output {

std::optional<std::string> trimmed_words(const std::optional<std::string>& text) {
    const std::size_t last = text ? text->find_last_not_of(" \t\n") : std::string::npos;
    return last == std::string::npos ? std::nullopt : std::optional(text->substr(0, last + 1));
}

namespace {

std::vector<std::string> lines_of_words(std::string_view words) {
    std::vector<std::string> lines;
    for (;;) {
        const std::size_t end = words.find('\n');
        lines.emplace_back(words.substr(0, end));
        if (end == std::string_view::npos) {
            return lines;
        }
        words.remove_prefix(end + 1);
    }
}

}  // namespace

const ViewShape<std::string>& words_shape() {
    static const ViewShape<std::string> shape{
        {"text", "the whole text", [](const std::string& words) { return words; }},
        {"lines", "the same, line by line", lines_of_words},
    };
    return shape;
}

}  // namespace perfplan::output
