// One plan as a document: for the rep, the manager and HR, on a screen and on paper.
#pragma once

#include "evaluate/plan/history.hpp"
#include "evaluate/plan/status.hpp"
#include "format/mustache.hpp"
#include "output/chart/chart.hpp"
#include "output/report/audience.hpp"

#include <string>
#include <vector>

namespace perfplan::output {

/// A plan as its report shows it.
struct PlanReport {
    const Settings& settings;
    const PlanStatus& plan;
    std::vector<PastRecord> records;  ///< those that the audience may see, by date
    Audience audience = Audience::everyone;
    Date as_of;
};

/// `records`: the history of the plan as of the day.
PlanReport plan_report(const Settings& settings, const PlanStatus& plan,
                       const std::vector<PastRecord>& records, Audience audience, Date as_of);

/// The fields that templates of reports may use; perfplan-template(5) describes them.
const ViewShape<PlanReport>& report_shape();
const ViewShape<LegendEntry>& legend_shape();

/// The report in full, by the program's own template.
std::string report_text(const PlanReport& report, Language language);

}  // namespace perfplan::output
