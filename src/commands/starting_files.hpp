// The text of the files that a new tree and a new plan start from.
#pragma once

#include <string_view>

namespace perfplan {

/// perfplan.yaml, with everything at its default and explained.
extern const std::string_view starting_settings;

/// The terms of a plan made without a template; keys without a value are left out where nothing is
/// given for them.
extern const std::string_view starting_terms;

struct StartingTemplate {
    std::string_view file;  ///< in templates/
    std::string_view text;
};

extern const StartingTemplate quota_recovery_template;
extern const StartingTemplate activity_template;

}  // namespace perfplan
