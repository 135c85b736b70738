// plan.yaml: the terms that were agreed.
#pragma once

#include "model/development.hpp"
#include "model/goal.hpp"
#include "model/schedule.hpp"
#include "model/settings.hpp"
#include "model/shortfall.hpp"
#include "yaml/edit.hpp"
#include "yaml/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perfplan::model {

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

/// A yaml::Order: fields in the order of their tables, checkpoints by date. Ids follow none.
bool terms_order(const yaml::Path& mapping, std::string_view a, std::string_view b);

}  // namespace perfplan::model
