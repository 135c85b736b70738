// What the rep must reach.
#pragma once

#include "base/dates/date.hpp"
#include "base/numbers/decimal.hpp"
#include "base/text/slug.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::model {

enum class Combine { latest, sum, mean };
enum class Curve { linear, steps };

struct Checkpoint {
    Date on;
    Decimal value;
};

enum class GoalKind { reach, guardrail, deliverable };

/// One goal. Exactly one of target, at_most / at_least, and deliver says which kind it is.
struct Goal {
    std::string title;
    std::optional<std::string> metric;
    std::optional<std::string> unit;
    std::optional<Decimal> baseline;  ///< default 0
    std::optional<Decimal> target;
    std::optional<Decimal> at_most;
    std::optional<Decimal> at_least;
    std::optional<Date> deliver;
    std::optional<Date> starts;  ///< default: the plan's start
    std::optional<Date> due;     ///< default: the plan's end
    std::optional<Decimal> weight;
    std::vector<Checkpoint> checkpoints;  ///< in order of their dates
    Curve curve = Curve::linear;
    Combine readings = Combine::latest;
    std::optional<Slug> supports;
    std::optional<std::string> relevant;
    std::optional<std::string> achievable;

    [[nodiscard]] GoalKind kind() const {
        return target ? GoalKind::reach : deliver ? GoalKind::deliverable : GoalKind::guardrail;
    }
};

std::string_view to_string(Combine combine);
std::string_view to_string(GoalKind kind);

}  // namespace perfplan::model
