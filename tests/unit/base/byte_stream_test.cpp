#include "base/byte_stream.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <string>

using namespace perfplan;
using namespace perfplan::base;

TEST_SUITE_BEGIN("bytes");

TEST_CASE("numbers and texts come back in their order") {
    using Limits = std::numeric_limits<std::int64_t>;
    constexpr std::array<std::int64_t, 11> numbers{
        0, 1, -1, 63, -64, 64, 127, 128, 1'795'000'000'000'000'000, Limits::max(), Limits::min()};
    std::string bytes;
    ByteWriter writer(bytes);
    for (const std::int64_t number : numbers) {
        writer.number(number);
        writer.text(std::to_string(number));
    }
    ByteReader reader(bytes);
    for (const std::int64_t number : numbers) {
        CHECK(reader.number() == number);
        CHECK(reader.text() == std::to_string(number));
    }
    CHECK(reader.is_at_end());
    CHECK(reader.is_sound());
}

TEST_CASE("small numbers take one byte") {
    std::string bytes;
    ByteWriter(bytes).number(-64);
    ByteWriter(bytes).number(63);
    CHECK(bytes.size() == 2);
}

TEST_CASE("what was cut short is told, and never read beyond") {
    std::string bytes;
    ByteWriter writer(bytes);
    writer.number(1'000'000);
    writer.text("a text of some length");
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ByteReader reader(std::string_view(bytes).substr(0, size));
        reader.number();
        reader.text();
        CHECK_FALSE(reader.is_sound());
    }
}

TEST_CASE("a length that can't be is told") {
    std::string bytes;
    ByteWriter(bytes).number(-1);
    ByteReader negative(bytes);
    CHECK(negative.text().empty());
    CHECK_FALSE(negative.is_sound());

    const std::string endless(20, '\xff');
    ByteReader reader(endless);
    reader.number();
    CHECK_FALSE(reader.is_sound());
}

TEST_SUITE_END();
