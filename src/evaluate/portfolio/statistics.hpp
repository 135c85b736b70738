// Figures over many plans: counts out of counts, and medians.
#pragma once

#include "base/numbers/fraction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::evaluate {

/// So many of so many: what a percentage is never shown without.
struct Proportion {
    int count = 0;
    int of = 0;

    /// One more that was looked at.
    void add(bool counts) {
        count += counts ? 1 : 0;
        ++of;
    }
    Proportion& operator+=(const Proportion& other) {
        count += other.count;
        of += other.of;
        return *this;
    }
    friend bool operator==(const Proportion&, const Proportion&) = default;
};

/// As a fraction; nothing of none.
std::optional<Fraction> share(const Proportion& part);

/// "3 of 8 (38%)"; a share that is not quite none or all never looks so: "1 of 400 (under 1%)".
/// With a noun "3 of 8 plans (38%)". Of none "-".
std::string describe(const Proportion& part, std::string_view noun = {});

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

}  // namespace perfplan::evaluate
