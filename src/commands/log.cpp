// perfplan log: what happened, newest first.
#include "commands/log.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/common/listing.hpp"
#include "commands/common/selection.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"
#include "output/log/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace perfplan::commands {

namespace {

Listed log_listing() {
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
    return log_page(log, Style(io.color(Stream::output)), io.width());
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
    return for_each_plan(tree, refs, log.as_of, io, [&](WholePlan judged) {
        auto& [plan, status] = judged;
        io.report(warnings_of_terms(tree, plan, status.agreed));
        if (passes(summary_of(status))) {
            io.report(notes_on_late_records(plan, log.as_of));
            add(log, tree.settings(), status, std::move(plan.journal), filter);
        }
    });
}

Result<ExitCode> run_log(const Arguments& arguments, Io& io) {
    const auto now = today(io);
    const auto output = output_of(arguments, log_listing());
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
    PERFPLAN_TRY(const auto refs, selected(arguments, arguments.positionals(), *tree, *now, io));
    Log log;
    log.as_of = *date;
    const ExitCode code = load(log, *tree, refs, *passes, *filter, io);
    keep_newest(log.records, filter->limit);
    const bool is_for_people = output->format == Format::table || output->format == Format::paths;
    if (log.records.empty() && is_for_people) {
        return code == ExitCode::done ? report_nothing(arguments, io, log, refs.size()) : code;
    }
    PERFPLAN_TRY_DO(deliver(arguments, io, text_of(*tree, log, *output, io)));
    const bool has_filters =
        is_filtered(arguments, arguments.positionals()) || has_record_filters(arguments);
    return log.records.empty() && has_filters ? std::max(code, ExitCode::findings) : code;
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
    const std::vector<Option> output = output_options(log_listing());
    command.options.insert(command.options.end(), filters.begin(), filters.end());
    command.options.push_back(as_of_option());
    command.options.insert(command.options.end(), output.begin(), output.end());
    command.examples = {
        {"perfplan log dana-reyes", "one plan from its last day to its first"},
        {"perfplan log --team west --since monday", "what happened to a team this week"},
        {"perfplan log dana-reyes --kind recognition --kind concern", "praise beside criticism"},
    };
    command.run = run_log;
    return command;
}

namespace {

Result<std::vector<RecordKind>> kinds_of(const Arguments& arguments) {
    std::vector<RecordKind> kinds;
    Diagnostics errors;
    for (const std::string& text : arguments.values("kind")) {
        const auto kind = parse_record_kind(text);
        if (kind) {
            kinds.push_back(*kind);
        } else {
            errors.push_back(invalid_value("--kind", kind.error()));
        }
    }
    return errors.empty() ? Result<std::vector<RecordKind>>(std::move(kinds))
                          : fail(std::move(errors));
}

Result<std::optional<Date>> date_of(const Arguments& arguments, std::string_view option,
                                    const Settings& settings, Date today, PeriodEnd edge) {
    const auto text = arguments.value(option);
    if (!text) {
        return std::nullopt;
    }
    PERFPLAN_TRY(const auto date,
                 past_or_future_date(fmt::format("--{}", option), *text, today, settings, edge));
    return date;
}

Result<std::optional<std::size_t>> limit_of(const Arguments& arguments) {
    const auto text = arguments.value("limit");
    if (!text) {
        return std::nullopt;
    }
    std::size_t limit = 0;
    const char* end = text->data() + text->size();
    const auto [stopped, error] = std::from_chars(text->data(), end, limit);
    if (error != std::errc() || stopped != end || limit == 0) {
        return fail(
            usage_error(fmt::format("--limit: '{}' is no number of records", visible(*text)),
                        "write a whole number from 1 on, such as 10"));
    }
    return limit;
}

}  // namespace

std::vector<Option> record_filter_options() {
    constexpr auto many = Option::Times::many;
    return {{"kind", 'k', "KIND", "only records of this kind: " + listing(record_kinds(), "or"),
             many, Completes::choice, record_kinds()},
            {"by", 0, "NAME", "only records that NAME wrote", many, Completes::person},
            {"since", 0, "DATE", "only records dated on or after DATE", Option::Times::once,
             Completes::date},
            {"until", 0, "DATE", "only records dated on or before DATE", Option::Times::once,
             Completes::date},
            {"limit", 'n', "N", "only the newest N records"}};
}

bool RecordFilter::passes(const Record& record) const {
    const bool is_of_kind =
        kinds.empty() || std::find(kinds.begin(), kinds.end(), record.kind) != kinds.end();
    return is_of_kind && is_one_of(record.by, names) && (!since || *since <= record.date) &&
           (!until || record.date <= *until);
}

Result<RecordFilter> record_filter(const Arguments& arguments, const Settings& settings,
                                   Date today) {
    auto kinds = kinds_of(arguments);
    const auto since = date_of(arguments, "since", settings, today, PeriodEnd::first);
    const auto until = date_of(arguments, "until", settings, today, PeriodEnd::last);
    const auto limit = limit_of(arguments);
    Diagnostics errors;
    collect(errors, kinds);
    collect(errors, since);
    collect(errors, until);
    collect(errors, limit);
    if (errors.empty() && *since && *until && **until < **since) {
        errors.push_back(usage_error(fmt::format("--until: {} is before --since, {}",
                                                 to_string(**until), to_string(**since)),
                                     "nothing can lie between"));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    return RecordFilter{*std::move(kinds), arguments.values("by"), *since, *until, *limit};
}

bool has_record_filters(const Arguments& arguments) {
    for (const std::string_view option : {"kind", "by", "since", "until"}) {
        if (arguments.has(option)) {
            return true;
        }
    }
    return false;
}

}  // namespace perfplan::commands
