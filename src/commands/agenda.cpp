// perfplan agenda: what is due for whom, the overdue first.
#include "commands/agenda.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/common/listing.hpp"
#include "commands/records/record.hpp"
#include "commands/registry.hpp"
#include "output/agenda/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace perfplan::commands {

namespace {

Listed agenda_listing() {
    return {titles(agenda_sheet({})), entry_member_names(), Listed::Paths::yes,
            Listed::Calendar::yes};
}

/// The last day of --within: so many days, weeks or months from `as_of` on, or a date.
Result<Date> until(const Arguments& arguments, const Settings& settings, Date as_of) {
    const std::string text(trim(arguments.value("within").value_or("30d")));
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool is_distance = digits > 0 && any_date("--within", "+1" + text.substr(digits), as_of,
                                                    settings, PeriodEnd::last)
                                               .has_value();
    auto date =
        any_date("--within", (is_distance ? "+" : "") + text, as_of, settings, PeriodEnd::last);
    if (date && *date < as_of) {
        return fail(usage_error(
            fmt::format("--within: {} is before {}", to_string(*date), to_string(as_of)),
            "write how far to look ahead: 30d, 2w, or a date; what is overdue is always shown"));
    }
    return date;
}

/// --alarm as a duration of iCalendar: "P1D", "P2W", "PT12H"
Result<std::optional<std::string>> alarm_of(const Arguments& arguments) {
    const auto text = arguments.value("alarm");
    if (!text) {
        return std::nullopt;
    }
    constexpr std::size_t most_digits = 3;
    const std::size_t digits = std::min(text->find_first_not_of("0123456789"), text->size());
    const std::string number = text->substr(0, digits);
    const std::string unit = text->substr(digits);
    if (number.empty() || number.size() > most_digits ||
        (unit != "h" && unit != "d" && unit != "w")) {
        return fail(
            usage_error(fmt::format("--alarm: '{}' is no time before a day", visible(*text)),
                        "write hours, days or weeks before the day begins: 12h, 1d, 1w"));
    }
    return unit == "h" ? fmt::format("PT{}H", number)
                       : fmt::format("P{}{}", number, unit == "d" ? 'D' : 'W');
}

/// What is to be shown, and how.
struct Request {
    Output output;
    AgendaOf of = AgendaOf::everything;
    Filter passes;
    std::optional<std::string> alarm;
};

Result<Request> request_from(const Arguments& arguments, AgendaOf of, const Settings& settings) {
    const auto output = output_of(arguments, agenda_listing());
    auto filter = filter_from(arguments, settings);
    const auto alarm = alarm_of(arguments);
    Diagnostics errors;
    collect(errors, output);
    collect(errors, filter);
    collect(errors, alarm);
    if (output && arguments.has("alarm") && output->format != Format::calendar) {
        errors.push_back(usage_error("--alarm has a place in a calendar only",
                                     "add --format ics, or leave it out"));
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    return Request{*output, of, *std::move(filter), *alarm};
}

Result<Agenda> empty_agenda(const Arguments& arguments, const Settings& settings, Date today) {
    PERFPLAN_TRY(const auto date, as_of(arguments, settings, today));
    PERFPLAN_TRY(const auto last, until(arguments, settings, date));
    return Agenda{date, last, settings.program, {}};
}

/// What is due of a plan until a day.
std::vector<AgendaEntry> entries_of(const PlanStatus& plan, Date until, AgendaOf of) {
    std::vector<AgendaEntry> entries;
    for (const NextStep& step : plan.agenda) {
        const bool is_wanted = of == AgendaOf::everything || step.kind == StepKind::review;
        if (!is_wanted || step.on > until) {
            continue;
        }
        entries.push_back(
            {plan.ref, plan.terms.rep, plan.terms.team, plan.terms.manager, plan.state, step});
        if (of == AgendaOf::reviews) {
            break;
        }
    }
    return entries;
}

/// What is to be told and shown of one plan.
struct Due {
    Diagnostics told;
    bool is_shown = false;  ///< it passes the filters
    std::vector<AgendaEntry> entries;
};

/// How the plans that were asked for could be read, and how many pass the filters.
struct AgendaItem {
    ExitCode code = ExitCode::done;
    std::size_t shown = 0;
};

/// Loads the plans and tells what is wrong with them; what is due of the others goes into the
/// agenda.
AgendaItem look(Agenda& agenda, const Tree& tree, const std::vector<PlanRef>& refs,
                const Request& request, Io& io) {
    AgendaItem looked;
    const auto due_of = [&](const LoadedPlan& plan, const PlanStatus& status) {
        Due due{
            warnings_of_terms(tree, plan, status.agreed), request.passes(summary_of(status)), {}};
        if (due.is_shown) {
            append(due.told, notes_on_late_records(plan, agenda.as_of));
            due.entries = entries_of(status, agenda.until, request.of);
        }
        return due;
    };
    const auto take = [&](Due due) {
        io.report(due.told);
        looked.shown += due.is_shown ? 1 : 0;
        std::ranges::move(due.entries, std::back_inserter(agenda.entries));
    };
    looked.code = for_each_plan(tree, refs, agenda.as_of, io, due_of, take);
    std::stable_sort(agenda.entries.begin(), agenda.entries.end(),
                     [](const AgendaEntry& a, const AgendaEntry& b) {
                         return std::tie(a.step.on, a.plan) < std::tie(b.step.on, b.plan);
                     });
    return looked;
}

/// The plans of the entries, each once.
std::vector<std::string> paths_of(const Tree& tree, const Agenda& agenda) {
    std::vector<std::string> paths;
    for (const AgendaEntry& entry : agenda.entries) {
        const std::string path = tree.shown(entry.plan);
        if (std::find(paths.begin(), paths.end(), path) == paths.end()) {
            paths.push_back(path);
        }
    }
    return paths;
}

std::string text_of(const Tree& tree, const Agenda& agenda, const Request& request, const Io& io) {
    const Output& output = request.output;
    if (output.is_sheet()) {
        return sheet_text(agenda_sheet(agenda), output, io);
    }
    switch (output.format) {
        case Format::json: return agenda_json(agenda);
        case Format::ndjson: return agenda_ndjson(agenda, output.fields);
        case Format::markdown: return markdown_table(agenda_table(agenda));
        case Format::calendar: return agenda_calendar(agenda, request.alarm);
        case Format::paths: return path_lines(paths_of(tree, agenda), output);
        default: break;
    }
    return text_table(agenda_table(agenda), Style(io.color(Stream::output)), io.width());
}

/// Says that there is nothing to do, or why nothing was looked at.
ExitCode tell_of_nothing(const Arguments& arguments, const Agenda& agenda, AgendaOf of,
                         std::size_t plans, Io& io) {
    if (plans == 0 && !is_filtered(arguments, arguments.positionals())) {
        return tell_of_no_plans(arguments, plans, io);
    }
    Diagnostic note = warning(fmt::format("{} due until {}",
                                          of == AgendaOf::reviews ? "no review is" : "nothing is",
                                          short_form(agenda.until, agenda.as_of)));
    note.severity = Severity::note;
    io.report({note});
    return ExitCode::done;
}

}  // namespace

std::vector<Option> agenda_options() {
    std::vector<Option> options{{"within", 0, "TIME",
                                 "how far to look ahead: 30d (default), 2w, or a date",
                                 Option::Times::once, Completes::date}};
    const std::vector<Option> selection = selection_options();
    const std::vector<Option> output = output_options(agenda_listing());
    options.push_back(as_of_option());
    options.insert(options.end(), selection.begin(), selection.end());
    options.insert(options.end(), output.begin(), output.end());
    options.push_back({"alarm", 0, "TIME",
                       "in a calendar: a reminder so long before the day begins: 12h, 1d, 1w"});
    return options;
}

Result<ExitCode> show_agenda(const Arguments& arguments, AgendaOf of, Io& io) {
    const auto now = today(io);
    const auto tree = open_tree(arguments, io);
    if (!now || !tree) {
        return tl::unexpected(!now ? now.error() : tree.error());
    }
    const auto request = request_from(arguments, of, tree->settings());
    auto agenda = empty_agenda(arguments, tree->settings(), *now);
    Diagnostics errors;
    collect(errors, request);
    collect(errors, agenda);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    PERFPLAN_TRY(const auto refs, selected(arguments, arguments.positionals(), *tree, *now, io));
    const AgendaItem looked = look(*agenda, *tree, refs, *request, io);
    const Format format = request->output.format;
    const bool matches_nothing =
        looked.shown == 0 && is_filtered(arguments, arguments.positionals());
    if (agenda->entries.empty() && (format == Format::table || format == Format::paths)) {
        // what is wrong has been said; a table of nothing says no more
        return looked.code != ExitCode::done ? looked.code
               : matches_nothing             ? tell_of_no_match(refs.size(), io)
                                 : tell_of_nothing(arguments, *agenda, of, refs.size(), io);
    }
    PERFPLAN_TRY_DO(deliver(arguments, io, text_of(*tree, *agenda, *request, io)));
    return matches_nothing ? std::max(looked.code, ExitCode::findings) : looked.code;
}

namespace {

Result<ExitCode> run_agenda(const Arguments& arguments, Io& io) {
    return show_agenda(arguments, AgendaOf::everything, io);
}

}  // namespace

Command agenda_command() {
    Command command;
    command.name = "agenda";
    command.summary = "Show what is due for whom, the overdue first";
    command.description =
        "Reviews, checkpoints, due dates of goals and skills, training and support that was promised, follow-ups and "
        "signatures: what is overdue and what is to come, of the plans named, or of all. --format ics makes a calendar.";
    command.positionals = {
        plans_positional("a plan, or a rep with one open plan; '-' reads a list of them")};
    command.options = agenda_options();
    command.examples = {
        {"perfplan agenda --within 1w", "this week"},
        {"perfplan agenda --manager 'Mia Chen' --alarm 1d -o agenda.ics",
         "into a calendar; the next export updates it"},
        {"perfplan agenda --format ndjson | jq -c 'select(.owed_by == \"company\" and .late_days > 0)'",
         "what the company owes"},
    };
    command.run = run_agenda;
    return command;
}

}  // namespace perfplan::commands
