// Many plans as one document: who needs attention first, every plan at a glance, and how managers
// follow through.
#pragma once

#include "evaluate/portfolio/team.hpp"
#include "output/report/portfolio.hpp"

#include <string>

namespace perfplan::output {

/// The plans of a team; `figures`: what team_figures says of them.
struct TeamReport : Portfolio {
    TeamReport(const Settings& of_tree, const std::vector<RecordedPlan>& shown, ReportScope which,
               const TeamFigures& of_plans)
        : Portfolio(of_tree, shown, std::move(which), of_plans.as_of), figures(of_plans) {}

    const TeamFigures& figures;
};

/// The page as HTML or Markdown.
std::string team_text(const TeamReport& team, Language language);

}  // namespace perfplan::output
