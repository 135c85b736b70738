// Something that keeps a text from being read, before it is told to people.
#pragma once

#include <perfplan/base/diagnostic.hpp>

#include <cstddef>
#include <string>

namespace perfplan::yaml {

struct Problem {
    Span span;
    std::string message;
    std::string hint;
};

/// More problems than this of one file help nobody.
inline constexpr std::size_t max_problems = 20;

}  // namespace perfplan::yaml
