// perfplan status: where plans stand.
#include "commands/status/status.hpp"

#include "base/text/text.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"
#include "commands/status/query.hpp"
#include "output/status/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace perfplan::commands {

namespace {

StatusRows rows_of(const std::vector<PlanStatus>& plans, Date date) {
    StatusRows rows;
    for (const PlanStatus& plan : plans) {
        rows.push_back(std::make_unique<StatusRow>(status_row(plan, date)));
    }
    return rows;
}

std::string explained_markdown(const Judgment& judged, Date date) {
    std::string text = markdown_table(status_table(rows_of(judged.plans, date)));
    for (std::size_t i = 0; i < judged.explanations.size(); ++i) {
        text += explain_markdown(judged.plans[i], judged.explanations[i]);
    }
    return text;
}

std::string pages_of(const Judgment& judged, const StatusRequest& request, const Io& io) {
    const Style style(io.color(Stream::output));
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
    Table table = status_table(std::move(rows));
    return output.format == Format::markdown
               ? markdown_table(table)
               : text_table(std::move(table), Style(io.color(Stream::output)), io.width());
}

std::string text_of(const Tree& tree, Judgment judged, const StatusRequest& request, const Io& io) {
    switch (request.detail) {
        case StatusDetail::row:
            return text_of_rows(tree, std::move(judged.rows), request.output, io);
        case StatusDetail::page: return pages_of(judged, request, io);
        case StatusDetail::object: break;
    }
    return explained_markdown(judged, request.date);
}

/// True if a plan has the verdict of --fail-on, or worse.
bool is_failing(const Judgment& judged, const std::optional<Verdict>& threshold) {
    const auto fails = [&](const std::optional<Verdict>& verdict) {
        return threshold && verdict && severity(*verdict) >= severity(*threshold);
    };
    return std::ranges::any_of(judged.plans,
                               [&](const PlanStatus& plan) { return fails(plan.verdict); }) ||
           std::ranges::any_of(judged.rows,
                               [&](const auto& row) { return fails(row->summary.verdict); });
}

/// What there is to say of the plans.
struct StatusResult {
    std::string text;
    ExitCode code = ExitCode::done;
    bool is_empty = true;
    bool is_failing = false;
};

/// Judges plans, and adds to what is told of others what does not depend on the format.
Result<Judgment> judge_into(StatusResult& told, const Tree& tree, const std::vector<PlanRef>& refs,
                            const StatusRequest& request, Io& io, ProgressRange part) {
    auto judged = judge(tree, refs, request, io, part);
    if (judged) {
        told.code = std::max(told.code, judged->code);
        told.is_empty = told.is_empty && judged->is_empty();
        told.is_failing = told.is_failing || is_failing(*judged, request.fail_on);
    }
    return judged;
}

/// Those of a whole tree in parts that keep all processors busy, a rep's plans in one: what a rep
/// had before is told of each. Those that were named may come in any order.
std::vector<std::vector<PlanRef>> in_parts(const std::vector<PlanRef>& refs, StatusChoice choice) {
    constexpr std::size_t enough = 256;
    std::vector<std::vector<PlanRef>> parts;
    if (choice == StatusChoice::named) {
        parts.push_back(refs);
        return parts;
    }
    for (const PlanRef& ref : refs) {
        if (parts.empty() ||
            (parts.back().size() >= enough && parts.back().back().rep != ref.rep)) {
            parts.emplace_back();
        }
        parts.back().push_back(ref);
    }
    return parts;
}

/// Objects of plans: of a whole tree so many at a time as need little room.
Result<StatusResult> told_as_objects(const Tree& tree, const std::vector<PlanRef>& refs,
                                     const StatusRequest& request, Io& io) {
    const bool is_json = request.output.format == Format::json;
    StatusResult told;
    StatusJson json(request.date);
    std::size_t before = 0;
    for (const auto& part : in_parts(refs, request.choice)) {
        PERFPLAN_TRY(const auto judged,
                     judge_into(told, tree, part, request, io, {before, refs.size()}));
        if (is_json) {
            json.add(judged.plans, judged.explanations);
        } else {
            told.text += status_ndjson(judged.plans, judged.explanations, request.output.fields);
        }
        before += part.size();
    }
    if (is_json) {
        told.text = json.whole();
    }
    return told;
}

Result<StatusResult> told_of(const Tree& tree, const std::vector<PlanRef>& refs,
                             const StatusRequest& request, Io& io) {
    const Format format = request.output.format;
    if (format == Format::json || format == Format::ndjson) {
        return told_as_objects(tree, refs, request, io);
    }
    StatusResult told;
    PERFPLAN_TRY(auto judged, judge_into(told, tree, refs, request, io, {}));
    told.text = text_of(tree, std::move(judged), request, io);
    return told;
}

/// The word behind --explain is a plan: who means a goal writes it with '='.
Diagnostics with_goal_hint(Diagnostics errors, const Arguments& arguments) {
    const std::string text = arguments.value("explain").value_or("");
    if (arguments.has("explain") && text.empty() && arguments.positionals().size() > 1) {
        add_hint(errors.back(), "a goal goes with '=': --explain=GOAL");
    }
    return errors;
}

Result<ExitCode> run_status(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto tree = open_tree(arguments, io);
    if (!now || !tree) {
        return tl::unexpected(!now ? now.error() : tree.error());
    }
    PERFPLAN_TRY(const auto request, status_request(arguments, tree->settings(), *now));
    const auto refs = selected(arguments, arguments.positionals(), *tree, *now, io);
    if (!refs) {
        return fail(with_goal_hint(refs.error(), arguments));
    }
    PERFPLAN_TRY(const auto told, told_of(*tree, *refs, request, io));
    const Format format = request.output.format;
    if (told.is_empty && (format == Format::table || format == Format::paths)) {
        // what is wrong has been said; a table of nothing says no more
        return told.code == ExitCode::done ? tell_of_no_plans(arguments, refs->size(), io)
                                           : told.code;
    }
    const bool matches_nothing = told.is_empty && is_filtered(arguments, arguments.positionals());
    PERFPLAN_TRY_DO(deliver(arguments, io, told.text));
    return matches_nothing || told.is_failing ? std::max(told.code, ExitCode::findings) : told.code;
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
    command.options.push_back(
        {"fail-on", 0, "VERDICT",
         "exit with 1 if a plan has this verdict or worse: " + listing(plan_verdicts(), "or"),
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
    command.run = run_status;
    return command;
}

namespace {

Result<std::optional<Verdict>> fail_on(const Arguments& arguments) {
    const auto text = arguments.value("fail-on");
    if (!text) {
        return std::nullopt;
    }
    const auto verdict = parse_plan_verdict(*text);
    if (!verdict) {
        return fail(invalid_value("--fail-on", verdict.error()));
    }
    return *verdict;
}

/// A page for each plan that was named, or whose figures are to be explained; a row for each of
/// many.
StatusDetail detail_of(const StatusRequest& request, bool is_by_name) {
    const Format format = request.output.format;
    if (request.output.is_sheet() || format == Format::paths) {
        return StatusDetail::row;
    }
    if (format == Format::json || format == Format::ndjson) {
        return StatusDetail::object;
    }
    if (format == Format::markdown) {
        return request.explains ? StatusDetail::object : StatusDetail::row;
    }
    return is_by_name || request.explains ? StatusDetail::page : StatusDetail::row;
}

}  // namespace

Listed status_listing() {
    return {titles(status_sheet({})), plan_member_names(), Listed::Paths::yes};
}

Result<StatusRequest> status_request(const Arguments& arguments, const Settings& settings,
                                     Date today) {
    const auto output = output_of(arguments, status_listing());
    const auto date = as_of(arguments, settings, today);
    auto filter = filter_from(arguments, settings);
    const auto failing = fail_on(arguments);
    Diagnostics errors;
    collect(errors, output);
    collect(errors, date);
    collect(errors, filter);
    collect(errors, failing);
    const std::string goal = arguments.value("explain").value_or("");
    StatusRequest request;
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
    request.choice = names.empty() && !reads_list ? StatusChoice::all : StatusChoice::named;
    request.detail = detail_of(request, !names.empty() && !reads_list);
    if (!goal.empty()) {
        request.only_goal = goal;
    }
    return request;
}

}  // namespace perfplan::commands
