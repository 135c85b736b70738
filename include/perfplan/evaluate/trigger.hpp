// Whether a rule of the policy's triggers fires.
#pragma once

#include <perfplan/base/fraction.hpp>
#include <perfplan/model/settings.hpp>

#include <vector>

namespace perfplan {

/// How many periods a rule looks at.
std::size_t periods_asked_for(const Trigger& rule);

/// True if an attainment, a fraction, is below what the rule asks for.
bool is_below(const Fraction& attainment, const Trigger& rule);

/// True if the rule fires on the last periods, as many as it asks for: each of them is below, or,
/// where it looks at all of them, what they come to together.
bool fires(const Trigger& rule, const std::vector<Fraction>& each, const Fraction& together);

}  // namespace perfplan
