// Scalars: where they end and what text they stand for.
#pragma once

#include "base/diagnostics/result.hpp"
#include "yaml/parse/text.hpp"
#include "yaml/tree.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace perfplan::yaml {

/// A column, or -1: nothing of the root need be indented.
using Indent = std::ptrdiff_t;

enum class Context { block, flow };

/// Where a scalar stands. Its further lines must be indented deeper than `indent`.
struct ScalarPosition {
    Indent indent = -1;
    Context context = Context::block;
};

/// A scalar that was found: [begin, end) of its bytes, and its text, which is either a part of the
/// source or not.
struct Scalar {
    Style style = Style::plain;
    std::size_t end = 0;
    Span verbatim{};
    std::optional<std::string> decoded{};
};

using Scan = tl::expected<Scalar, SyntaxError>;

/// Each reads the scalar that begins at `begin`; the caller has looked at the character there.
Scan scan_plain(std::string_view text, std::size_t begin, ScalarPosition position);
Scan scan_single_quoted(std::string_view text, std::size_t begin, ScalarPosition position);
Scan scan_double_quoted(std::string_view text, std::size_t begin, ScalarPosition position);

/// One line of plain text: where it ends without the spaces after it, and the byte that stopped
/// it.
struct PlainLine {
    std::size_t end;
    std::size_t stop;
};
PlainLine scan_plain_line(std::string_view text, std::size_t begin, Context context);

/// The problem of a question mark in plain text within brackets, where yaml-cpp lets it end the
/// text.
std::optional<SyntaxError> question_mark(std::string_view text, Span span);

/// True if the colon at `pos` ends a plain key.
bool is_key_colon(std::string_view text, std::size_t pos, Context context);

/// A line break within a scalar, with the empty lines after it and the indentation of the next
/// line of text.
struct Fold {
    std::size_t next = 0;    ///< the first byte that is no space
    std::size_t column = 0;  ///< of `next`
    std::size_t breaks = 0;
};
Fold fold_at(std::string_view text, std::size_t pos);

/// What a fold becomes: one break is a space, each further one a line feed.
std::string folded(std::size_t breaks);

/// The problem of a tab that stands where only spaces may.
SyntaxError tab_problem(std::string_view text, std::size_t pos);

}  // namespace perfplan::yaml
