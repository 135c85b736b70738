// The options that set fields of the terms: of a goal, a skill or an activity. Which options there
// are follows from the table of fields.
#pragma once

#include "commands/records/record.hpp"
#include "model/field.hpp"
#include "yaml/value.hpp"

namespace perfplan::commands {

/// A part of the terms that holds things with ids.
struct Section {
    std::string_view key;   ///< "goals"
    std::string_view noun;  ///< "goal"
    const std::vector<FieldInfo>& (*fields)();
};

inline constexpr Section goals_section{"goals", "goal", goal_fields};
inline constexpr Section skills_section{"skills", "skill", skill_fields};
inline constexpr Section activities_section{"activities", "activity", activity_fields};

/// What the value of an option depends on besides its field.
struct ValueContext {
    const OpenPlan& open;
    std::optional<std::string> unit{};  ///< of a goal: what it is counted in already
    Scale levels{};                     ///< of a skill: what its levels mean
};

/// A field and the value it is to get, as it goes into the file.
struct FieldEdit {
    std::vector<std::string> path;  ///< below the entry: {"target"}, {"checkpoints", "2026-10-31"}
    yaml::Value value;
};

bool has_field(const std::vector<FieldEdit>& edits, std::string_view name);

/// --title, --at-most …, one a field; --checkpoint and --goal, one an item of a field.
std::vector<Option> field_options(const Section& section);
/// --unset FIELD
Option unset_option(const Section& section);

/// What the options say of the fields; all errors together.
Result<std::vector<FieldEdit>> field_edits(const Section& section, const Arguments& arguments,
                                           const ValueContext& context);

/// An error for every required field that has no value.
Result<void> require_fields(const Section& section, std::string_view id,
                            const std::vector<FieldEdit>& edits);

/// What is to become of the fields of something that is there.
struct FieldChanges {
    std::vector<FieldEdit> set;
    std::vector<std::string> unset;

    [[nodiscard]] bool sets(std::string_view field) const { return has_field(set, field); }
    [[nodiscard]] bool unsets(std::string_view field) const;
};

/// What the options and --unset say, at least one change; `example`: of such an option.
Result<FieldChanges> field_changes(const Section& section, const Arguments& arguments,
                                   const ValueContext& context, std::string_view example);

}  // namespace perfplan::commands
