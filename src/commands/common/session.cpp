#include "commands/common/session.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "format/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace perfplan::commands {

Diagnostic invalid_value(std::string_view what, const ParseError& misread) {
    return usage_error(fmt::format("{}: {}", what, misread.message), misread.hint);
}

Result<Date> today(const Io& io) {
    const auto variable = io.variable("PERFPLAN_TODAY");
    if (!variable) {
        return io.clock_date();
    }
    const auto date = parse_date(*variable);
    if (!date) {
        return fail(invalid_value("PERFPLAN_TODAY", date.error()));
    }
    return *date;
}

namespace {

/// A time of day, "00:30:00.000Z", moved into the afternoon: "12:15:00.000Z". Order is kept.
std::string in_the_afternoon(std::string_view time) {
    constexpr int minute = 60'000;  // in milliseconds
    constexpr int hour = 60 * minute;
    const auto number = [&](std::size_t at, std::size_t digits) {
        int value = 0;
        std::from_chars(time.data() + at, time.data() + at + digits, value);
        return value;
    };
    const int moved =
        12 * hour +
        (number(0, 2) * hour + number(3, 2) * minute + number(6, 2) * 1000 + number(9, 3)) / 2;
    return fmt::format("{:02}:{:02}:{:02}.{:03}Z", moved / hour, moved / minute % 60,
                       moved / 1000 % 60, moved % 1000);
}

}  // namespace

Timestamp moment(const Io& io, Date today) {
    constexpr std::size_t date_length = 10;
    std::string utc = io.timestamp();
    const auto date = parse_date(std::string_view(utc).substr(0, date_length));
    if (date && today != io.clock_date()) {
        utc = fmt::format("{}T{}", to_string(*date + (today - io.clock_date())),
                          in_the_afternoon(std::string_view(utc).substr(date_length + 1)));
    }
    return {std::move(utc)};
}

namespace {

/// A moment as records hold it, a millisecond later.
std::string millisecond_after(const std::string& utc) {
    constexpr std::size_t date_length = 10;
    const auto date = parse_date(std::string_view(utc).substr(0, date_length));
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    int milliseconds = 0;
    if (!date || std::sscanf(utc.c_str() + date_length, "T%2d:%2d:%2d.%3dZ", &hours, &minutes,
                             &seconds, &milliseconds) < 3) {
        return utc;
    }
    constexpr int a_day = 86'400'000;
    const int next = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds + 1;
    const int of_day = next % a_day;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_string(*date + next / a_day),
                       of_day / 3'600'000, of_day / 60'000 % 60, of_day / 1000 % 60, of_day % 1000);
}

}  // namespace

Timestamp moment_after(const Journal& journal, Timestamp written, Date today) {
    const Timestamp end_of_today{to_string(today + 1) + "T11:59:59.999Z"};  // see is_known_on
    for (const JournalEntry& entry : journal) {
        const Timestamp& recorded = entry.record.recorded;
        if (!(recorded < written) && recorded < end_of_today) {
            written.utc = millisecond_after(recorded.utc);
        }
    }
    return written;
}

bool is_same_person(std::string_view a, std::string_view b) {
    return folded(a) == folded(b);
}

Result<std::string> author(const Arguments& arguments, const Io& io) {
    std::string name = arguments.value("by").value_or(io.variable("PERFPLAN_AUTHOR").value_or(""));
    if (name.empty()) {
        const auto tree = arguments.value("directory");
        name =
            io.git_config(tree.value_or(io.variable("PERFPLAN_TREE").value_or(".")), "user.name");
    }
    if (name.empty()) {
        name = io.login_name();
    }
    auto clean = clean_text("author", std::move(name));
    if (!clean) {
        return clean;
    }
    if (const auto invisible = find_invisible(*clean)) {
        return fail(
            usage_error(fmt::format("--by: the name contains {}, which nobody sees",
                                    name_of_character(std::string_view(*clean).substr(*invisible))),
                        "take it out: one person spelled in two ways would be two people"));
    }
    if (trim(*clean).empty() || clean->find('\n') != std::string::npos) {
        return fail(
            usage_error("who writes this is not known",
                        "say it with --by NAME, PERFPLAN_AUTHOR or 'git config user.name'"));
    }
    if (parse_date(trim(*clean))) {
        return fail(usage_error(fmt::format("--by: '{}' is a date, not a name", trim(*clean)),
                                "--by says who writes; the option for a date by which is --due"));
    }
    return std::string(trim(*clean));
}

