// Who gets a plan and why, in every format.
#pragma once

#include "evaluate/portfolio/trigger.hpp"
#include "format/table.hpp"
#include "model/plan_ref.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::output {

/// What a rep has, or would get.
enum class PlanIs { none, created, existing, planned };

/// One rep as it was decided.
struct PlanCandidate {
    std::string rep;
    Candidacy judged;
    PlanIs plan_is = PlanIs::none;
    std::optional<PlanRef> plan{};
    std::string why{};
};

std::string_view to_string(PlanIs plan_is);

/// A row each, for a person and for a program.
Table candidates_table(const std::vector<PlanCandidate>& candidates);
Table candidates_sheet(const std::vector<PlanCandidate>& candidates);

/// {"schema": "perfplan/candidates", …}; ends in a newline.
std::string candidates_json(const std::vector<PlanCandidate>& candidates, Date as_of);
/// One object a line, with these members, or all if none is named.
std::string candidates_ndjson(const std::vector<PlanCandidate>& candidates,
                              const std::vector<std::string>& names);
/// The members of an object, in their order.
std::vector<std::string> candidate_member_names();

}  // namespace perfplan::output
