// What the targets of libFuzzer share. A target gets bytes that nobody chose, and ends the program
// where a property of what it does with them does not hold: libFuzzer keeps such bytes.
#pragma once

#include "base/diagnostics/diagnostic.hpp"
#include "base/text/text.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
/// Called once before the first input, where a target has it.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);

namespace perfplan::fuzz {

using namespace base;

inline void require(bool holds, std::string_view property, std::string_view shown = {}) {
    if (!holds) {
        std::fprintf(stderr, "\nnot true: %.*s\n%.*s\n", static_cast<int>(property.size()),
                     property.data(), static_cast<int>(shown.size()), shown.data());
        std::abort();
    }
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Takes a byte off the front of an input: which of `count` it chooses.
inline std::size_t take_choice(std::string_view& input, std::size_t count) {
    if (input.empty()) {
        return 0;
    }
    const auto byte = static_cast<unsigned char>(input.front());
    input.remove_prefix(1);
    return byte % count;
}

/// Takes a line off the front of an input.
inline std::string_view take_line(std::string_view& input) {
    const std::size_t end = input.find('\n');
    const std::string_view line = input.substr(0, end);
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
    return line;
}

/// True for what a terminal or a file may be given: valid UTF-8 without characters that have no
/// place in a text.
inline bool is_safe(std::string_view text) {
    return !find_invalid_utf8(text) && !find_unsafe(text);
}

/// What is told about a file is for people, and points into it.
inline void require_told(const Diagnostics& errors) {
    require(!errors.empty(), "a refusal says why");
    for (const Diagnostic& error : errors) {
        // What can't be seen becomes an escape where they are shown.
        require(!error.message.empty() && !find_invalid_utf8(error.message), "a message is a text",
                error.message);
        require(!find_invalid_utf8(error.hint), "a hint is a text", error.hint);
        require(error.at && error.at->line > 0 && error.at->column > 0, "an error says where",
                error.message);
        require(!error.excerpt || (error.excerpt->marked.begin <= error.excerpt->marked.end &&
                                   error.excerpt->marked.end <= error.excerpt->text.size()),
                "what is marked lies in its line", error.message);
    }
    require(is_safe(render(errors.front(), Color::no, 80)), "a diagnostic can be shown");
}

}  // namespace perfplan::fuzz