namespace {

TreeLocation tree_location(const Arguments& arguments, const Io& io) {
    if (const auto directory = arguments.value("directory")) {
        return {*directory};
    }
    if (const auto variable = io.variable("PERFPLAN_TREE")) {
        return {*variable, TreeLocation::Search::here};
    }
    return {};
}

}  // namespace

Result<Tree> open_tree(const Arguments& arguments, Io& io) {
    auto tree = Tree::open(tree_location(arguments, io));
    if (tree) {
        io.report(tree->warnings());
    }
    return tree;
}

bool is_in_tree(const Arguments& arguments, const Io& io) {
    return Tree::open_anyway(tree_location(arguments, io)).has_value();
}

std::vector<Result<LoadedPlan>> load_plans(const Tree& tree, const std::vector<PlanRef>& refs,
                                           Io& io) {
    return load_plans(tree, refs,
                      [&](std::size_t done) { io.progress("reading plans", done, refs.size()); });
}

namespace {

/// What a rep's plans are, with the state of each; damage is left to the command that opens the
/// plan.
struct PlanChoice {
    PlanRef ref;
    State state;
};

std::vector<PlanChoice> candidates_of(const Tree& tree, const std::vector<PlanRef>& refs,
                                      Date today) {
    std::vector<PlanChoice> candidates;
    for (const PlanRef& ref : refs) {
        const auto plan = load_plan(tree, ref);
        candidates.push_back({ref, plan ? state_of(tree, *plan, today) : State::active});
    }
    return candidates;
}

std::string in_lines(const std::vector<PlanChoice>& candidates) {
    std::vector<std::string> items;
    for (const PlanChoice& candidate : candidates) {
        items.push_back(
            fmt::format("'{}' ({})", to_string(candidate.ref), to_string(candidate.state)));
    }
    return listing(items, "or");
}

Result<PlanRef> only_open_plan(const Tree& tree, std::string_view text,
                               const std::vector<PlanRef>& refs, Date today) {
    if (refs.size() == 1) {
        return refs.front();
    }
    const std::vector<PlanChoice> all = candidates_of(tree, refs, today);
    std::vector<PlanChoice> open;
    std::copy_if(all.begin(), all.end(), std::back_inserter(open),
                 [](const PlanChoice& candidate) { return is_open(candidate.state); });
    if (open.size() == 1) {
        return open.front().ref;
    }
    return fail(refusal(open.empty()
                            ? fmt::format("'{}' has no open plan", text)
                            : fmt::format("'{}' has {}", text, count(open.size(), "open plan")),
                        fmt::format("name one: {}", in_lines(open.empty() ? all : open))));
}

Result<PlanRef> unknown_plan(std::string_view text, const std::vector<PlanRef>& refs) {
    std::vector<std::string> names;
    for (const PlanRef& ref : refs) {
        const bool is_new_rep = names.empty() || names.back() != ref.rep.str();
        if (text.find('/') != std::string_view::npos) {
            names.push_back(to_string(ref));
        } else if (is_new_rep) {
            names.push_back(ref.rep.str());
        }
    }
    return fail(refusal(
        fmt::format("there is no plan '{}'", visible(text)),
        did_you_mean(text, names,
                     refs.empty() ? "this tree has no plans yet; 'perfplan create REP' makes one"
                     : text.find(' ') != std::string_view::npos
                         ? "words go with -m TEXT; 'perfplan status' lists the plans there are"
                         : "'perfplan status' lists the plans there are")));
}

/// What a path below plans/ names: "dana-reyes/2026-q4" of its directory and of every file in it,
/// "dana-reyes" of the rep's. As a shell completes it here or in the tree's root, as git lists it
/// in the root, and as --format paths writes it.
std::string_view name_in_path(const Tree& tree, std::string_view text) {
    while (text.ends_with('/')) {
        text.remove_suffix(1);
    }
    const std::string in_root = fmt::format("{}/", plans_directory);
    for (const std::string& prefix : {tree.root().shown(in_root), "./" + in_root, in_root}) {
        if (text.starts_with(prefix)) {
            text.remove_prefix(prefix.size());
            const std::size_t rep_ends = text.find('/');
            return rep_ends == std::string_view::npos
                       ? text
                       : text.substr(0, text.find('/', rep_ends + 1));
        }
    }
    return text;
}

/// Plans whose name, or whose rep, starts with the text.
std::vector<PlanRef> starting_with(const std::vector<PlanRef>& refs, std::string_view text) {
    std::vector<PlanRef> matches;
    std::copy_if(refs.begin(), refs.end(), std::back_inserter(matches),
                 [&](const PlanRef& ref) { return to_string(ref).starts_with(text); });
    return matches;
}

/// The plans of the rep with this name as the terms write it: "Dana Reyes". A name that could be an
/// id is none, so that a misspelt id never means somebody else.
std::vector<PlanRef> plans_of_person(const Tree& tree, const std::vector<PlanRef>& refs,
                                     std::string_view name) {
    std::vector<PlanRef> plans;
    if (parse_slug(name) || parse_plan_ref(name)) {
        return plans;
    }
    for (const PlanRef& ref : refs) {
        const auto plan = load_plan(tree, ref);
        if (plan && is_same_person(plan->terms.rep, name)) {
            plans.push_back(ref);
        }
    }
    return plans;
}

}  // namespace

