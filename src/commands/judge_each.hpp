// Many plans, each loaded and judged, on all processors.
#pragma once

#include <perfplan/base/parallel.hpp>

#include "agreed.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace perfplan {

/// Loads plans and has each looked at with where it stands as of a day: `look` on all processors,
/// in no order; then `take` gets what that gave back, in the order of `refs`. A plan is let go once
/// it was looked at, so that thousands need no more room than what `look` keeps of them.
///
/// What is wrong with a plan is told and does not keep the others from being looked at; the gravest
/// of it is given back. A person who waits is shown how far it is.
template <class Look, class Take>
ExitCode judge_each(const Tree& tree, const std::vector<PlanRef>& refs, Date as_of, Io& io,
                    const Look& look, const Take& take) {
    struct Judged {
        Diagnostics told;
        std::optional<std::invoke_result_t<Look, LoadedPlan, PlanStatus>> seen;
    };
    std::vector<Judged> judged(refs.size());
    const auto judge = [&](std::size_t i) {
        auto plan = load_plan(tree, refs[i]);
        if (!plan) {
            judged[i].told = std::move(plan).error();
            return;
        }
        judged[i].told = std::exchange(plan->diagnostics, {});
        PlanStatus status = status_of(tree, *plan, as_of);
        judged[i].seen.emplace(look(*std::move(plan), std::move(status)));
    };
    in_parallel(refs.size(), judge,
                [&](std::size_t done) { io.progress("reading plans", done, refs.size()); });
    ExitCode code = ExitCode::done;
    for (Judged& plan : judged) {
        io.report(plan.told);
        code = std::max(code, worst(plan.told));
        if (plan.seen) {
            take(*std::exchange(plan.seen, std::nullopt));
        }
    }
    return code;
}

/// A plan as it was loaded, and where it stands.
struct WholePlan {
    LoadedPlan plan;
    PlanStatus status;
};

/// The same for those who need all of each plan.
template <class Take>
ExitCode judge_each(const Tree& tree, const std::vector<PlanRef>& refs, Date as_of, Io& io,
                    const Take& take) {
    const auto whole = [](LoadedPlan plan, PlanStatus status) {
        return WholePlan{std::move(plan), std::move(status)};
    };
    return judge_each(tree, refs, as_of, io, whole, take);
}

}  // namespace perfplan
