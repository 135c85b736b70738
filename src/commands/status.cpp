// perfplan status: where plans stand.
#include <perfplan/base/text.hpp>

#include "../output/status_output.hpp"
#include "listing.hpp"
#include "registry.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan {

namespace {

/// Readings and the like of goals that the plan does not have count nowhere: whoever wrote them
/// should know.
Diagnostics lost_ids(const Tree& tree, const LoadedPlan& plan) {
    Diagnostics warnings;
    for (const JournalEntry& entry : plan.journal) {
        for (const Misread& unknown : unknown_ids(plan.terms, entry.record)) {
            Diagnostic diagnostic = warning(unknown.message, unknown.hint);
            diagnostic.file =
                fmt::format("{}/{}/{}", tree.shown(plan.ref),
                            entry.privacy == Privacy::private_ ? "private" : "journal", entry.file);
            warnings.push_back(std::move(diagnostic));
        }
    }
    return warnings;
}

/// A row for each plan, or a page.
enum class Detail { table, full };

std::string text_of(const std::vector<PlanStatus>& plans, Format format, Date date, Detail detail,
                    const Io& io) {
    const Style style(io.colour(Stream::output));
    switch (format) {
        case Format::json: return status_json(plans, date);
        case Format::ndjson: return status_ndjson(plans);
        case Format::csv: return csv(status_sheet(plans));
        case Format::tsv: return tsv(status_sheet(plans));
        case Format::markdown: return markdown_table(status_table(plans, date));
        case Format::table: break;
    }
    if (detail == Detail::table) {
        return text_table(status_table(plans, date), style, io.width());
    }
    std::string text;
    for (const PlanStatus& plan : plans) {
        text += (text.empty() ? "" : "\n\n") + status_page(plan, date, style, io.width());
    }
    return text;
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto format = format_of(arguments);
    const auto tree = open_tree(arguments, io);
    if (!now || !format || !tree) {
        return tl::unexpected(!now ? now.error() : !format ? format.error() : tree.error());
    }
    const auto date = as_of(arguments, tree->settings(), *now);
    const auto filter = filter_from(arguments, tree->settings());
    if (!date || !filter) {
        return tl::unexpected(!date ? date.error() : filter.error());
    }
    const auto refs = selected(arguments, *tree, *now, io);
    if (!refs) {
        return tl::unexpected(refs.error());
    }
    ExitCode code = ExitCode::done;
    std::vector<PlanStatus> plans;
    for (const auto& plan : load_plans(*tree, *refs)) {
        const Diagnostics& told = plan ? plan->diagnostics : plan.error();
        io.report(told);
        code = std::max(code, worst(told));
        if (!plan) {
            continue;
        }
        io.report(lost_ids(*tree, *plan));
        PlanStatus status =
            plan_status(tree->settings(), plan->ref, plan->terms, plan->journal, *date);
        if ((*filter)(status)) {
            plans.push_back(std::move(status));
        }
    }
    if (plans.empty() && *format == Format::table && code == ExitCode::done) {
        if (has_filters(arguments) && !refs->empty()) {
            io.report({warning(fmt::format("none of {} matches", count(refs->size(), "plan")))});
            return ExitCode::findings;
        }
        io.report({warning("this tree has no plans yet", "'perfplan create REP' makes one")});
        return ExitCode::done;
    }
    if (plans.empty() && *format == Format::table) {
        return code;  // what is wrong has been said; a table of nothing says no more
    }
    const Detail detail = arguments.positionals().empty() ? Detail::table : Detail::full;
    if (auto delivered = deliver(arguments, io, text_of(plans, *format, *date, detail, io));
        !delivered) {
        return tl::unexpected(std::move(delivered).error());
    }
    return plans.empty() && has_filters(arguments) ? std::max(code, ExitCode::findings) : code;
}

}  // namespace

Command status_command() {
    Command command;
    command.name = "status";
    command.summary = "Show where plans stand";
    command.description =
        "Without PLAN a table of all plans; with PLAN each in full. Every figure is computed from the terms and the "
        "journal.";
    command.positionals = {
        {"PLAN", "a plan, or a rep with one open plan", Positional::Arity::any, Completes::plan}};
    command.options = filter_options();
    command.options.push_back(as_of_option());
    const std::vector<Option> output = output_options();
    command.options.insert(command.options.end(), output.begin(), output.end());
    command.examples = {
        {"perfplan status", "all plans"},
        {"perfplan status dana-reyes", "one plan in full"},
        {"perfplan status --team west --state active --format json | jq '.plans[].score'",
         "into a pipe"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