Result<PlanRef> resolve_plan(const Tree& tree, std::string_view text, Date today, const Io& io) {
    text = name_in_path(tree, text);
    if (const auto ref = parse_plan_ref(text);
        ref &&
        tree.root().find(fmt::format("{}/{}", plans_directory, text)).value_or(std::nullopt)) {
        return *ref;
    }
    if (const auto rep = parse_slug(text)) {
        PERFPLAN_TRY(const auto of_rep, tree.list(*rep));
        if (!of_rep.plans.empty()) {
            return only_open_plan(tree, text, of_rep.plans, today);
        }
    }
    PERFPLAN_TRY(const auto all, tree.list());
    const std::vector<PlanRef> matches = starting_with(all.plans, text);
    // a script must not come to depend on what else is in the tree
    const bool may_abbreviate = io.is_terminal(Stream::input) && io.is_terminal(Stream::output);
    if (may_abbreviate && !matches.empty() && !text.empty()) {
        return only_open_plan(tree, text, matches, today);
    }
    if (const std::vector<PlanRef> plans = plans_of_person(tree, all.plans, text); !plans.empty()) {
        return only_open_plan(tree, text, plans, today);
    }
    return unknown_plan(text, all.plans);
}

Result<OpenPlan> open_plan(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(const auto date, today(io));
    PERFPLAN_TRY(auto tree, open_tree(arguments, io));
    PERFPLAN_TRY(const auto ref, resolve_plan(tree, arguments.positionals().front(), date, io));
    PERFPLAN_TRY(auto plan, load_plan(tree, ref));
    return open_loaded(tree, std::move(plan), date, io);
}

Result<OpenPlan> open_loaded(const Tree& tree, LoadedPlan plan, Date today, Io& io) {
    if (worst(plan.diagnostics) != ExitCode::done) {
        return fail(plan.diagnostics);
    }
    io.report(plan.diagnostics);
    TermsStatus agreed = evaluate_terms(tree, plan, today);
    io.report(warnings_of_terms(tree, plan, agreed));
    const State state = state_of(tree, plan, agreed, today);
    Plan written = agreed.is_unfinished ? plan.sealed[*agreed.newest].terms : plan.terms;
    plan.terms = Plan(terms_in_force(agreed, files_of(plan)));
    return OpenPlan{tree, today, std::move(plan), std::move(agreed), std::move(written), state};
}

namespace {

Result<Date> human_date(std::string_view option, std::string_view text, const DateContext& words) {
    const auto date = parse_human_date(text, words);
    if (!date) {
        return fail(invalid_value(option, date.error()));
    }
    return *date;
}

DateContext words_of(Date today, const Settings& settings) {
    DateContext words;
    words.today = today;
    words.fiscal_year_starts = settings.calendar.fiscal_year_starts;
    words.fiscal_year_named_by_end =
        settings.calendar.fiscal_year_named_by == FiscalYear::NamedBy::end;
    return words;
}

}  // namespace

