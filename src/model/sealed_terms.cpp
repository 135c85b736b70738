#include "model/sealed_terms.hpp"

#include "base/digest.hpp"

namespace perfplan::model {

namespace {

constexpr std::string_view prefix = "sha256:";
constexpr std::size_t digits = 64;
constexpr std::size_t suffix_digits = 8;

}  // namespace

std::string terms_digest(std::string_view bytes) {
    return std::string(prefix) + hex(sha256(bytes));
}

std::string sealed_suffix(std::string_view digest) {
    return std::string(digest.substr(prefix.size(), suffix_digits));
}

bool is_terms_digest(std::string_view text) {
    return text.starts_with(prefix) && text.size() == prefix.size() + digits &&
           text.find_first_not_of("0123456789abcdef", prefix.size()) == std::string_view::npos;
}

}  // namespace perfplan::model
