#include "commands/common/selection.hpp"

#include "base/text/text.hpp"
#include "store/user_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace perfplan::commands {

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

std::vector<Option> selection_options() {
    std::vector<Option> options = filter_options();
    options.push_back({"plans-from", 0, "FILE",
                       "take the plans from a list, a name or path a line ('-': standard input)",
                       Option::Times::once, Completes::file});
    options.push_back(
        {"null", '0', "", "NUL instead of line ends where plans are read and paths listed"});
    return options;
}

Positional plans_positional(std::string_view help) {
    return {"PLAN", std::string(help), Positional::Arity::any, Completes::plan};
}

bool is_one_of(const std::optional<std::string>& value, const std::vector<std::string>& wanted) {
    return wanted.empty() ||
           (value && std::any_of(wanted.begin(), wanted.end(), [&](const std::string& candidate) {
                return folded(candidate) == folded(*value);
            }));
}

namespace {

bool names_input(const PlanNames& names) {
    return std::find(names.begin(), names.end(), "-") != names.end();
}

}  // namespace

bool reads_plans(const Arguments& arguments, const PlanNames& names) {
    return arguments.has("plans-from") || names_input(names);
}

bool reads_plans_from_input(const Arguments& arguments, const PlanNames& names) {
    return arguments.value("plans-from") == "-" || names_input(names);
}

namespace {

/// A list of plans: what messages call it, and its bytes.
struct PlanList {
    std::string shown;
    std::string text;
    char end = '\n';  ///< of an entry
};

Result<PlanList> list_from(const std::string& file, const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(auto text, file == "-" ? io.read_input() : read_input(file));
    return PlanList{file == "-" ? "standard input" : file, std::move(text),
                    arguments.has("null") ? '\0' : '\n'};
}

/// The lists that were named; standard input only once.
Result<std::vector<PlanList>> plan_lists(const Arguments& arguments, const PlanNames& names,
                                         Io& io) {
    std::vector<std::string> files(
        static_cast<std::size_t>(std::count(names.begin(), names.end(), "-")), "-");
    if (const auto file = arguments.value("plans-from")) {
        files.push_back(*file);
    }
    if (std::count(files.begin(), files.end(), "-") > 1) {
        return fail(usage_error("the plans come from standard input twice", "keep one '-'"));
    }
    std::vector<PlanList> lists;
    for (const std::string& file : files) {
        PERFPLAN_TRY(auto list, list_from(file, arguments, io));
        lists.push_back(std::move(list));
    }
    return lists;
}

/// What is wrong with an entry, pointing at it. In a list with NULs there are no lines to point at.
Diagnostic at_entry(const PlanList& list, Span entry, const Diagnostic& wrong) {
    Diagnostic placed = wrong;
    placed.file = list.shown;
    if (list.end == '\n') {
        const Diagnostic pointing = Source(list.shown, list.text).point(entry, wrong.message);
        placed.at = pointing.at;
        placed.excerpt = pointing.excerpt;
    }
    return placed;
}

/// Puts together the plans that were named, each once, and what is wrong with the names.
class Collector {
public:
    Collector(const Tree& tree, Date today, const Io& io) : tree_(&tree), today_(today), io_(&io) {}

    void add(std::string_view name) { append(errors_, resolve(name)); }

    void add(const PlanList& list) {
        if (const auto bad = find_invalid_utf8(list.text)) {
            Diagnostic invalid;
            invalid.message = "is not valid UTF-8";
            invalid.file = list.shown;
            errors_.push_back(std::move(invalid));
            return;
        }
        for (std::size_t begin = 0; begin < list.text.size();) {
            const std::size_t end = std::min(list.text.find(list.end, begin), list.text.size());
            add_entry(list, {begin, end});
            begin = end + 1;
        }
    }

    Result<std::vector<PlanRef>> take() && {
        return errors_.empty() ? Result<std::vector<PlanRef>>(std::move(plans_))
                               : fail(std::move(errors_));
    }

private:
    void add_entry(const PlanList& list, Span span) {
        std::string_view name =
            std::string_view(list.text).substr(span.begin, span.end - span.begin);
        name = list.end == '\n' ? trim(name) : name;
        if (name.empty()) {
            return;
        }
        const auto begin = static_cast<std::size_t>(name.data() - list.text.data());
        for (const Diagnostic& wrong : resolve(name)) {
            errors_.push_back(at_entry(list, {begin, begin + name.size()}, wrong));
        }
    }

    Diagnostics resolve(std::string_view name) {
        const auto ref = resolve_plan(*tree_, name, today_, *io_);
        if (!ref) {
            return ref.error();
        }
        if (seen_.insert(*ref).second) {
            plans_.push_back(*ref);
        }
        return {};
    }

