// plan.yaml: the terms that were agreed.
// Where a new key of plan.yaml goes.
#pragma once

#include "model/schedule.hpp"
#include "model/settings.hpp"
#include "yaml/edit.hpp"
#include "yaml/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::model {

enum class Cause { quota, activity, pipeline, conversion, retention, conduct };
enum class Combine { latest, sum, mean };
enum class Curve { linear, steps };
enum class ActivityKind {
    training,
    coaching,
    shadowing,
    practice,
    mentoring,
    reading,
    certification,
    tool
};

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

/// Levels of skills.
inline constexpr int lowest_level = 1;
inline constexpr int highest_level = 5;

/// Something to get better at.
struct Skill {
    std::optional<std::string> title;  ///< default: the competency's
    int current = 0;
    int required = 0;
    std::optional<Date> by;
    std::vector<Slug> goals;  ///< the goals that it is to move
    std::optional<std::string> evidence;
};

/// Training, coaching or support that somebody owes: the rep, or the company (any other owner).
struct Activity {
    std::string title;
    std::optional<ActivityKind> kind;
    std::optional<Slug> skill;
    std::optional<std::string> owner;  ///< default: the rep
    std::optional<Date> due;
    std::optional<Schedule> every;
    std::optional<Date> starts;  ///< of a recurring one; default: the plan's start
};

/// When the plan counts as met. Guardrails must hold either way.
struct Success {
    std::optional<Decimal> score;  ///< weighted score in percent; absent: all goals
};

struct Plan {
    std::string rep;
    std::optional<std::string> role;
    std::optional<std::string> team;
    std::optional<std::string> manager;
    std::optional<std::string> hr;
    Date starts;
    Date ends;
    std::optional<Schedule> reviews;
    std::optional<Shortfall> shortfall;
    Keyed<Goal> goals;
    Keyed<Skill> skills;
    Keyed<Activity> activities;
    std::optional<Success> success;
    std::optional<std::string> consequences;

    [[nodiscard]] Window window() const { return {starts, ends}; }
};

/// Whom the plan names for a role; it names no witness.
std::optional<std::string> named_for(const Plan& terms, Role role);

/// plan.yaml as terms: every error in it, or the terms with warnings.
Result<Decoded<Plan>> read_plan(const yaml::Document& document);

/// The terms as data, fields in their fixed order, absent ones left out.
yaml::Value to_value(const Plan& plan);

std::string_view to_string(Cause cause);
Parsed<Cause> parse_cause(std::string_view text);
/// The names of all causes, for help and completion.
std::vector<std::string> causes();
std::string_view to_string(Combine combine);
std::string_view to_string(ActivityKind kind);
std::string_view to_string(GoalKind kind);

/// A yaml::Order: fields in the order of their tables, checkpoints by date. Ids follow none.
bool terms_order(const yaml::Path& mapping, std::string_view a, std::string_view b);

}  // namespace perfplan::model