Result<Date> past_date(std::string_view option, std::string_view text, Date today,
                       const Settings& settings) {
    auto date = past_or_future_date(option, text, today, settings);
    if (date && *date > today) {
        return fail(usage_error(fmt::format("{}: {} is in the future, today is {}", option,
                                            to_string(*date), to_string(today)),
                                "a record says what happened; write it when it has"));
    }
    return date;
}

Result<Date> past_or_future_date(std::string_view option, std::string_view text, Date today,
                                 const Settings& settings, PeriodEnd edge) {
    DateContext words = words_of(today, settings);
    words.edge = edge;
    words.lean = Direction::past;
    return human_date(option, text, words);
}

Result<Date> any_date(std::string_view option, std::string_view text, Date today,
                      const Settings& settings, PeriodEnd edge) {
    DateContext words = words_of(today, settings);
    words.edge = edge;
    return human_date(option, text, words);
}

Result<std::string> clean_text(std::string_view what, std::string text) {
    if (const auto bad = find_invalid_utf8(text)) {
        return fail(usage_error(fmt::format("{} is not valid UTF-8 (byte {})", what, *bad + 1),
                                "save it as UTF-8"));
    }
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends_line = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] == '\n');
        if (!ends_line) {
            clean += text[i];
        }
    }
    clean.erase(clean.find_last_not_of(" \t\n") + 1);
    if (const auto bad = find_unsafe(clean)) {
        return fail(
            usage_error(fmt::format("{} contains {}, which has no place in a text", what,
                                    name_of_character(std::string_view(clean).substr(*bad))),
                        "take it out"));
    }
    return clean;
}

Option dry_run_option() {
    return {"dry-run", 'n', "", "show what would change, and change nothing"};
}

Option quiet_option() {
    return {"quiet", 'q', "", "say nothing when all went well"};
}

Option by_option() {
    return {"by",
            0,
            "NAME",
            "who writes it (default: PERFPLAN_AUTHOR, or git's user.name)",
            Option::Times::once,
            Completes::person};
}

DryRun dry_run(const Arguments& arguments) {
    return arguments.has("dry-run") ? DryRun::yes : DryRun::no;
}

void print_saved(const Arguments& arguments, Io& io, const Saved& saved, std::string_view next,
                 std::string_view summary) {
    if (saved.written == Written::before) {
        if (!arguments.has("quiet")) {
            io.print(fmt::format("unchanged {}\n", visible(saved.path)));
        }
        return;
    }
    if (dry_run(arguments) == DryRun::yes) {
        io.print(unified_diff("", saved.path, "", saved.bytes));
        return;
    }
    io.note_saved(saved.path);
    if (!arguments.has("quiet")) {
        io.print(fmt::format("saved {}\n{}", visible(saved.path), summary));
        if (!next.empty()) {
            io.print(fmt::format("next: {}\n", next));
        }
    }
}

void print_file(const Arguments& arguments, Io& io, const std::string& path) {
    io.note_saved(path);
    if (!arguments.has("quiet")) {
        io.print(fmt::format("saved {}\n", visible(path)));
    }
}

void print_changed(const Arguments& arguments, Io& io, const ChangedTerms& changed,
                   std::string_view next, std::string_view summary) {
    const EditedTerms& terms = changed.terms;
    const bool is_dry = dry_run(arguments) == DryRun::yes;
    bool is_changed = terms.before != terms.after;
    for (const Saved& file : changed.files) {
        is_changed = is_changed || file.written == Written::now;
        if (file.written == Written::now && is_dry) {
            io.print(unified_diff("", file.path, "", file.bytes));
        } else if (file.written == Written::now) {
            print_file(arguments, io, file.path);
        }
    }
    if (is_dry) {
        io.print(unified_diff(terms.path, terms.path, terms.before, terms.after));
    } else if (terms.before != terms.after) {
        print_file(arguments, io, terms.path);
    }
    if (arguments.has("quiet") || (is_dry && is_changed)) {
        return;
    }
    if (!is_changed) {
        io.print(fmt::format("unchanged {}\n", visible(terms.path)));
        return;
    }
    io.print(summary);
    if (!next.empty()) {
        io.print(fmt::format("next: {}\n", next));
    }
}

}  // namespace perfplan::commands
