#include <perfplan/base/text.hpp>

namespace perfplan {
namespace {

/// Lines are pieces of the paragraph itself, so that spaces inside a line (also those that indent
/// it) stay; only those at a break go.
void wrap_paragraph(std::string_view paragraph, std::size_t width,
                    std::vector<std::string>& lines) {
    std::size_t start = 0;    // of the line being filled
    std::size_t end = 0;      // of its last word
    std::size_t columns = 0;  // from start to end
    while (true) {
        const std::size_t word = paragraph.find_first_not_of(' ', end);
        if (word == std::string_view::npos) {
            break;
        }
        const std::size_t word_end = std::min(paragraph.find(' ', word), paragraph.size());
        const std::size_t word_columns = display_width(paragraph.substr(word, word_end - word));
        const std::size_t gap = word - end;
        if (end > start && columns + gap + word_columns > width) {
            lines.emplace_back(paragraph.substr(start, end - start));
            start = word;
            columns = word_columns;
        } else {
            columns += gap + word_columns;
        }
        end = word_end;
    }
    lines.emplace_back(paragraph.substr(start, end - start));
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    while (true) {
        const std::size_t line_feed = text.find('\n');
        wrap_paragraph(text.substr(0, line_feed), width, lines);
        if (line_feed == std::string_view::npos) {
            return lines;
        }
        text.remove_prefix(line_feed + 1);
    }
}

}  // namespace perfplan
