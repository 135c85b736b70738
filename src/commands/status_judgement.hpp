// The plans that `status` shows, and what is told of them.
#pragma once

#include "../output/status_output.hpp"
#include "judge_each.hpp"
#include "status_request.hpp"

#include <vector>

namespace perfplan {

/// The plans that are shown: rows, or all there is of each.
struct Judgement {
    StatusRows rows;
    std::vector<PlanStatus> plans;
    std::vector<PlanExplanation> explanations;  ///< of each of the plans, if asked for
    ExitCode code = ExitCode::done;

    [[nodiscard]] bool is_empty() const { return rows.empty() && plans.empty(); }
};

/// The plans that pass the filter, where they stand, and what the reps had before. Tells what is
/// wrong with any.
Judgement judge(const Tree& tree, const std::vector<PlanRef>& refs, const StatusRequest& request,
                Io& io, OfAll part);

/// How the figures of the plans came about, if that is asked for.
Result<void> explain_all(Judgement& judged, const Settings& settings, const StatusRequest& request);

}  // namespace perfplan
