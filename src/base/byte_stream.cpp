#include "base/byte_stream.hpp"

#include <array>

namespace perfplan::base {

namespace {

// seven bits a byte, the lowest first; the eighth says that more follow
constexpr unsigned payload_bits = 7;
constexpr std::uint64_t more = 1U << payload_bits;
constexpr unsigned sign_bit = 63;

}  // namespace

void ByteWriter::number(std::int64_t value) {
    // the sign goes into the lowest bit, so that small numbers are short
    const auto folded =
        (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> sign_bit);
    constexpr std::size_t longest = 10;
    std::array<char, longest> written{};
    std::size_t size = 0;
    std::uint64_t rest = folded;
    for (; rest >= more; rest >>= payload_bits) {
        written.at(size++) = static_cast<char>(rest | more);
    }
    written.at(size++) = static_cast<char>(rest);
    bytes_->append(written.data(), size);
}

void ByteWriter::text(std::string_view value) {
    number(static_cast<std::int64_t>(value.size()));
    bytes_->append(value);
}

std::string_view ByteReader::take(std::size_t size) {
    if (size > rest_.size()) {
        is_sound_ = false;
        rest_ = {};
        return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
}

std::int64_t ByteReader::number() {
    std::uint64_t folded = 0;
    for (unsigned shift = 0; shift <= sign_bit; shift += payload_bits) {
        const std::string_view byte = take(1);
        if (byte.empty()) {
            return 0;
        }
        const auto value = static_cast<unsigned char>(byte.front());
        folded |= (value & (more - 1)) << shift;
        if (value < more) {
            return static_cast<std::int64_t>((folded >> 1U) ^ (~(folded & 1U) + 1));
        }
    }
    is_sound_ = false;
    return 0;
}

std::string_view ByteReader::text() {
    return take(count());
}

std::size_t ByteReader::count() {
    const std::int64_t size = number();
    if (size < 0 || static_cast<std::uint64_t>(size) > rest_.size()) {
        is_sound_ = false;
        rest_ = {};
        return 0;
    }
    return static_cast<std::size_t>(size);
}

}  // namespace perfplan::base
