#include "base/digest.hpp"

#include <doctest/doctest.h>

#include <array>
#include <ostream>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

TEST_SUITE_BEGIN("digest");

// Vectors of FIPS 180-4, as sha256sum prints them.
TEST_CASE("a digest is that of sha256sum") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest covers every byte, NUL among them") {
    CHECK(sha256(std::string_view{"a\0b", 3}) != sha256("a"));
}

TEST_CASE("hexadecimal has two lower-case digits a byte") {
    CHECK(hex(std::array<std::uint8_t, 3>{0x00, 0x0f, 0xfe}) == "000ffe");
    CHECK(hex({}) == "");
}

// e3b0c44298 in groups of five bits: 28 14 24 12 8 16 20 24.
TEST_CASE("base 64 has its padding") {
    CHECK(base64(sha256("")) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    CHECK(base64({}) == "");
}

TEST_CASE("a short digest is the first forty bits in Crockford's base 32") {
    CHECK(short_digest("") == "werc8gmr");
}

TEST_CASE("a short digest has eight characters that can be read out") {
    for (int i = 0; i < 1'000; ++i) {
        const std::string digest = short_digest(std::to_string(i));
        REQUIRE(digest.size() == 8);
        REQUIRE(digest.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz") == std::string::npos);
        REQUIRE(may_be_short_digest(digest));
    }
}

TEST_CASE("what has other characters or another length is no short digest") {
    for (const char* text : {"", "k3f9x2w", "k3f9x2wd1", "k3f9x2wl", "K3F9X2WD", "k3f9-2wd"}) {
        CHECK_FALSE(may_be_short_digest(text));
    }
}

TEST_SUITE_END();
