// Why there is a plan.
#pragma once

#include "base/dates/date.hpp"
#include "base/diagnostics/result.hpp"
#include "base/numbers/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::model {

enum class Cause { quota, activity, pipeline, conversion, retention, conduct };

/// Why there is a plan: the quota that was missed.
struct Shortfall {
    std::optional<Cause> cause;
    std::optional<std::string> period;
    std::optional<std::string> metric;
    std::optional<std::string> unit;
    std::optional<Decimal> quota;
    std::vector<Decimal>
        ramp;  ///< percent of quota that applied: one figure, or one a month; empty: 100
    std::optional<Decimal> attained;
    std::optional<std::string> summary;
    std::vector<Date> raised_before;
};

/// attained / (quota * ramp / 100), as a fraction rounded to `places`; a ramp with one figure a
/// month counts by its mean. Nothing without both figures or with an effective quota of zero.
std::optional<Decimal> attainment(const Shortfall& shortfall, int places = 4);

std::string_view to_string(Cause cause);
Parsed<Cause> parse_cause(std::string_view text);
/// The names of all causes, for help and completion.
std::vector<std::string> causes();

}  // namespace perfplan::model
