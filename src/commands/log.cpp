// perfplan log: what happened, newest first.
#include <perfplan/base/text.hpp>

#include "../output/log_output.hpp"
#include "judge_each.hpp"
#include "listing.hpp"
#include "log_filter.hpp"
#include "registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace perfplan {

namespace {

Listed listed() {
    return {titles(log_sheet({})), record_member_names(), Listed::Paths::yes};
}

std::vector<std::string> paths_of(const Tree& tree, const Log& log) {
    std::vector<std::string> paths;
    for (const PastRecord& past : log.records) {
        paths.push_back(fmt::format("{}/{}", tree.shown(past.plan), path_in_plan(past.entry)));
    }
    return paths;
}

std::string text_of(const Tree& tree, const Log& log, const Output& output, const Io& io) {
    if (output.is_sheet()) {
        return sheet_text(log_sheet(log), output, io);
    }
    switch (output.format) {
        case Format::json: return log_json(log);
        case Format::ndjson: return log_ndjson(log, output.fields);
        case Format::markdown: return log_markdown(log);
        case Format::paths: return path_lines(paths_of(tree, log), output);
        default: break;
    }
    return log_page(log, Style(io.colour(Stream::output)), io.width());
}

/// Puts what is known of a plan into the log, and its records that pass the filter.
void add(Log& log, const Settings& settings, const PlanStatus& plan, Journal journal,
         const RecordFilter& filter) {
    log.plans.push_back({plan.ref, plan.terms.rep, plan.terms.role, plan.terms.team});
    log.feedback += feedback(journal, log.as_of);
    for (PastRecord& past : history(settings, plan, std::move(journal), log.as_of)) {
        ++log.known;
        if (is_open(plan.state) && past.follow_up && past.follow_up->is_open()) {
            ++log.open_follow_ups;
            log.late_follow_ups += past.follow_up->late_days > 0 ? 1 : 0;
        }
        if (filter.passes(past.entry.record)) {
            log.records.push_back(std::move(past));
        }
    }
}

/// Newest first; what was not told apart by its time stands by plan.
void keep_newest(std::vector<PastRecord>& records, std::optional<std::size_t> limit) {
    const auto when = [](const PastRecord& past) {
        return std::tie(past.entry.record.date, past.entry.record.recorded);
    };
    std::sort(records.begin(), records.end(), [&](const PastRecord& a, const PastRecord& b) {
        return when(a) != when(b) ? when(b) < when(a)
                                  : std::tie(a.plan, b.entry.file) < std::tie(b.plan, a.entry.file);
    });
    if (limit && *limit < records.size()) {
        records.erase(records.begin() + static_cast<std::ptrdiff_t>(*limit), records.end());
    }
}

/// Why there is nothing to show.
ExitCode report_nothing(const Arguments& arguments, Io& io, const Log& log, std::size_t plans) {
    if ((has_filters(arguments) && log.plans.empty() && plans > 0) ||
        (reads_plans(arguments, arguments.positionals()) && plans == 0)) {
        return tell_of_no_match(plans, io);
    }
    if (has_record_filters(arguments) && log.known > 0) {
        io.report({warning(fmt::format("none of {} matches", count(log.known, "record")))});
        return ExitCode::findings;
    }
    if (arguments.has("as-of")) {
        io.report({warning(fmt::format("nothing was recorded by {}", to_string(log.as_of)))});
        return ExitCode::done;
    }
    io.report({warning("nothing is recorded yet", "'perfplan note PLAN' writes the first record")});
    return ExitCode::done;
}

/// Loads the plans and tells what is wrong with them; what can be read goes into the log.
ExitCode load(Log& log, const Tree& tree, const std::vector<PlanRef>& refs, const Filter& passes,
              const RecordFilter& filter, Io& io) {
    return judge_each(tree, refs, log.as_of, io, [&](WholePlan judged) {
        auto& [plan, status] = judged;
        io.report(warnings_of_terms(tree, plan, status.agreed));
        if (passes(summary_of(status))) {
            io.report(notes_on_late_records(plan, log.as_of));
            add(log, tree.settings(), status, std::move(plan.journal), filter);
        }
    });
}

Result<ExitCode> run(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto output = output_of(arguments, listed());
    const auto tree = open_tree(arguments, io);
    if (!now || !output || !tree) {
        return tl::unexpected(!now ? now.error() : !output ? output.error() : tree.error());
    }
    const auto date = as_of(arguments, tree->settings(), *now);
    const auto passes = filter_from(arguments, tree->settings());
    const auto filter = record_filter(arguments, tree->settings(), *now);
    if (!date || !passes || !filter) {
        return tl::unexpected(!date ? date.error() : !passes ? passes.error() : filter.error());
    }
    const auto refs = selected(arguments, arguments.positionals(), *tree, *now, io);
    if (!refs) {
        return tl::unexpected(refs.error());
    }
    Log log;
    log.as_of = *date;
    const ExitCode code = load(log, *tree, *refs, *passes, *filter, io);
    keep_newest(log.records, filter->limit);
    const bool is_for_people = output->format == Format::table || output->format == Format::paths;
    if (log.records.empty() && is_for_people) {
        return code == ExitCode::done ? report_nothing(arguments, io, log, refs->size()) : code;
    }
    if (auto delivered = deliver(arguments, io, text_of(*tree, log, *output, io)); !delivered) {
        return tl::unexpected(std::move(delivered).error());
    }
    const bool is_filtered =
        narrows(arguments, arguments.positionals()) || has_record_filters(arguments);
    return log.records.empty() && is_filtered ? std::max(code, ExitCode::findings) : code;
}

}  // namespace

Command log_command() {
    Command command;
    command.name = "log";
    command.summary = "Show what happened, newest first";
    command.description =
        "Every record of the plans named, or of all, in words: what was said, read, reviewed, decided and signed, "
        "with corrections and what they replaced.";
    command.positionals = {
        plans_positional("a plan, or a rep with one open plan; '-' reads a list of them")};
    command.options = record_filter_options();
    const std::vector<Option> filters = selection_options();
    const std::vector<Option> output = output_options(listed());
    command.options.insert(command.options.end(), filters.begin(), filters.end());
    command.options.push_back(as_of_option());
    command.options.insert(command.options.end(), output.begin(), output.end());
    command.examples = {
        {"perfplan log dana-reyes", "one plan from its last day to its first"},
        {"perfplan log --team west --since monday", "what happened to a team this week"},
        {"perfplan log dana-reyes --kind recognition --kind concern", "praise beside criticism"},
    };
    command.run = run;
    return command;
}

}  // namespace perfplan
