// Documents in every style that people write, made at random, with the data that they hold.
#pragma once

#include "yaml/value.hpp"

#include <cstddef>
#include <random>
#include <string>

namespace perfplan::yaml::test {

using Random = std::mt19937;

inline std::size_t below(Random& random, std::size_t count) {
    return std::uniform_int_distribution<std::size_t>{0, count - 1}(random);
}

/// True once in `n` times.
inline bool once_in(Random& random, std::size_t n) {
    return below(random, n) == 0;
}

struct Generated {
    std::string text;
    Value data;
};

/// Indentation, line endings, comments, quotes, brackets and blocks differ from one to the next.
Generated generate(Random& random);

/// A text of one line that is none too easy to write.
std::string any_line(Random& random);

/// A text of several lines that a `|` block can hold.
std::string any_lines(Random& random);

/// A value of any kind, not deep.
Value any_value(Random& random);

}  // namespace perfplan::yaml::test
