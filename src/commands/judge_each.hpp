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

/// What is wrong with a plan's files, and what somebody saw in it; nothing where it can't be read.
template <class Sight>
struct Judged {
    Diagnostics told;
    std::optional<Sight> seen;
};

/// Where some plans stand among those that a command looks at, for whoever is shown how far it is.
struct OfAll {
    std::size_t before = 0;
    std::size_t all = 0;  ///< 0: these are all
};

/// Loads a plan and has it looked at with where it stands as of a day.
template <class Look>
auto judge_one(const Tree& tree, const PlanRef& ref, Date as_of, const Look& look) {
    Judged<std::invoke_result_t<Look, LoadedPlan, PlanStatus>> judged;
    auto plan = load_plan(tree, ref);
    if (!plan) {
        judged.told = std::move(plan).error();
        return judged;
    }
    judged.told = std::exchange(plan->diagnostics, {});
    PlanStatus status = status_of(tree, *plan, as_of);
    judged.seen.emplace(look(*std::move(plan), std::move(status)));
    return judged;
}

/// Calls `judge` for the numbers from 0 to `count` - 1 on all processors, in no order; then `take`
/// gets what was seen, in their order. What is told of a plan does not keep the others from being
/// looked at; the gravest of it is given back. A person who waits is shown how far it is.
template <class Judge, class Take>
ExitCode judge_all(std::size_t count, Io& io, const Judge& judge, const Take& take,
                   OfAll part = {}) {
    const std::size_t all = std::max(part.all, count);
    std::vector<std::invoke_result_t<Judge, std::size_t>> judged(count);
    in_parallel(
        count, [&](std::size_t i) { judged[i] = judge(i); },
        [&](std::size_t done) { io.progress("reading plans", part.before + done, all); });
    ExitCode code = ExitCode::done;
    for (auto& plan : judged) {
        io.report(plan.told);
        code = std::max(code, worst(plan.told));
        if (plan.seen) {
            take(*std::exchange(plan.seen, std::nullopt));
        }
    }
    return code;
}

/// Both: a plan is let go once `look` has seen it, so that thousands need no more room than what
/// that keeps of them.
template <class Look, class Take>
ExitCode judge_each(const Tree& tree, const std::vector<PlanRef>& refs, Date as_of, Io& io,
                    const Look& look, const Take& take, OfAll part = {}) {
    const auto judge = [&](std::size_t i) { return judge_one(tree, refs[i], as_of, look); };
    return judge_all(refs.size(), io, judge, take, part);
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
