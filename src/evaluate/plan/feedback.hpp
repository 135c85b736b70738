// What was said of the rep's work: praise beside criticism.
#pragma once

#include "model/record.hpp"

namespace perfplan::evaluate {

/// Notes by what they say; the rep's own responses are none of them.
struct Feedback {
    int positive = 0;
    int neutral = 0;
    int negative = 0;

    Feedback& operator+=(const Feedback& other) {
        positive += other.positive;
        neutral += other.neutral;
        negative += other.negative;
        return *this;
    }
};

/// The notes that were known at the end of a day.
Feedback feedback(const Journal& journal, Date as_of);
/// The same without those that are private.
Feedback shared_feedback(const Journal& journal, Date as_of);

}  // namespace perfplan::evaluate
