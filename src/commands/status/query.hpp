// The plans that `status` shows, and what is told of them.
#pragma once

#include "commands/common/evaluation.hpp"
#include "commands/status/status.hpp"
#include "output/status/output.hpp"

#include <vector>

namespace perfplan::commands {

/// The plans that are shown: rows, or all there is of each.
struct Judgment {
    StatusRows rows;
    std::vector<PlanStatus> plans;
    std::vector<PlanExplanation> explanations;  ///< of each of the plans, if asked for
    ExitCode code = ExitCode::done;

    [[nodiscard]] bool is_empty() const { return rows.empty() && plans.empty(); }
};

/// The plans that pass the filter, where they stand, what the reps had before, and how the figures
/// came about if that is asked for. Tells what is wrong with any.
Result<Judgment> judge(const Tree& tree, const std::vector<PlanRef>& refs,
                       const StatusRequest& request, Io& io, ProgressRange part);

}  // namespace perfplan::commands
