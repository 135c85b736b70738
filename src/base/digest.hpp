// SHA-256: what sealed copies of terms are known by, and the suffixes of record names.
#pragma once

#include "base/layers.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace perfplan::base {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);

/// To be called before many quick digests are made, on any one thread: finds out what this
/// processor does best, for which a short program would not wait.
void prepare_quick_digests();

/// BLAKE2b of 128 bits, in a third of the time: for what only this program compares.
std::array<std::uint8_t, 16> quick_digest(std::string_view bytes);

/// Two lower-case hexadecimal digits a byte, as `sha256sum` prints them.
std::string hex(std::span<const std::uint8_t> bytes);

/// As content security policies write a digest (RFC 4648), with its padding.
std::string base64(std::span<const std::uint8_t> bytes);

/// The first 40 bits of the SHA-256 as eight characters of 0123456789abcdefghjkmnpqrstvwxyz
/// (Crockford's base 32: no i, l, o, u, so that it can be read out).
std::string short_digest(std::string_view bytes);

/// True for a text that can be a short digest.
bool may_be_short_digest(std::string_view text);

}  // namespace perfplan::base
