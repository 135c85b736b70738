// perfplan status: where plans stand.
#include <perfplan/base/text.hpp>

#include "../output/status_output.hpp"
#include "judge_each.hpp"
#include "listing.hpp"
#include "record_options.hpp"
#include "registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace perfplan {

namespace {

/// Readings and the like of goals that the plan does not have count nowhere: whoever wrote them
/// should know.
Diagnostics lost_ids(const Tree& tree, const LoadedPlan& plan) {
    Diagnostics warnings;
    for (const JournalEntry& entry : plan.journal) {
        for (const Misread& unknown : unknown_ids(plan.terms, plan.journal, entry.record)) {
            Diagnostic diagnostic = warning(unknown.message, unknown.hint);
            diagnostic.file = fmt::format("{}/{}", tree.shown(plan.ref), path_in_plan(entry));
            warnings.push_back(std::move(diagnostic));
        }
    }
    return warnings;
}

Listed listed() {
    return {titles(status_sheet({})), plan_member_names(), Listed::Paths::yes};
}

/// What is shown of each plan.
enum class Detail {
    row,     ///< a row of a table
    object,  ///< all there is, for a program
    page,    ///< all there is, for a person
};

/// All plans of the tree are looked at, or those that were named.
enum class Choice { all, named };

/// What is to be shown, and how.
struct Request {
    Output output;
    Detail detail = Detail::row;
    Choice choice = Choice::all;
    Date date;
    Filter filter;
    std::optional<Verdict> fail_on;
    bool explains = false;
    std::optional<std::string> only_goal;  ///< --explain=GOAL
};

Result<std::optional<Verdict>> fail_on(const Arguments& arguments) {
    const auto text = arguments.value("fail-on");
    if (!text) {
        return std::nullopt;
    }
    const auto verdict = parse_plan_verdict(*text);
    if (!verdict) {
        return fail(bad_value("--fail-on", verdict.error()));
    }
    return *verdict;
}

/// A page for each plan that was named, or whose figures are to be explained; a row for each of
/// many.
Detail detail_of(const Request& request, bool is_by_name) {
    const Format format = request.output.format;
    if (request.output.is_sheet() || format == Format::paths) {
        return Detail::row;
    }
    if (format == Format::json || format == Format::ndjson) {
        return Detail::object;
    }
    if (format == Format::markdown) {
        return request.explains ? Detail::object : Detail::row;
    }
    return is_by_name || request.explains ? Detail::page : Detail::row;
}

Result<Request> request_from(const Arguments& arguments, const Settings& settings, Date today) {
    const auto output = output_of(arguments, listed());
    const auto date = as_of(arguments, settings, today);
    auto filter = filter_from(arguments, settings);
    const auto failing = fail_on(arguments);
    Diagnostics errors;
    collect(errors, output);
    collect(errors, date);
    collect(errors, filter);
    collect(errors, failing);
    const std::string goal = arguments.value("explain").value_or("");
    Request request;
    request.explains = arguments.has("explain");
    if (output && request.explains && (output->is_sheet() || output->format == Format::paths)) {
        errors.push_back(usage_error("--explain has no place in rows of figures",
                                     "use --format table, md, json or ndjson, without --fields"));
    }
    if (!goal.empty() && arguments.positionals().empty()) {
        errors.push_back(usage_error("--explain=GOAL needs the plan whose goal it is",
                                     fmt::format("write 'status PLAN --explain={}'", goal)));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    request.output = *output;
    request.date = *date;
    request.filter = *std::move(filter);
    request.fail_on = *failing;
    const PlanNames& names = arguments.positionals();
    const bool reads_list = reads_plans(arguments, names);
    request.choice = names.empty() && !reads_list ? Choice::all : Choice::named;
    request.detail = detail_of(request, !names.empty() && !reads_list);
    if (!goal.empty()) {
        request.only_goal = goal;
    }
    return request;
}

/// The goal that --explain=GOAL names, in one plan; nothing if all are meant.
Result<std::optional<Slug>> goal_to_explain(const Request& request, const Plan& terms) {
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
struct Judged {
    std::vector<StatusRow> rows;
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

/// What is told of a plan, and what is shown of it if it passes the filter.
struct Seen {
    Diagnostics told;
    bool is_shown = false;
    std::optional<StatusRow> row;
    std::optional<PlanStatus> status;
};

Seen look_at(const Tree& tree, const LoadedPlan& plan, PlanStatus status, const Request& request) {
    Seen seen;
    seen.told = lost_ids(tree, plan);
    append(seen.told, warnings_of_terms(tree, plan, status.agreed));
    seen.is_shown = request.filter(summary_of(status));
    if (seen.is_shown) {
        append(seen.told, notes_on_late_records(plan, request.date));
    }
    if (request.detail != Detail::row) {
        seen.status = std::move(status);
    } else if (seen.is_shown) {
        seen.row = status_row(status, request.date);
    }
    return seen;
}

/// The plans of the reps that are not looked at, but are told of as earlier ones.
PlansByRep plans_beside(const Tree& tree, const std::vector<PlanRef>& refs,
                        const Request& request) {
    PlansByRep by_rep;
    if (request.detail != Detail::row && request.choice == Choice::named) {
        for (const auto& plan : load_plans(tree, other_plans_of_reps(tree, refs))) {
            if (plan) {
                by_rep.add(status_of(tree, *plan, request.date));
            }
        }
    }
    return by_rep;
}

/// The plans that pass the filter, where they stand, and what the reps had before.
Judged judge(const Tree& tree, const std::vector<PlanRef>& refs, const Request& request, Io& io) {
    Judged judged;
    PlansByRep by_rep = plans_beside(tree, refs, request);
    const auto look = [&](const LoadedPlan& plan, PlanStatus status) {
        return look_at(tree, plan, std::move(status), request);
    };
    const auto take = [&](Seen seen) {
        io.report(seen.told);
        if (seen.row) {
            judged.rows.push_back(*std::move(seen.row));
        }
        if (seen.status) {
            by_rep.add(*seen.status);
        }
        if (seen.status && seen.is_shown) {
            judged.plans.push_back(*std::move(seen.status));
        }
    };
    judged.code = judge_each(tree, refs, request.date, io, look, take);
    for (PlanStatus& plan : judged.plans) {
        plan.earlier = by_rep.before(plan);
    }
    return judged;
}

/// How the figures of the plans came about, if that is asked for.
Result<void> explain_all(Judged& judged, const Settings& settings, const Request& request) {
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

std::vector<StatusRow> rows_of(const std::vector<PlanStatus>& plans, Date date) {
    std::vector<StatusRow> rows;
    for (const PlanStatus& plan : plans) {
        rows.push_back(status_row(plan, date));
    }
    return rows;
}

std::string explained_markdown(const Judged& judged, Date date) {
    std::string text = markdown_table(status_table(rows_of(judged.plans, date)));
    for (std::size_t i = 0; i < judged.explanations.size(); ++i) {
        text += explain_markdown(judged.plans[i], judged.explanations[i]);
    }
    return text;
}

std::string pages_of(const Judged& judged, const Request& request, const Io& io) {
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

std::vector<std::string> paths_of(const Tree& tree, const std::vector<StatusRow>& rows) {
    std::vector<std::string> paths;
    for (const StatusRow& row : rows) {
        paths.push_back(tree.shown(row.summary.ref()));
    }
    return paths;
}

std::string text_of_rows(const Tree& tree, std::vector<StatusRow> rows, const Output& output,
                         const Io& io) {
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

std::string text_of(const Tree& tree, Judged judged, const Request& request, const Io& io) {
    const Output& output = request.output;
    switch (request.detail) {
        case Detail::row: return text_of_rows(tree, std::move(judged.rows), output, io);
        case Detail::page: return pages_of(judged, request, io);
        case Detail::object: break;
    }
    return output.format == Format::json
               ? status_json(judged.plans, request.date, judged.explanations)
           : output.format == Format::ndjson
               ? status_ndjson(judged.plans, judged.explanations, output.fields)
               : explained_markdown(judged, request.date);
}

/// True if a plan has the verdict of --fail-on, or a graver one.
bool is_failing(const Judged& judged, const std::optional<Verdict>& threshold) {
    const auto fails = [&](const std::optional<Verdict>& verdict) {
        return threshold && verdict && severity(*verdict) >= severity(*threshold);
    };
    return std::ranges::any_of(judged.plans,
                               [&](const PlanStatus& plan) { return fails(plan.verdict); }) ||
           std::ranges::any_of(judged.rows,
                               [&](const StatusRow& row) { return fails(row.summary.verdict); });
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto tree = open_tree(arguments, io);
    if (!now || !tree) {
        return tl::unexpected(!now ? now.error() : tree.error());
    }
    const auto request = request_from(arguments, tree->settings(), *now);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const auto refs = selected(arguments, arguments.positionals(), *tree, *now, io);
    if (!refs) {
        return tl::unexpected(refs.error());
    }
    Judged judged = judge(*tree, *refs, *request, io);
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
    const std::vector<Option> output = output_options(listed());
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
