#include "commands/status/query.hpp"

#include "commands/records/record.hpp"
#include "commands/status/cache.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

namespace perfplan::commands {

namespace {

/// What a record names that the plan does not have, nor had in terms that were sealed.
std::vector<ParseError> never_known(const LoadedPlan& plan, const Record& record) {
    std::vector<ParseError> unknown = unknown_ids(plan.terms, plan.journal, record);
    for (const SealedTerms& earlier : plan.sealed) {
        if (unknown.empty()) {
            break;
        }
        const std::vector<ParseError> then = unknown_ids(earlier.terms, plan.journal, record);
        std::erase_if(unknown, [&](const ParseError& now) {
            return std::ranges::find(then, now.message, &ParseError::message) == then.end();
        });
    }
    return unknown;
}

/// Readings and the like of goals that the plan never had count nowhere: whoever wrote them should
/// know.
Diagnostics lost_ids(const Tree& tree, const LoadedPlan& plan) {
    Diagnostics warnings;
    for (const JournalEntry& entry : plan.journal) {
        for (const ParseError& unknown : never_known(plan, entry.record)) {
            Diagnostic diagnostic = warning(unknown.message, unknown.hint);
            diagnostic.file = fmt::format("{}/{}", tree.shown(plan.ref), path_in_plan(entry));
            warnings.push_back(std::move(diagnostic));
        }
    }
    return warnings;
}

/// The goal that --explain=GOAL names, in one plan; nothing if all are meant.
Result<std::optional<Slug>> goal_to_explain(const StatusRequest& request, const Plan& terms) {
    if (!request.only_goal) {
        return std::nullopt;
    }
    PERFPLAN_TRY(const auto goal, parse_goals(terms, {*request.only_goal}));
    return goal.front();
}

EarlierPlan as_earlier(const PlanStatus& plan) {
    return {plan.ref, plan.terms.starts, plan.state, plan.outcome,
            plan.monitoring ? plan.monitoring->relapsed_on : std::nullopt};
}

/// All plans by rep, by when they began.
class PlansByRep {
public:
    void add(const PlanStatus& plan) { plans_[plan.ref.rep.str()].push_back(as_earlier(plan)); }

    [[nodiscard]] std::vector<EarlierPlan> before(const PlanStatus& plan) const {
        std::vector<EarlierPlan> earlier;
        for (const EarlierPlan& other : plans_.at(plan.ref.rep.str())) {
            if (other.starts < plan.terms.starts) {
                earlier.push_back(other);
            }
        }
        std::ranges::sort(earlier, [](const EarlierPlan& a, const EarlierPlan& b) {
            return a.starts != b.starts ? a.starts < b.starts : a.ref < b.ref;
        });
        return earlier;
    }

private:
    std::map<std::string, std::vector<EarlierPlan>> plans_;
};

/// What is told of a plan, and what may be shown of it: a row, or all there is.
struct StatusEntry {
    Diagnostics told;
    Diagnostics told_if_shown;
    std::unique_ptr<StatusRow> row;
    std::unique_ptr<PlanStatus> status;

    [[nodiscard]] bool passes(const Filter& filter) const {
        return filter(row ? row->summary : summary_of(*status));
    }
};

StatusEntry look_at(const Tree& tree, const LoadedPlan& plan, PlanStatus status,
                    const StatusRequest& request) {
    StatusEntry seen;
    seen.told = lost_ids(tree, plan);
    append(seen.told, warnings_of_terms(tree, plan, status.agreed));
    seen.told_if_shown = notes_on_late_records(plan, request.date);
    if (request.detail == StatusDetail::row) {
        seen.row = std::make_unique<StatusRow>(status_row(status, request.date));
    } else {
        seen.status = std::make_unique<PlanStatus>(std::move(status));
    }
    return seen;
}

/// True if the row is all there is to say.
bool is_row_alone(const PlanResult<StatusEntry>& judged) {
    return judged.told.empty() && judged.seen && judged.seen->told.empty() &&
           judged.seen->told_if_shown.empty();
}

/// The plans of the reps that are not looked at, but are told of as earlier ones.
PlansByRep plans_beside(const Tree& tree, const std::vector<PlanRef>& refs,
                        const StatusRequest& request) {
    PlansByRep by_rep;
    if (request.detail != StatusDetail::row && request.choice == StatusChoice::named) {
        for (const auto& plan : load_plans(tree, other_plans_of_reps(tree, refs))) {
            if (plan) {
                by_rep.add(evaluate_plan(tree, *plan, request.date));
            }
        }
    }
    return by_rep;
}

/// Looks at each plan for its row, unless that is known from an earlier run.
template <class Look, class Take>
ExitCode judge_rows(const Tree& tree, const std::vector<PlanRef>& refs,
                    const StatusRequest& request, Io& io, const Look& look, const Take& take) {
    StatusCache cache(tree, refs, request.date, io);
    const RowPart part = request.output.is_sheet() ? RowPart::fields : RowPart::cells;
    const auto judge = [&](std::size_t i) {
        if (auto row = cache.find(i, part)) {
            return PlanResult<StatusEntry>{{}, StatusEntry{{}, {}, std::move(row), {}}};
        }
        PlanResult<StatusEntry> judged = judge_one(tree, refs[i], request.date, look);
        if (is_row_alone(judged)) {
            cache.keep(i, *judged.seen->row);
        }
        return judged;
    };
    const ExitCode code = judge_all(refs.size(), io, judge, take);
    cache.save();
    return code;
}

/// How the figures of the plans came about, if that is asked for.
Result<void> explain_all(Judgment& judged, const Settings& settings, const StatusRequest& request) {
    for (const PlanStatus& plan : judged.plans) {
        PERFPLAN_TRY(const auto only, goal_to_explain(request, plan.terms));
        if (request.explains) {
            judged.explanations.push_back(explain(settings, plan, only));
        }
    }
    return {};
}

}  // namespace

Result<Judgment> judge(const Tree& tree, const std::vector<PlanRef>& refs,
                       const StatusRequest& request, Io& io, ProgressRange part) {
    Judgment shown;
    PlansByRep by_rep = plans_beside(tree, refs, request);
    const auto look = [&](const LoadedPlan& plan, PlanStatus status) {
        return look_at(tree, plan, std::move(status), request);
    };
    const auto take = [&](StatusEntry seen) {
        const bool is_shown = seen.passes(request.filter);
        io.report(seen.told);
        if (is_shown) {
            io.report(seen.told_if_shown);
        }
        if (seen.status) {
            by_rep.add(*seen.status);
        }
        if (is_shown && seen.row) {
            shown.rows.push_back(std::move(seen.row));
        }
        if (is_shown && seen.status) {
            shown.plans.push_back(std::move(*seen.status));
        }
    };
    const bool is_whole_tree = request.choice == StatusChoice::all;
    shown.code = request.detail == StatusDetail::row && is_whole_tree
                     ? judge_rows(tree, refs, request, io, look, take)
                     : for_each_plan(tree, refs, request.date, io, look, take, part);
    for (PlanStatus& plan : shown.plans) {
        plan.earlier = by_rep.before(plan);
    }
    return explain_all(shown, tree.settings(), request).map([&] { return std::move(shown); });
}

}  // namespace perfplan::commands
