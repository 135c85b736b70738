// Figures over many plans: counts out of counts, and medians.
#pragma once

#include <perfplan/base/fraction.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan {

/// So many of so many: what a percentage is never shown without.
struct Part {
    int count = 0;
    int of = 0;

    /// One more that was looked at.
    void add(bool counts) {
        count += counts ? 1 : 0;
        ++of;
    }
    Part& operator+=(const Part& other) {
        count += other.count;
        of += other.of;
        return *this;
    }
    friend bool operator==(const Part&, const Part&) = default;
};

/// As a fraction; nothing of none.
std::optional<Fraction> share(const Part& part);

/// "3 of 8 (38 %)"; a share that is not quite none or all never looks so: "1 of 400 (under 1 %)".
/// With a noun "3 of 8 plans (38 %)". Of none "-".
std::string in_words(const Part& part, std::string_view noun = {});

/// The middle one by size, or the mean of the two in the middle; nothing of none.
std::optional<Fraction> median(std::vector<Fraction> values);

/// The least, the median and the greatest of some values.
struct Range {
    Fraction least;
    Fraction median;
    Fraction greatest;
};
/// Nothing of none.
std::optional<Range> range(std::vector<Fraction> values);

}  // namespace perfplan
