// Color for terminals; it never carries meaning alone.
#pragma once

#include "base/diagnostics/diagnostic.hpp"

#include <string>
#include <string_view>

namespace perfplan::format {

/// What a piece of text says besides its words.
enum class Tone { plain, good, warning, bad, dim };

class Style {
public:
    explicit Style(Color color) : color_(color) {}

    [[nodiscard]] std::string bold(std::string_view text) const { return wrapped("1", text); }
    [[nodiscard]] std::string dim(std::string_view text) const { return wrapped("2", text); }
    [[nodiscard]] std::string red(std::string_view text) const { return wrapped("31", text); }
    [[nodiscard]] std::string green(std::string_view text) const { return wrapped("32", text); }
    [[nodiscard]] std::string yellow(std::string_view text) const { return wrapped("33", text); }
    [[nodiscard]] std::string toned(Tone tone, std::string_view text) const {
        switch (tone) {
            case Tone::plain: return std::string(text);
            case Tone::good: return green(text);
            case Tone::warning: return yellow(text);
            case Tone::bad: return red(text);
            case Tone::dim: return dim(text);
        }
        return std::string(text);
    }

private:
    [[nodiscard]] std::string wrapped(std::string_view code, std::string_view text) const {
        if (color_ == Color::no || text.empty()) {
            return std::string(text);
        }
        return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
    }
    Color color_;
};

}  // namespace perfplan::format
