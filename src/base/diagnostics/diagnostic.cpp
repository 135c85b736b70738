#include "base/diagnostics/diagnostic.hpp"

#include "base/text/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace perfplan::base {
namespace {

Diagnostic error(ExitCode code, std::string message, std::string hint) {
    return {.code = code, .message = std::move(message), .hint = std::move(hint)};
}

}  // namespace

void append(Diagnostics& to, Diagnostics from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::warning: return "warning";
        case Severity::note: return "note";
        case Severity::error: break;
    }
    return "error";
}

ExitCode worst(const Diagnostics& diagnostics) {
    ExitCode code = ExitCode::done;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::error) {
            code = std::max(code, diagnostic.code);
        }
    }
    return code;
}

Diagnostic usage_error(std::string message, std::string hint) {
    return error(ExitCode::usage, std::move(message), std::move(hint));
}

Diagnostic refusal(std::string message, std::string hint) {
    return error(ExitCode::refused, std::move(message), std::move(hint));
}

Diagnostic io_error(std::string file, std::string message, std::string hint) {
    Diagnostic diagnostic = error(ExitCode::io, std::move(message), std::move(hint));
    diagnostic.file = std::move(file);
    return diagnostic;
}

void add_hint(Diagnostic& diagnostic, std::string_view hint) {
    diagnostic.hint += diagnostic.hint.empty() ? "" : "; ";
    diagnostic.hint += hint;
}

Diagnostic warning(std::string message, std::string hint) {
    return {.severity = Severity::warning,
            .code = ExitCode::done,
            .message = std::move(message),
            .hint = std::move(hint)};
}

namespace {

/// More than any terminal shows; a file of one enormous line does not go whole into each of its
/// diagnostics.
constexpr std::size_t max_excerpt = 2000;

/// The length of the line break that starts at `at`: LF, CRLF or CR; 0 if none does.
std::size_t line_break(std::string_view text, std::size_t at) {
    if (text[at] != '\n' && text[at] != '\r') {
        return 0;
    }
    return text.substr(at, 2) == "\r\n" ? 2 : 1;
}

struct Line {
    std::size_t number = 1;
    std::size_t begin = 0;
};

/// The line that holds `offset`; a line break belongs to the line it ends.
Line line_at(std::string_view text, std::size_t offset) {
    Line line;
    std::size_t at = 0;
    while (at < std::min(offset, text.size())) {
        const std::size_t length = line_break(text, at);
        at += std::max<std::size_t>(1, length);
        if (length > 0 && at <= offset) {
            line = {line.number + 1, at};
        }
    }
    return line;
}

/// How many characters end before or at `end`; an invalid byte counts as one.
std::size_t count_characters(std::string_view text, std::size_t end) {
    std::size_t characters = 0;
    std::size_t at = 0;
    while (at < end) {
        const auto character = first_character(text.substr(at));
        at += character ? character->length : 1;
        characters += at <= end ? 1 : 0;
    }
    return characters;
}

/// `offset`, or the start of the character it lies in.
std::size_t character_start(std::string_view text, std::size_t offset) {
    const auto is_continuation = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
    };
    std::size_t start = offset;
    while (start > 0 && offset - start < 3 && is_continuation(start)) {
        --start;
    }
    return start;
}

/// `excerpt`, or the stretch of it around the start of the mark when it is enormous.
Excerpt shortened(std::string_view line, Span marked) {
    if (line.size() <= max_excerpt) {
        return {std::string{line}, marked};
    }
    const std::size_t before = std::min(marked.begin, max_excerpt / 2);
    const std::size_t begin = character_start(line, marked.begin - before);
    const std::size_t end = character_start(line, std::min(begin + max_excerpt, line.size()));
    const std::string_view cut_left = begin > 0 ? ellipsis : "";
    const std::string_view cut_right = end < line.size() ? ellipsis : "";
    std::string text;
    text.append(cut_left).append(line.substr(begin, end - begin)).append(cut_right);
    const auto moved = [&](std::size_t at) { return std::min(at, end) - begin + cut_left.size(); };
    return {std::move(text), {moved(marked.begin), moved(marked.end)}};
}

}  // namespace

Location Source::locate(std::size_t offset) const {
    const std::size_t at = std::min(offset, text_.size());
    const Line line = line_at(text_, at);
    return {line.number, count_characters(text_.substr(line.begin), at - line.begin) + 1};
}

Diagnostic Source::point(Span span, std::string message, std::string hint) const {
    const std::size_t begin = std::min(span.begin, text_.size());
    const Line line = line_at(text_, begin);
    const std::size_t end = std::min(text_.find_first_of("\r\n", line.begin), text_.size());
    const std::string_view shown = text_.substr(line.begin, end - line.begin);
    const auto within = [&](std::size_t at) {
        return std::clamp(at, line.begin, end) - line.begin;
    };
    const Span marked{within(begin), within(std::max(begin, span.end))};
    return {.message = std::move(message),
            .hint = std::move(hint),
            .file = std::string{name_},
            .at = locate(begin),
            .excerpt = shortened(shown, marked)};
}

}  // namespace perfplan::base
