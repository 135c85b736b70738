// What is wrong, where, and the way out.
#pragma once

#include "base/layers.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::base {

enum class Severity { error, warning, note };

/// "error", "warning", "note"
std::string_view to_string(Severity severity);

/// The exit codes of the program. An error's kind decides the code; over many errors the highest
/// wins.
enum class ExitCode : int {
    done = 0,
    findings = 1,    ///< check found errors, --fail-on matched, nothing matched a filter
    usage = 2,       ///< the command line is wrong
    unreadable = 3,  ///< a file or an input row could not be understood
    refused =
        4,  ///< the state of things forbids it: exists, ambiguous, busy, changed, against policy
    unprinted = 5,  ///< saved, but the answer could not be printed
    io = 6,         ///< an I/O error; nothing was saved
    bug = 70,
};

/// A half-open range of bytes, [begin, end), in some text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// Where in a file something is: 1-based, the column counted in characters (code points).
struct Location {
    std::size_t line = 0;
    std::size_t column = 0;

    friend auto operator<=>(const Location&, const Location&) = default;
};

/// The line of a file a diagnostic points into; `marked` is the underlined part, in bytes of
/// `text`.
struct Excerpt {
    std::string text;  ///< without its line ending
    Span marked;

    friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

/// One finding. Message and hint: lower case, no full stop, the offending thing in single quotes,
/// what is wrong first. Whole in itself: it outlives the text it was made from.
struct Diagnostic {
    Severity severity = Severity::error;
    ExitCode code = ExitCode::unreadable;
    std::string message;
    std::string hint{};  ///< the way out; empty: none
    std::string file{};  ///< path as the user would write it; empty: concerns no file
    std::optional<Location> at{};
    std::optional<Excerpt> excerpt{};
    /// The rule of `check` that it falls under; empty: none. Commands other than `check` don't show
    /// it to people.
    std::string rule{};
};

using Diagnostics = std::vector<Diagnostic>;

void append(Diagnostics& to, Diagnostics from);

/// One more thing to do or to know, behind what the hint says already.
void add_hint(Diagnostic& diagnostic, std::string_view hint);

/// The highest exit code among the errors; `done` if there are only warnings and notes.
ExitCode worst(const Diagnostics& diagnostics);

/// A text with a name, for pointing into: finds line, column and excerpt of a byte span.
/// Refers to the text, which must outlive it.
class Source {
public:
    Source(std::string_view name, std::string_view text) : name_(name), text_(text) {}

    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }

    /// Line and column of a byte offset; an offset past the end is the end. Lines end in LF, CRLF
    /// or CR.
    [[nodiscard]] Location locate(std::size_t offset) const;

    /// A diagnostic about `span`. A span over several lines is marked to the end of its first.
    [[nodiscard]] Diagnostic point(Span span, std::string message, std::string hint = {}) const;

private:
    std::string_view name_;
    std::string_view text_;
};

/// An error that concerns no place in a file.
Diagnostic usage_error(std::string message, std::string hint = {});
Diagnostic refusal(std::string message, std::string hint = {});
Diagnostic io_error(std::string file, std::string message, std::string hint = {});
Diagnostic warning(std::string message, std::string hint = {});

enum class Color { no, yes };

/// One diagnostic as people read it:
///
///     plans/dana-reyes/2026-q4/plan.yaml:31:13: error: target must be a number, not '75ok'
///        31 |     target: 75ok
///           |             ^~~~
///     hint: write a plain decimal such as 75 or 0.5
///
/// Tabs, wide characters and escapes are shown so that the caret stands under the marked text.
/// Control characters, also those of file names and messages, are shown as visible escapes.
/// A line too wide for `width` columns is cut around the marked part. Ends in a newline.
std::string render(const Diagnostic& diagnostic, Color color, std::size_t width);

}  // namespace perfplan::base
