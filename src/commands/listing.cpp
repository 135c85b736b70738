#include "listing.hpp"

#include <perfplan/base/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace perfplan {

namespace {

constexpr std::array<std::pair<std::string_view, Format>, 6> formats{{{"table", Format::table},
                                                                      {"json", Format::json},
                                                                      {"ndjson", Format::ndjson},
                                                                      {"csv", Format::csv},
                                                                      {"tsv", Format::tsv},
                                                                      {"md", Format::markdown}}};

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const auto& [name, format] : formats) {
        names.emplace_back(name);
    }
    return names;
}

std::optional<Format> find_format(std::string_view name) {
    for (const auto& [candidate, format] : formats) {
        if (candidate == name) {
            return format;
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_one_of(const std::optional<std::string>& value, const std::vector<std::string>& wanted) {
    return wanted.empty() ||
           (value && std::any_of(wanted.begin(), wanted.end(), [&](const std::string& candidate) {
                return folded(candidate) == folded(*value);
            }));
}

std::vector<Option> output_options() {
    return {{"format", 'f', "FORMAT", listing(format_names(), "or"), Option::Times::once,
             Completes::choice, format_names()},
            {"output", 'o', "FILE", "write to FILE; its ending says the format",
             Option::Times::once, Completes::file}};
}

std::vector<Option> filter_options() {
    constexpr auto many = Option::Times::many;
    return {{"team", 0, "NAME", "only plans of this team", many, Completes::team},
            {"manager", 0, "NAME", "only plans of this manager", many, Completes::person},
            {"rep", 0, "NAME", "only plans of this rep, by name or id", many, Completes::rep},
            {"state", 0, "STATE", listing(states(), "or"), many, Completes::choice, states()},
            {"verdict", 0, "VERDICT", listing(plan_verdicts(), "or"), many, Completes::choice,
             plan_verdicts()},
            {"period", 0, "PERIOD", "only plans that run in this period: 2026-Q4", many,
             Completes::period}};
}

Option as_of_option() {
    return {"as-of",
            0,
            "DATE",
            "as of the end of that day: what is dated later is left out",
            Option::Times::once,
            Completes::date};
}

Result<Format> format_of(const Arguments& arguments) {
    if (const auto name = arguments.value("format")) {
        if (const auto format = find_format(*name)) {
            return *format;
        }
        const auto near = nearest(*name, format_names());
        return fail(usage_error(fmt::format("--format: there is no format '{}'", visible(*name)),
                                near ? fmt::format("did you mean '{}'?", *near)
                                     : fmt::format("it can be {}", listing(format_names(), "or"))));
    }
    const auto file = arguments.value("output");
    if (!file || *file == "-") {
        return Format::table;
    }
    const std::size_t dot = file->rfind('.');
    if (dot != std::string::npos && file->find('/', dot) == std::string::npos) {
        const std::string ending = lower(std::string_view(*file).substr(dot + 1));
        if (ending == "txt") {
            return Format::table;
        }
        if (const auto format = find_format(ending)) {
            return *format;
        }
    }
    return fail(
        usage_error(fmt::format("the ending of '{}' says no format", visible(*file)),
                    "add --format json, or call it .json, .ndjson, .csv, .tsv, .md or .txt"));
}

Result<void> deliver(const Arguments& arguments, Io& io, const std::string& text) {
    const auto file = arguments.value("output");
    if (!file || *file == "-") {
        io.print(text);
        return {};
    }
    return replace_output(*file, text);
}

Result<Date> as_of(const Arguments& arguments, const Settings& settings, Date today) {
    const auto text = arguments.value("as-of");
    return text ? past_or_future_date("--as-of", *text, today, settings) : today;
}

Result<std::vector<PlanRef>> selected(const Arguments& arguments, const Tree& tree, Date today,
                                      Io& io) {
    if (arguments.positionals().empty()) {
        auto all = tree.list();
        if (!all) {
            return tl::unexpected(std::move(all).error());
        }
        io.report(all->warnings);
        return std::move(all->plans);
    }
    std::vector<PlanRef> refs;
    Diagnostics errors;
    for (const std::string& text : arguments.positionals()) {
        const auto ref = resolve_plan(tree, text, today, io);
        if (!ref) {
            errors.insert(errors.end(), ref.error().begin(), ref.error().end());
        } else if (std::find(refs.begin(), refs.end(), *ref) == refs.end()) {
            refs.push_back(*ref);
        }
    }
    return errors.empty() ? Result<std::vector<PlanRef>>(std::move(refs)) : fail(std::move(errors));
}

void tell_of_late_records(const LoadedPlan& plan, Date date, Io& io) {
    const auto late =
        std::count_if(plan.journal.begin(), plan.journal.end(), [&](const JournalEntry& entry) {
            return entry.record.date <= date && !is_known_on(entry.record, date);
        });
    if (late > 0) {
        Diagnostic note = warning(
            fmt::format("{} of {} dated by {} {} written later and {} not counted",
                        count(static_cast<std::size_t>(late), "record"), to_string(plan.ref),
                        to_string(date), late == 1 ? "was" : "were", late == 1 ? "is" : "are"),
            "a later --as-of counts them");
        note.severity = Severity::note;
        io.report({note});
    }
}

Result<Filter> filter_from(const Arguments& arguments, const Settings& settings) {
    Diagnostics errors;
    std::vector<State> wanted_states;
    for (const std::string& text : arguments.values("state")) {
        const auto state = parse_state(text);
        if (state) {
            wanted_states.push_back(*state);
        } else {
            errors.push_back(bad_value("--state", state.error()));
        }
    }
    std::vector<Verdict> wanted_verdicts;
    for (const std::string& text : arguments.values("verdict")) {
        const auto verdict = parse_plan_verdict(text);
        if (verdict) {
            wanted_verdicts.push_back(*verdict);
        } else {
            errors.push_back(bad_value("--verdict", verdict.error()));
        }
    }
    std::vector<Window> windows;
    for (const std::string& text : arguments.values("period")) {
        const auto period = parse_period(text, settings.fiscal_year());
        if (period) {
            windows.push_back(period->window());
        } else {
            errors.push_back(bad_value("--period", period.error()));
        }
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    return Filter([teams = arguments.values("team"), managers = arguments.values("manager"),
                   reps = arguments.values("rep"), wanted_states, wanted_verdicts,
                   windows](const PlanStatus& plan) {
        const bool is_rep = is_one_of(plan.terms.rep, reps) || is_one_of(plan.ref.rep.str(), reps);
        const bool is_in_state =
            wanted_states.empty() || std::find(wanted_states.begin(), wanted_states.end(),
                                               plan.state) != wanted_states.end();
        const bool is_so_judged =
            wanted_verdicts.empty() ||
            (plan.verdict && std::find(wanted_verdicts.begin(), wanted_verdicts.end(),
                                       *plan.verdict) != wanted_verdicts.end());
        const bool is_in_period =
            windows.empty() || std::any_of(windows.begin(), windows.end(), [&](const Window& w) {
                return w.overlaps(plan.timeline.window());
            });
        return is_rep && is_in_state && is_so_judged && is_in_period &&
               is_one_of(plan.terms.team, teams) && is_one_of(plan.terms.manager, managers);
    });
}

bool has_filters(const Arguments& arguments) {
    const std::vector<Option> filters = filter_options();
    return std::any_of(filters.begin(), filters.end(),
                       [&](const Option& option) { return arguments.has(option.name); });
}

}  // namespace perfplan
