// A plan that is to be made: when it runs, whose directory it goes into, and its terms.
#pragma once

#include "commands/common/session.hpp"
#include "commands/create/template.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace perfplan::commands {

/// When the plan runs, what it is called, and which period it was made for.
struct PlanPeriod {
    Window window;
    Slug plan;
    std::optional<Period> period{};
};

/// From --period, or --starts with --ends or --days; --plan-id names the plan.
Result<PlanPeriod> plan_period_from(const Arguments& arguments, const Settings& settings,
                                    Date today, const std::optional<int>& template_days);

/// The rep's name as it was given.
Result<std::string> rep_name(std::string_view text);

/// True if a directory holds plans of somebody who is called otherwise.
using BelongsToOther = std::function<Result<bool>(const Slug& directory)>;

/// The directory of a rep: --id, or made from the name; the second person of one name gets a
/// number.
Result<Slug> rep_slug(const Arguments& arguments, const std::string& name,
                      const BelongsToOther& belongs_to_other);

/// What goes into plan.yaml, field by field.
struct Terms {
    std::vector<std::pair<yaml::Path, yaml::Value>> fields;
    TemplateContext context;
};

/// The terms that the options give. `missed`: the period of the shortfall.
Result<Terms> terms_from(const Arguments& arguments, const Io& io, const Settings& settings,
                         const std::string& rep, const PlanPeriod& period,
                         const std::optional<std::string>& missed);

/// The period that --missed names; of a plan with a quota the one before its own.
Result<std::optional<std::string>> missed_period(const Arguments& arguments,
                                                 const Settings& settings,
                                                 const PlanPeriod& period);

/// The template with the terms in it, as a plan that can be read.
Result<std::string> plan_text(const Template& from, const Terms& terms);

/// A plan without goals needs some; one from a template may be looked at.
std::string next_command(const PlanRef& ref, const std::string& text);

}  // namespace perfplan::commands
