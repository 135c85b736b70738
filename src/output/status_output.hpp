// Where plans stand, in every format.
#pragma once

#include <perfplan/evaluate/explain.hpp>
#include <perfplan/evaluate/status.hpp>

#include "style.hpp"
#include "table.hpp"

#include <string>
#include <vector>

namespace perfplan {

/// How a verdict is coloured; none: dim.
Tone tone_of(const std::optional<Verdict>& verdict);

/// One plan in full, for a person.
std::string status_page(const PlanStatus& plan, Date as_of, const Style& style, std::size_t width);

/// How the figures of a plan came about, for a person.
std::string explain_page(const PlanExplanation& explanation, const Style& style, std::size_t width);
/// The same as Markdown.
std::string explain_markdown(const PlanStatus& plan, const PlanExplanation& explanation);

/// Many plans, a row each, for a person: who needs attention first comes first.
Table status_table(const std::vector<PlanStatus>& plans, Date as_of);

/// Many plans, a row each, for a program: the scalar fields of the JSON.
Table status_sheet(const std::vector<PlanStatus>& plans);

/// {"schema": "perfplan/status", …}; ends in a newline. `explanations`: of each plan, or none.
std::string status_json(const std::vector<PlanStatus>& plans, Date as_of,
                        const std::vector<PlanExplanation>& explanations);

/// One plan object a line.
std::string status_ndjson(const std::vector<PlanStatus>& plans,
                          const std::vector<PlanExplanation>& explanations);

/// The goals of one plan, a row each, for a person and for a program.
Table goals_table(const PlanStatus& plan, Date as_of);
Table goals_sheet(const PlanStatus& plan);
std::string goals_json(const PlanStatus& plan, Date as_of);
std::string goals_ndjson(const PlanStatus& plan);

}  // namespace perfplan
