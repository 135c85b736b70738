// What the rep must reach.
#pragma once

#include "base/dates/date.hpp"
#include "base/diagnostics/result.hpp"
#include "base/numbers/decimal.hpp"
#include "base/text/slug.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::model {

enum class Combine { latest, sum, mean };
enum class Curve { linear, steps };
/// The periods that a goal is judged by; a day is a workday, a quarter a fiscal one.
enum class GoalPeriodLength { day, week, two_weeks, month, quarter };

struct Checkpoint {
    Date on;
    Decimal value;
};

enum class GoalKind { reach, guardrail, deliverable, periodic };

/// A limit: one figure, or for a goal that is judged by period one for each calendar period, of
/// which the last one stays.
struct Limit {
    std::vector<Decimal> figures;  ///< empty: no limit

    [[nodiscard]] bool empty() const { return figures.empty(); }
    explicit operator bool() const { return !figures.empty(); }
    /// The first figure; there must be one.
    const Decimal& operator*() const { return figures.front(); }
    [[nodiscard]] Decimal value_or(Decimal other) const {
        return empty() ? other : figures.front();
    }
    [[nodiscard]] std::optional<Decimal> first() const {
        return empty() ? std::nullopt : std::optional(figures.front());
    }
    /// Of the period with this index; there must be a figure.
    [[nodiscard]] Decimal in_period(std::size_t index) const {
        return figures[std::min(index, figures.size() - 1)];
    }
};

/// In how many periods a goal must hold: so many, a percentage of them rounded up, or all.
struct HoldsIn {
    enum class Kind { all, number, percent } kind = Kind::all;
    Decimal value;

    /// Of so many periods.
    [[nodiscard]] int of(int periods) const;
};

/// One goal. Exactly one of target, at_most / at_least, and deliver says which kind it is.
struct Goal {
    std::string title;
    std::optional<std::string> metric;
    std::optional<std::string> unit;
    std::optional<Decimal> baseline;  ///< default 0
    std::optional<Decimal> target;
    std::optional<GoalPeriodLength> every;  ///< judged in each of these periods
    Limit at_most;
    Limit at_least;
    HoldsIn holds_in;
    std::optional<Date> deliver;
    std::optional<Date> starts;  ///< default: the plan's start
    std::optional<Date> due;     ///< default: the plan's end
    std::optional<Decimal> weight;
    std::vector<Checkpoint> checkpoints;  ///< in order of their dates
    Curve curve = Curve::linear;
    std::optional<Combine> readings_given;  ///< as written, if it is not the default of its kind
    Combine readings = Combine::latest;     ///< of a goal that is judged by period by default sum
    std::optional<Slug> supports;
    std::optional<std::string> relevant;
    std::optional<std::string> achievable;

    [[nodiscard]] GoalKind kind() const {
        return every     ? GoalKind::periodic
               : target  ? GoalKind::reach
               : deliver ? GoalKind::deliverable
                         : GoalKind::guardrail;
    }
};

std::string_view to_string(Combine combine);
std::string_view to_string(GoalKind kind);
std::string_view to_string(GoalPeriodLength every);
Parsed<GoalPeriodLength> parse_goal_period(std::string_view text);
/// "10", "80%", "all"
std::string to_string(const HoldsIn& holds_in);
/// What to_string writes; nothing else.
Parsed<HoldsIn> parse_holds_in(std::string_view text);

}  // namespace perfplan::model
