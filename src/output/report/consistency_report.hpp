// For HR: whether everyone is treated alike, as a document.
#pragma once

#include "evaluate/portfolio/consistency.hpp"
#include "output/report/portfolio.hpp"

#include <string>

namespace perfplan::output {

/// The plans that HR compares; `figures`: what `consistency` says of them.
struct ConsistencyReport : Portfolio {
    ConsistencyReport(const Settings& of_tree, const std::vector<RecordedPlan>& shown,
                      ReportScope which, const Consistency& of_plans)
        : Portfolio(of_tree, shown, std::move(which), of_plans.as_of), figures(of_plans) {
        scope.title.insert(0, "Consistency: ");
    }

    const Consistency& figures;
};

/// The page as HTML or Markdown.
std::string consistency_text(const ConsistencyReport& report, Language language);

}  // namespace perfplan::output
