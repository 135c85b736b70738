#include "base/parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <new>
#include <ostream>
#include <vector>

using namespace perfplan;
using namespace perfplan::base;

TEST_SUITE_BEGIN("parallel");

TEST_CASE("everything is done once") {
    std::vector<int> times(1000);
    in_parallel(times.size(), [&](std::size_t i) { ++times[i]; });
    CHECK(times == std::vector<int>(1000, 1));
}

TEST_CASE("what goes wrong in the work reaches the caller, and nothing goes on") {
    std::atomic<int> calls{0};
    const auto work = [&](std::size_t i) {
        ++calls;
        if (i % 10 == 3) {
            throw std::bad_alloc();
        }
    };
    CHECK_THROWS_AS(in_parallel(100, work), std::bad_alloc);
    CHECK(calls < 100);
}

TEST_SUITE_END();
