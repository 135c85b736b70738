// What is agreed of a plan that was loaded, and what people should be told about it.
// Many plans, each loaded and judged, on all processors.
#pragma once

#include "base/parallel.hpp"
#include "commands/io.hpp"
#include "evaluate/plan/status.hpp"
#include "evaluate/terms/terms.hpp"
#include "store/tree.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace perfplan::commands {

/// The terms of a plan as it was loaded.
TermsFiles files_of(const LoadedPlan& plan);

/// What is agreed as of a day.
TermsStatus evaluate_terms(const Tree& tree, const LoadedPlan& plan, Date as_of);

/// What was changed by hand in signed terms, and what waits to be put right.
Diagnostics warnings_of_terms(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed);

/// The plan as of a day, by what was agreed then.
PlanStatus evaluate_plan(const Tree& tree, const LoadedPlan& plan, Date as_of);
/// Its state alone.
State state_of(const Tree& tree, const LoadedPlan& plan, Date as_of);
State state_of(const Tree& tree, const LoadedPlan& plan, const TermsStatus& agreed, Date as_of);

/// What is agreed once there is this signature or amendment, of a copy of these terms.
TermsStatus agreed_with(const Tree& tree, LoadedPlan plan, const Record& record, Plan terms,
                        Date today);

/// True if the plan has a record of that date that says the same.
bool is_recorded(const LoadedPlan& plan, const Record& record);

/// The ways out of terms that were changed by hand.
std::string amend_or_restore(const PlanRef& ref);

/// What is wrong with a plan's files, and what somebody saw in it; nothing where it can't be read.
template <class Value>
struct PlanResult {
    Diagnostics told;
    std::optional<Value> seen;
};

/// Where some plans stand among those that a command looks at, for whoever is shown how far it is.
struct ProgressRange {
    std::size_t before = 0;
    std::size_t all = 0;  ///< 0: these are all
};

/// Loads a plan and has it looked at with where it stands as of a day.
template <class Look>
auto judge_one(const Tree& tree, const PlanRef& ref, Date as_of, const Look& look) {
    PlanResult<std::invoke_result_t<Look, LoadedPlan, PlanStatus>> judged;
    auto plan = load_plan(tree, ref);
    if (!plan) {
        judged.told = std::move(plan).error();
        return judged;
    }
    judged.told = std::exchange(plan->diagnostics, {});
    PlanStatus status = evaluate_plan(tree, *plan, as_of);
    judged.seen.emplace(look(*std::move(plan), std::move(status)));
    return judged;
}

/// Calls `judge` for the numbers from 0 to `count` - 1 on all processors, in no order; then `take`
/// gets what was seen, in their order. What is told of a plan does not keep the others from being
/// looked at; the gravest of it is given back. A person who waits is shown how far it is.
template <class Judge, class Take>
ExitCode judge_all(std::size_t count, Io& io, const Judge& judge, const Take& take,
                   ProgressRange part = {}) {
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
ExitCode for_each_plan(const Tree& tree, const std::vector<PlanRef>& refs, Date as_of, Io& io,
                       const Look& look, const Take& take, ProgressRange part = {}) {
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
ExitCode for_each_plan(const Tree& tree, const std::vector<PlanRef>& refs, Date as_of, Io& io,
                       const Take& take) {
    const auto whole = [](LoadedPlan plan, PlanStatus status) {
        return WholePlan{std::move(plan), std::move(status)};
    };
    return for_each_plan(tree, refs, as_of, io, whole, take);
}

}  // namespace perfplan::commands
