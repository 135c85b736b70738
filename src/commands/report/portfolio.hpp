// Reports on many plans: a team's page, and HR's page on consistency.
#pragma once

#include "commands/command.hpp"
#include "output/report/portfolio.hpp"

namespace perfplan::commands {

/// --consistency, and the options that say which plans are looked at.
std::vector<Option> many_plans_options();

/// True if the page is about several plans: if not exactly one plan is named, and nothing else.
bool is_about_many(const Arguments& arguments);

/// Writes the page about the plans that were asked for.
Result<ExitCode> report_many(const Arguments& arguments, Language language,
                             const std::optional<Audience>& audience, Io& io);

}  // namespace perfplan::commands
