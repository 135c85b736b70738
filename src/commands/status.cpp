// perfplan status: where plans stand.
#include <perfplan/base/text.hpp>

#include "../output/status_output.hpp"
#include "judge_each.hpp"
#include "record_options.hpp"
#include "registry.hpp"
#include "status_cache.hpp"
#include "status_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

namespace perfplan {

namespace {

/// What a record names that the plan does not have, nor had in terms that were sealed.
std::vector<Misread> never_known(const LoadedPlan& plan, const Record& record) {
    std::vector<Misread> unknown = unknown_ids(plan.terms, plan.journal, record);
    for (const SealedTerms& earlier : plan.sealed) {
        if (unknown.empty()) {
            break;
        }
        const std::vector<Misread> then = unknown_ids(earlier.terms, plan.journal, record);
        std::erase_if(unknown, [&](const Misread& now) {
            return std::ranges::find(then, now.message, &Misread::message) == then.end();
        });
    }
    return unknown;
}

/// Readings and the like of goals that the plan never had count nowhere: whoever wrote them should
/// know.
Diagnostics lost_ids(const Tree& tree, const LoadedPlan& plan) {
    Diagnostics warnings;
    for (const JournalEntry& entry : plan.journal) {
        for (const Misread& unknown : never_known(plan, entry.record)) {
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
    const auto goal = parse_goals(terms, {*request.only_goal});
    if (!goal) {
        return tl::unexpected(goal.error());
    }
    return goal->front();
}

/// The plans that are shown: rows, or all there is of each.
struct Judgement {
    StatusRows rows;
    std::vector<PlanStatus> plans;
    std::vector<PlanExplanation> explanations;  ///< of each of the plans, if asked for
    ExitCode code = ExitCode::done;

    [[nodiscard]] bool is_empty() const { return rows.empty() && plans.empty(); }
};

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
struct Seen {
    Diagnostics told;
    Diagnostics told_if_shown;
    std::unique_ptr<StatusRow> row;
    std::unique_ptr<PlanStatus> status;

    [[nodiscard]] bool passes(const Filter& filter) const {
        return filter(row ? row->summary : summary_of(*status));
    }
};

Seen look_at(const Tree& tree, const LoadedPlan& plan, PlanStatus status,
             const StatusRequest& request) {
    Seen seen;
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
bool is_row_alone(const Judged<Seen>& judged) {
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
                by_rep.add(status_of(tree, *plan, request.date));
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
            return Judged<Seen>{{}, Seen{{}, {}, std::move(row), {}}};
        }
        Judged<Seen> judged = judge_one(tree, refs[i], request.date, look);
        if (is_row_alone(judged)) {
            cache.keep(i, *judged.seen->row);
        }
        return judged;
    };
    const ExitCode code = judge_all(refs.size(), io, judge, take);
    cache.save();
    return code;
}

/// The plans that pass the filter, where they stand, and what the reps had before.
Judgement judge(const Tree& tree, const std::vector<PlanRef>& refs, const StatusRequest& request,
                Io& io) {
    Judgement shown;
    PlansByRep by_rep = plans_beside(tree, refs, request);
    const auto look = [&](const LoadedPlan& plan, PlanStatus status) {
        return look_at(tree, plan, std::move(status), request);
    };
    const auto take = [&](Seen seen) {
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
                     : judge_each(tree, refs, request.date, io, look, take);
    for (PlanStatus& plan : shown.plans) {
        plan.earlier = by_rep.before(plan);
    }
    return shown;
}

/// How the figures of the plans came about, if that is asked for.
Result<void> explain_all(Judgement& judged, const Settings& settings,
                         const StatusRequest& request) {
    for (const PlanStatus& plan : judged.plans) {
        const auto only = goal_to_explain(request, plan.terms);
        if (!only) {
            return tl::unexpected(only.error());
        }
        if (request.explains) {
            judged.explanations.push_back(explain(settings, plan, *only));
        }
    }
    return {};
}

StatusRows rows_of(const std::vector<PlanStatus>& plans, Date date) {
    StatusRows rows;
    for (const PlanStatus& plan : plans) {
        rows.push_back(std::make_unique<StatusRow>(status_row(plan, date)));
    }
    return rows;
}

std::string explained_markdown(const Judgement& judged, Date date) {
    std::string text = markdown_table(status_table(rows_of(judged.plans, date)));
    for (std::size_t i = 0; i < judged.explanations.size(); ++i) {
        text += explain_markdown(judged.plans[i], judged.explanations[i]);
    }
    return text;
}

std::string pages_of(const Judgement& judged, const StatusRequest& request, const Io& io) {
    const Style style(io.colour(Stream::output));
    std::string text;
    for (std::size_t i = 0; i < judged.plans.size(); ++i) {
        text += (text.empty() ? "" : "\n\n") +
                status_page(judged.plans[i], request.date, style, io.width());
        if (i < judged.explanations.size()) {
            text += explain_page(judged.explanations[i], style, io.width());
        }
    }
    return text;
}

std::vector<std::string> paths_of(const Tree& tree, const StatusRows& rows) {
    std::vector<std::string> paths;
    for (const auto& row : rows) {
        paths.push_back(tree.shown(row->summary.ref()));
    }
    return paths;
}

std::string text_of_rows(const Tree& tree, StatusRows rows, const Output& output, const Io& io) {
    if (output.is_sheet()) {
        const bool is_for_programs = output.format == Format::csv || output.format == Format::tsv;
        return sheet_text(
            status_sheet(std::move(rows), is_for_programs ? RowOrder::as_given : RowOrder::by_need),
            output, io);
    }
    if (output.format == Format::paths) {
        return path_lines(paths_of(tree, rows), output);
    }
    const Table table = status_table(std::move(rows));
    return output.format == Format::markdown
               ? markdown_table(table)
               : text_table(table, Style(io.colour(Stream::output)), io.width());
}

std::string text_of(const Tree& tree, Judgement judged, const StatusRequest& request,
                    const Io& io) {
    const Output& output = request.output;
    switch (request.detail) {
        case StatusDetail::row: return text_of_rows(tree, std::move(judged.rows), output, io);
        case StatusDetail::page: return pages_of(judged, request, io);
        case StatusDetail::object: break;
    }
    return output.format == Format::json
               ? status_json(judged.plans, request.date, judged.explanations)
           : output.format == Format::ndjson
               ? status_ndjson(judged.plans, judged.explanations, output.fields)
               : explained_markdown(judged, request.date);
}

/// True if a plan has the verdict of --fail-on, or a graver one.
bool is_failing(const Judgement& judged, const std::optional<Verdict>& threshold) {
    const auto fails = [&](const std::optional<Verdict>& verdict) {
        return threshold && verdict && severity(*verdict) >= severity(*threshold);
    };
    return std::ranges::any_of(judged.plans,
                               [&](const PlanStatus& plan) { return fails(plan.verdict); }) ||
           std::ranges::any_of(judged.rows,
                               [&](const auto& row) { return fails(row->summary.verdict); });
}

/// The word behind --explain is a plan: who means a goal writes it with '='.
Diagnostics with_goal_hint(Diagnostics errors, const Arguments& arguments) {
    const std::string text = arguments.value("explain").value_or("");
    if (arguments.has("explain") && text.empty() && arguments.positionals().size() > 1) {
        errors.back().hint += fmt::format("{}a goal goes with '=': --explain={}",
                                          errors.back().hint.empty() ? "" : "; ",
                                          visible(arguments.positionals().back()));
    }
    return errors;
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto tree = open_tree(arguments, io);
    if (!now || !tree) {
        return tl::unexpected(!now ? now.error() : tree.error());
    }
    const auto request = status_request(arguments, tree->settings(), *now);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const auto refs = selected(arguments, arguments.positionals(), *tree, *now, io);
    if (!refs) {
        return fail(with_goal_hint(refs.error(), arguments));
    }
    Judgement judged = judge(*tree, *refs, *request, io);
    if (const auto explained = explain_all(judged, tree->settings(), *request); !explained) {
        return tl::unexpected(explained.error());
    }
    const Format format = request->output.format;
    if (judged.is_empty() && (format == Format::table || format == Format::paths)) {
        // what is wrong has been said; a table of nothing says no more
        return judged.code == ExitCode::done ? tell_of_no_plans(arguments, refs->size(), io)
                                             : judged.code;
    }
    const bool matches_nothing = judged.is_empty() && narrows(arguments, arguments.positionals());
    const bool has_findings = matches_nothing || is_failing(judged, request->fail_on);
    const ExitCode code = has_findings ? std::max(judged.code, ExitCode::findings) : judged.code;
    const std::string text = text_of(*tree, std::move(judged), *request, io);
    if (auto delivered = deliver(arguments, io, text); !delivered) {
        return tl::unexpected(std::move(delivered).error());
    }
    return code;
}

}  // namespace

Command status_command() {
    Command command;
    command.name = "status";
    command.summary = "Show where plans stand";
    command.description =
        "Without PLAN a table of all plans, who needs attention first; with PLAN each in full. Every figure and every "
        "verdict is computed from the terms and the journal; --explain shows how.";
    command.positionals = {
        plans_positional("a plan, or a rep with one open plan; '-' reads a list of them")};
    command.options = selection_options();
    command.options.push_back(as_of_option());
    command.options.push_back({"explain",
                               0,
                               "GOAL",
                               "show how every figure came about, of one goal or of all",
                               Option::Times::once,
                               Completes::goal,
                               {},
                               Option::Value::optional});
    command.options.push_back({"fail-on", 0, "VERDICT",
                               "exit with 1 if a plan has this verdict or a graver one: " +
                                   listing(plan_verdicts(), "or"),
                               Option::Times::once, Completes::choice, plan_verdicts()});
    const std::vector<Option> output = output_options(status_listing());
    command.options.insert(command.options.end(), output.begin(), output.end());
    command.examples = {
        {"perfplan status", "all plans"},
        {"perfplan status dana-reyes", "one plan in full"},
        {"perfplan status dana-reyes --explain=pipeline", "how the figures of a goal came about"},
        {"perfplan status --team west --format json | jq '.plans[].verdict'", "into a pipe"},
        {"perfplan status --verdict off-track --format paths | perfplan note - -m 'Talk this week'",
         "a note to each plan that is off track"},
        {"perfplan status --fields plan,manager,ends,verdict", "the columns you want"},
        {"perfplan status --fail-on off-track >/dev/null || echo 'somebody is off track'",
         "for a script"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
