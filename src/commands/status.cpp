// perfplan status: where plans stand.
#include <perfplan/base/text.hpp>

#include "../output/status_output.hpp"
#include "agreed.hpp"
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

/// A row for each plan, or a page.
enum class Detail { table, full };

/// All plans of the tree are looked at, or those that were named.
enum class Choice { all, named };

/// What is to be shown, and how.
struct Request {
    Output output;
    Detail detail = Detail::table;
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
    request.choice = names.empty() && !reads_plans(arguments, names) ? Choice::all : Choice::named;
    request.detail = names.empty() || reads_plans(arguments, names) ? Detail::table : Detail::full;
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

struct Judged {
    std::vector<PlanStatus> plans;
    std::vector<PlanExplanation> explanations;  ///< of each, if asked for
    ExitCode code = ExitCode::done;
};

EarlierPlan summary_of(const PlanStatus& plan) {
    return {plan.ref, plan.terms.starts, plan.state, plan.outcome,
            plan.monitoring ? plan.monitoring->relapsed_on : std::nullopt};
}

/// All plans by rep, by when they began.
class PlansByRep {
public:
    void add(const PlanStatus& plan) { plans_[plan.ref.rep.str()].push_back(summary_of(plan)); }

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

/// The plans that pass the filter, where they stand, and what the reps had before.
Judged judge(const Tree& tree, const std::vector<PlanRef>& refs, const Request& request, Io& io) {
    Judged judged;
    PlansByRep by_rep;
    for (const auto& plan :
         load_plans(tree, request.choice == Choice::named ? other_plans_of_reps(tree, refs)
                                                          : std::vector<PlanRef>())) {
        if (plan) {
            by_rep.add(status_of(tree, *plan, request.date));
        }
    }
    const auto take = [&](const LoadedPlan& plan, PlanStatus status) {
        io.report(lost_ids(tree, plan));
        tell_of_terms(tree, plan, status.agreed, io);
        by_rep.add(status);
        if (request.filter(status)) {
            tell_of_late_records(plan, request.date, io);
            judged.plans.push_back(std::move(status));
        }
    };
    judged.code = judge_each(tree, refs, request.date, io, take);
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

std::string markdown_of(const Judged& judged, Date date) {
    std::string text = markdown_table(status_table(judged.plans, date));
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

std::vector<std::string> paths_of(const Tree& tree, const std::vector<PlanStatus>& plans) {
    std::vector<std::string> paths;
    for (const PlanStatus& plan : plans) {
        paths.push_back(tree.shown(plan.ref));
    }
    return paths;
}

std::string text_of(const Tree& tree, const Judged& judged, const Request& request, const Io& io) {
    const Output& output = request.output;
    if (output.is_sheet()) {
        const bool is_for_programs = output.format == Format::csv || output.format == Format::tsv;
        return sheet_text(
            status_sheet(judged.plans, is_for_programs ? RowOrder::as_given : RowOrder::by_need),
            output, io);
    }
    switch (output.format) {
        case Format::json: return status_json(judged.plans, request.date, judged.explanations);
        case Format::ndjson: return status_ndjson(judged.plans, judged.explanations, output.fields);
        case Format::markdown: return markdown_of(judged, request.date);
        case Format::paths: return path_lines(paths_of(tree, judged.plans), output);
        default: break;
    }
    if (request.detail == Detail::full || request.explains) {
        return pages_of(judged, request, io);
    }
    return text_table(status_table(judged.plans, request.date), Style(io.colour(Stream::output)),
                      io.width());
}

/// True if a plan has the verdict of --fail-on, or a graver one.
bool is_failing(const std::vector<PlanStatus>& plans, const std::optional<Verdict>& threshold) {
    return threshold && std::any_of(plans.begin(), plans.end(), [&](const PlanStatus& plan) {
               return plan.verdict && severity(*plan.verdict) >= severity(*threshold);
           });
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
    if (judged.plans.empty() && (format == Format::table || format == Format::paths)) {
        // what is wrong has been said; a table of nothing says no more
        return judged.code == ExitCode::done ? tell_of_no_plans(arguments, refs->size(), io)
                                             : judged.code;
    }
    if (auto delivered = deliver(arguments, io, text_of(*tree, judged, *request, io)); !delivered) {
        return tl::unexpected(std::move(delivered).error());
    }
    const bool matches_nothing =
        judged.plans.empty() && narrows(arguments, arguments.positionals());
    return matches_nothing || is_failing(judged.plans, request->fail_on)
               ? std::max(judged.code, ExitCode::findings)
               : judged.code;
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