    const Tree* tree_;
    Date today_;
    const Io* io_;
    std::vector<PlanRef> plans_;
    std::set<PlanRef> seen_;
    Diagnostics errors_;
};

}  // namespace

Result<std::vector<PlanRef>> selected(const Arguments& arguments, const PlanNames& names,
                                      const Tree& tree, Date today, Io& io) {
    if (names.empty() && !arguments.has("plans-from")) {
        PERFPLAN_TRY(auto all, tree.list());
        io.report(all.warnings);
        return std::move(all.plans);
    }
    PERFPLAN_TRY(const auto lists, plan_lists(arguments, names, io));
    Collector plans(tree, today, io);
    for (const std::string& name : names) {
        if (name != "-") {
            plans.add(name);
        }
    }
    for (const PlanList& list : lists) {
        plans.add(list);
    }
    return std::move(plans).take();
}

std::vector<PlanRef> other_plans_of_reps(const Tree& tree, const std::vector<PlanRef>& refs) {
    std::set<Slug> reps;
    std::set<PlanRef> others;
    for (const PlanRef& ref : refs) {
        const auto listing = reps.insert(ref.rep).second ? tree.list(ref.rep)
                                                         : Result<Tree::Listing>(Tree::Listing());
        for (const PlanRef& other : listing ? listing->plans : std::vector<PlanRef>()) {
            others.insert(other);
        }
    }
    for (const PlanRef& ref : refs) {
        others.erase(ref);
    }
    return {others.begin(), others.end()};
}

Result<Filter> filter_from(const Arguments& arguments, const Settings& settings) {
    Diagnostics errors;
    std::vector<State> wanted_states;
    for (const std::string& text : arguments.values("state")) {
        const auto state = parse_state(text);
        if (state) {
            wanted_states.push_back(*state);
        } else {
            errors.push_back(invalid_value("--state", state.error()));
        }
    }
    std::vector<Verdict> wanted_verdicts;
    for (const std::string& text : arguments.values("verdict")) {
        const auto verdict = parse_plan_verdict(text);
        if (verdict) {
            wanted_verdicts.push_back(*verdict);
        } else {
            errors.push_back(invalid_value("--verdict", verdict.error()));
        }
    }
    std::vector<Window> windows;
    for (const std::string& text : arguments.values("period")) {
        const auto period = parse_period(text, settings.fiscal_year());
        if (period) {
            windows.push_back(period->window());
        } else {
            errors.push_back(invalid_value("--period", period.error()));
        }
    }
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    return Filter([teams = arguments.values("team"), managers = arguments.values("manager"),
                   reps = arguments.values("rep"), wanted_states, wanted_verdicts,
                   windows](const PlanSummary& plan) {
        const bool is_rep = is_one_of(plan.rep, reps) || is_one_of(plan.ref().rep.str(), reps);
        const bool is_in_state =
            wanted_states.empty() || std::find(wanted_states.begin(), wanted_states.end(),
                                               plan.state) != wanted_states.end();
        const bool is_so_judged =
            wanted_verdicts.empty() ||
            (plan.verdict && std::find(wanted_verdicts.begin(), wanted_verdicts.end(),
                                       *plan.verdict) != wanted_verdicts.end());
        const bool is_in_period =
            windows.empty() || std::any_of(windows.begin(), windows.end(), [&](const Window& w) {
                return w.overlaps(plan.window);
            });
        return is_rep && is_in_state && is_so_judged && is_in_period &&
               is_one_of(plan.team, teams) && is_one_of(plan.manager, managers);
    });
}

bool has_filters(const Arguments& arguments) {
    const std::vector<Option> filters = filter_options();
    return std::any_of(filters.begin(), filters.end(),
                       [&](const Option& option) { return arguments.has(option.name); });
}

bool is_filtered(const Arguments& arguments, const PlanNames& names) {
    return has_filters(arguments) || reads_plans(arguments, names);
}

ExitCode tell_of_no_match(std::size_t plans, Io& io) {
    io.report({plans == 0 ? warning("the list names no plan")
                          : warning(fmt::format("none of {} matches", count(plans, "plan")))});
    return ExitCode::findings;
}

ExitCode tell_of_no_plans(const Arguments& arguments, std::size_t plans, Io& io) {
    if (reads_plans(arguments, arguments.positionals()) || (has_filters(arguments) && plans > 0)) {
        return tell_of_no_match(plans, io);
    }
    io.report({warning("this tree has no plans yet", "'perfplan create REP' makes one")});
    return ExitCode::done;
}

}  // namespace perfplan::commands
