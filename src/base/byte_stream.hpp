// Values as bytes and back, for files that only programs read.
#pragma once

#include "base/layers.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace perfplan::base {

/// Appends values to a string, small numbers in one byte.
class ByteWriter {
public:
    explicit ByteWriter(std::string& bytes) : bytes_(&bytes) {}

    void number(std::int64_t value);
    /// With its length before it.
    void text(std::string_view value);

private:
    std::string* bytes_;
};

/// Reads what a ByteWriter wrote, in the same order. Bytes that are something else give zeros and
/// empty texts, and `is_sound` tells.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::int64_t number();
    /// Points into the bytes that are read.
    std::string_view text();
    /// A number that says how many things follow, of at least one byte each.
    std::size_t count();

    /// What was not read yet.
    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }
    /// False once something was missing.
    [[nodiscard]] bool is_sound() const { return is_sound_; }

private:
    std::string_view take(std::size_t size);
    std::string_view rest_;
    bool is_sound_ = true;
};

}  // namespace perfplan::base
