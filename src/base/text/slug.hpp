// Ids: what plans, reps, goals and skills are called in files and on the command line.
// What ids may be, for the functions that read them and those that make them.
#pragma once

#include "base/diagnostics/result.hpp"

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace perfplan::base {

/// A name that is safe as a file name everywhere: [a-z0-9][a-z0-9-]{0,62}, and no device name that
/// Windows reserves (con, nul, com1 …). Can only be made by the functions that check that.
class Slug {
public:
    Slug() = default;  ///< empty: no id
    [[nodiscard]] const std::string& str() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    friend auto operator<=>(const Slug&, const Slug&) = default;

private:
    friend Parsed<Slug> parse_slug(std::string_view text);
    explicit Slug(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// The text as an id. The hint of a failure proposes the nearest valid id, if there is one.
Parsed<Slug> parse_slug(std::string_view text);

/// An id made from a person's name or a title: "Jürgen Groß" gives juergen-gross, "Zoë O'Neil"
/// zoe-oneil, "François Łukasz" francois-lukasz, "2026-Q4" 2026-q4. Longer than 63: cut at a word.
/// Nothing when no letter or digit can be transliterated (CJK, Arabic …).
std::optional<Slug> slug_from(std::string_view name);

/// `base`, or base-2, base-3 … : the n-th of that name, cut so that it stays valid.
Slug numbered(const Slug& base, int n);

inline constexpr std::size_t max_slug_length = 63;

/// The name of a device on Windows, where no file can be called so.
bool is_device_name(std::string_view text);

}  // namespace perfplan::base
