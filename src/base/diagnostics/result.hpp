// What an operation that can fail gives back: its value, or everything that is wrong.
#pragma once

#include "base/diagnostics/diagnostic.hpp"

#include <tl/expected.hpp>

namespace perfplan::base {

/// A value, or the diagnostics that say why there is none. The diagnostics are never empty.
template <class T>
using Result = tl::expected<T, Diagnostics>;

/// `return fail(diagnostic);` in a function that returns a Result.
inline tl::unexpected<Diagnostics> fail(Diagnostic diagnostic) {
    Diagnostics all;
    all.push_back(std::move(diagnostic));
    return tl::unexpected<Diagnostics>(std::move(all));
}

inline tl::unexpected<Diagnostics> fail(Diagnostics diagnostics) {
    return tl::unexpected<Diagnostics>(std::move(diagnostics));
}

/// What is wrong with a piece of text that a person typed, before anybody knows where it stood.
/// `message` and `hint` follow the style of Diagnostic; `offset` and `length` are bytes within the
/// text.
struct ParseError {
    std::string message;
    std::string hint;
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// A value read from text, or what is wrong with the text.
template <class T>
using Parsed = tl::expected<T, ParseError>;

inline tl::unexpected<ParseError> misread(std::string message, std::string hint = {}) {
    return tl::unexpected<ParseError>(ParseError{std::move(message), std::move(hint), 0, 0});
}

}  // namespace perfplan::base

/// Returns the error of an expression of type Result or Parsed from the calling function, which
/// returns one of the same kind; else declares a variable with its value:
///     PERFPLAN_TRY(const auto plan, load_plan(tree, ref));
#define PERFPLAN_TRY(declaration, ...)                            \
    auto PERFPLAN_TRIED = (__VA_ARGS__);                          \
    if (!PERFPLAN_TRIED) {                                        \
        return tl::unexpected(std::move(PERFPLAN_TRIED).error()); \
    }                                                             \
    declaration = *std::move(PERFPLAN_TRIED)
/// The same for an expression without a value, and for one whose value is not needed:
///     PERFPLAN_TRY_DO(require_open(plan));
#define PERFPLAN_TRY_DO(...)                                      \
    if (auto PERFPLAN_TRIED = (__VA_ARGS__); !PERFPLAN_TRIED) {   \
        return tl::unexpected(std::move(PERFPLAN_TRIED).error()); \
    }                                                             \
    static_assert(true)
#define PERFPLAN_TRIED PERFPLAN_JOINED(tried_on_line_, __LINE__)
#define PERFPLAN_JOINED(a, b) PERFPLAN_JOINED_WORDS(a, b)
#define PERFPLAN_JOINED_WORDS(a, b) a##b
