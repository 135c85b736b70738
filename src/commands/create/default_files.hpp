// The text of the files that a new tree and a new plan start from.
#pragma once

#include <string>
#include <string_view>

namespace perfplan::commands {

/// perfplan.yaml, with everything at its default and explained.
extern const std::string_view starting_settings;

/// The first line of every plan.yaml that is made: it tells editors which schema holds for it.
inline constexpr std::string_view schema_of_terms =
    "# yaml-language-server: $schema=../../../schema/plan.schema.json\n";

/// The terms of a plan made without a template; keys without a value are left out where nothing is
/// given for them.
extern const std::string_view starting_terms;

/// .gitattributes of a tree.
extern const std::string_view git_attributes;

/// How git finds the headers of hunks in plan.yaml.
inline constexpr std::string_view hunk_headers = "^  ([a-z0-9-]+:.*)$";

/// The hook that checks what is about to be committed; `tree`: where the tree lies below the top of
/// the repository, empty for the top.
std::string pre_commit_hook(std::string_view tree);

struct StartingTemplate {
    std::string_view file;  ///< in templates/
    std::string_view text;
};

extern const StartingTemplate quota_recovery_template;
extern const StartingTemplate activity_template;

}  // namespace perfplan::commands
