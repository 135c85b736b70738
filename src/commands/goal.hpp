// The commands under 'goal', and what they share.
#pragma once

#include <perfplan/model/field.hpp>
#include <perfplan/yaml/edit.hpp>

#include "amend.hpp"
#include "record_options.hpp"

namespace perfplan {

Command goal_add_command();
Command goal_set_command();
Command goal_drop_command();
Command goal_record_command();
Command goal_list_command();

Positional plan_positional();

/// The options that set the fields of a goal: --title, --at-most …, one a field, and --checkpoint.
std::vector<Option> goal_field_options();

/// A field of a goal and the value it is to get, as it goes into the file.
struct FieldEdit {
    std::vector<std::string> path;  ///< below the goal: {"target"}, {"checkpoints", "2026-10-31"}
    yaml::Value value;
};

/// What the options say of the fields of a goal; all errors together. `unit` is the unit the goal
/// has already.
Result<std::vector<FieldEdit>> field_edits(const Arguments& arguments, const OpenPlan& open,
                                           const std::optional<std::string>& unit);

/// The goals that were named, each known to the plan.
Result<std::vector<Slug>> named_goals(const Arguments& arguments, const Plan& plan);

/// A path of keys as the editor takes it.
yaml::Path path_of(const std::vector<std::string>& keys);

}  // namespace perfplan
