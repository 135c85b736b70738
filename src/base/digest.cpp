#include "base/digest.hpp"

#include <sodium/core.h>
#include <sodium/crypto_generichash.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>

namespace perfplan::base {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base32_digits = "0123456789abcdefghjkmnpqrstvwxyz";
static_assert(base32_digits.size() == 32);
constexpr std::size_t short_length = 8;

}  // namespace

// No sodium_init(): it sets up random numbers, which hashing does without and a short program would
// wait for.
std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
    std::array<std::uint8_t, 32> digest{};
    static_assert(crypto_hash_sha256_BYTES == digest.size());
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return digest;
}

void prepare_quick_digests() {
    // where it fails, digests are right all the same
    [[maybe_unused]] const int ready = sodium_init();
}

std::array<std::uint8_t, 16> quick_digest(std::string_view bytes) {
    std::array<std::uint8_t, 16> digest{};
    static_assert(crypto_generichash_BYTES_MIN <= digest.size());
    crypto_generichash(digest.data(), digest.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    return digest;
}

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += hex_digits[byte >> 4U];
        text += hex_digits[byte & 0xFU];
    }
    return text;
}

std::string base64(std::span<const std::uint8_t> bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the NUL that ends it
    return text;
}

std::string short_digest(std::string_view bytes) {
    const auto digest = sha256(bytes);
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        prefix = prefix << 8U | digest[i];
    }
    std::string text;
    for (unsigned shift = 40; shift > 0; shift -= 5) {
        text += base32_digits[prefix >> (shift - 5) & 31U];
    }
    return text;
}

bool may_be_short_digest(std::string_view text) {
    return text.size() == short_length &&
           text.find_first_not_of(base32_digits) == std::string_view::npos;
}

}  // namespace perfplan::base
