#include "commands/records/record.hpp"

#include "base/numbers/fraction.hpp"
#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/terms/amend.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/plan/follow_ups.hpp"
#include "evaluate/plan/readings.hpp"
#include "evaluate/plan/timeline.hpp"
#include "store/user_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace perfplan::commands {

Positional plan_positional() {
    return {"PLAN", "the plan, or the rep if there is one open plan", Positional::Arity::one,
            Completes::plan};
}

std::vector<std::string> arguments_after_plan(const Arguments& arguments) {
    const std::vector<std::string>& all = arguments.positionals();
    return {all.begin() + 1, all.end()};
}

std::vector<Option> text_options() {
    return {{"message", 'm', "TEXT", "the words; given again, a further paragraph",
             Option::Times::many},
            {"file", 'F', "FILE", "take the words from a file ('-': standard input)",
             Option::Times::once, Completes::file}};
}

std::vector<Option> occasion_options(std::string_view on) {
    std::vector<Option> options = text_options();
    options.push_back({"on", 0, "DATE", std::string(on), Option::Times::once, Completes::date});
    options.push_back(
        {"evidence", 'e', "LINK", "a link or file name that shows it", Option::Times::many});
    options.push_back(by_option());
    options.push_back(dry_run_option());
    options.push_back(quiet_option());
    return options;
}

Diagnostics with_draft(Diagnostics errors, const RecordText& words) {
    if (words.draft) {
        std::string& hint = errors.back().hint;
        hint +=
            fmt::format("{}what you typed is in {}", hint.empty() ? "" : "; ", words.draft->path);
    }
    return errors;
}

void finish_draft(const Arguments& arguments, Io& io, const RecordText& words) {
    if (!words.draft) {
        return;
    }
    if (dry_run(arguments) == DryRun::yes) {
        io.report({warning(
            fmt::format("nothing was recorded; what you typed is in {}", words.draft->path))});
    } else {
        io.drop(*words.draft);
    }
}

namespace {

bool asks_for_input(const Arguments& arguments) {
    const std::vector<std::string>& positionals = arguments.positionals();
    return arguments.value("file") == "-" ||
           std::find(positionals.begin() + (positionals.empty() ? 0 : 1), positionals.end(), "-") !=
               positionals.end();
}

std::string paragraphs(const std::vector<std::string>& messages) {
    std::string text;
    for (const std::string& message : messages) {
        text += (text.empty() ? "" : "\n\n") + message;
    }
    return text;
}

/// A draft without the lines that explained it.
std::string without_comments(std::string_view draft) {
    std::string text;
    while (!draft.empty()) {
        const std::size_t end = std::min(draft.find('\n'), draft.size() - 1) + 1;
        if (!draft.starts_with('#')) {
            text += draft.substr(0, end);
        }
        draft.remove_prefix(end);
    }
    return text;
}

Result<RecordText> words_from_editor(Io& io, std::string_view prompt) {
    std::string initial = "\n";
    for (const std::string& line : wrap(prompt, 76)) {
        initial += "# " + line + "\n";
    }
    initial += "# Lines that start with # are left out. An empty text records nothing.\n";
    PERFPLAN_TRY(auto draft, io.edit(initial, "perfplan-note.md"));
    auto text = clean_text("the text", without_comments(draft.text));
    RecordText words{"", std::move(draft)};
    if (!text) {
        return fail(with_draft(std::move(text).error(), words));
    }
    words.text = *std::move(text);
    return words;
}

Result<RecordText> clean_words(std::string text) {
    PERFPLAN_TRY(auto clean, clean_text("the text", std::move(text)));
    return RecordText{std::move(clean)};
}

Result<std::string> given_text(const Arguments& arguments, Io& io) {
    if (arguments.has("message")) {
        return paragraphs(arguments.values("message"));
    }
    if (asks_for_input(arguments)) {
        return io.read_input();
    }
    return read_input(*arguments.value("file"));
}

}  // namespace

Result<RecordText> read_text(const Arguments& arguments, Io& io, TextNeeded needed,
                             std::string_view prompt) {
    const bool is_piped = needed == TextNeeded::yes && !io.is_terminal(Stream::input);
    const int sources = (arguments.has("message") ? 1 : 0) + (arguments.has("file") ? 1 : 0) +
                        (asks_for_input(arguments) && !arguments.has("file") ? 1 : 0);
    if (sources > 1) {
        return fail(usage_error("the text comes from two places", "use one of -m, -F and '-'"));
    }
    if (sources == 0 && needed == TextNeeded::no) {
        return RecordText{};
    }
    auto words = sources == 0 && !is_piped ? words_from_editor(io, prompt)
                 : sources == 0            ? io.read_input().and_then(clean_words)
                                           : given_text(arguments, io).and_then(clean_words);
    if (words && words->text.empty()) {
        if (words->draft) {
            io.drop(*words->draft);
        }
        return fail(usage_error("the text is empty, nothing was recorded",
                                "say it with -m TEXT, -F FILE or in a pipe"));
    }
    return words;
}

namespace {

/// The id in a list of known ones, or an error with the nearest.
Result<Slug> known_id(std::string_view noun, std::string_view text,
                      const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), text) != known.end()) {
        return *parse_slug(text);
    }
    return fail(
        usage_error(fmt::format("the plan has no {} '{}'", noun, visible(text)),
                    did_you_mean(text, known,
                                 known.empty() ? fmt::format("the plan has no {} yet", noun)
                                               : fmt::format("the plan has {}", listing(known)))));
}

Result<std::vector<Slug>> known_ids(std::string_view noun, const std::vector<std::string>& texts,
                                    const std::vector<std::string>& known) {
    std::vector<Slug> found;
    Diagnostics errors;
    for (const std::string& text : texts) {
        const auto id = known_id(noun, text, known);
        collect(errors, id);
        if (id && std::find(found.begin(), found.end(), *id) == found.end()) {
            found.push_back(*id);
        }
    }
    return errors.empty() ? Result<std::vector<Slug>>(std::move(found)) : fail(std::move(errors));
}

struct Assignment {
    std::string_view id;
    std::string_view value;
};

Result<Assignment> split_assignment(std::string_view text, std::string_view form) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size()) {
        return fail(usage_error(fmt::format("'{}' is not of the form {}", visible(text), form)));
    }
    return Assignment{text.substr(0, equals), text.substr(equals + 1)};
}

Diagnostic given_twice(std::string_view noun, const Slug& id) {
    return usage_error(fmt::format("{} '{}' is given twice", noun, id.str()),
                       "keep one of the two");
}

Result<std::pair<Slug, Decimal>> figure_of(const Plan& plan, const std::string& text) {
    PERFPLAN_TRY(const auto parts, split_assignment(text, "GOAL=NUMBER, such as pipeline=310k"));
    PERFPLAN_TRY(const auto id, known_id("goal", parts.id, ids(plan.goals)));
    const Goal& goal = *find(plan.goals, id.str());
    if (goal.kind() == GoalKind::deliverable) {
        return fail(
            usage_error(fmt::format("goal '{}' is a deliverable: it has no figure", id.str()),
                        fmt::format("tick it off with --done {}", id.str())));
    }
    PERFPLAN_TRY(const auto value, parse_figure(id.str(), parts.value, goal.unit));
    return std::pair{id, value};
}

Result<std::pair<Slug, int>> level_of(const Settings& settings, const Plan& plan,
                                      const std::string& text) {
    PERFPLAN_TRY(const auto parts, split_assignment(text, "SKILL=LEVEL, such as discovery=3"));
    PERFPLAN_TRY(const auto id, known_id("skill", parts.id, ids(plan.skills)));
    return parse_level(id.str(), parts.value, meanings_of_levels(settings, id)).map([&](int level) {
        return std::pair{id, level};
    });
}

std::string describe(const Scale& levels) {
    std::vector<std::string> steps;
    for (const auto& [level, meaning] : levels) {
        steps.push_back(fmt::format("{} {}", level, visible(meaning)));
    }
    return steps.empty() ? "levels are 1 to 5" : "levels are " + listing(steps);
}

/// Parses each text, refusing an id that comes twice; all errors together.
template <class T, class Parse>
Result<Keyed<T>> parse_each(const std::vector<std::string>& texts, std::string_view noun,
                            const Parse& parse) {
    Keyed<T> all;
    Diagnostics errors;
    for (const std::string& text : texts) {
        auto parsed = parse(text);
        collect(errors, parsed);
        if (parsed && find(all, parsed->first.str()) != nullptr) {
            errors.push_back(given_twice(noun, parsed->first));
        } else if (parsed) {
            all.push_back(*std::move(parsed));
        }
    }
    return errors.empty() ? Result<Keyed<T>>(std::move(all)) : fail(std::move(errors));
}

}  // namespace

Result<Decimal> parse_figure(std::string_view what, std::string_view text,
                             const std::optional<std::string>& unit) {
    const auto number = parse_human_number(text);
    if (!number) {
        return fail(invalid_value(what, number.error()));
    }
    if (number->percent && unit.value_or("").find('%') == std::string::npos) {
        return fail(
            usage_error(fmt::format("{}: '{}' is a percentage, but it is counted in {}", what,
                                    visible(text), unit ? visible(*unit) : "plain numbers"),
                        fmt::format("write the figure itself")));
    }
    return number->value;
}

Result<Keyed<Decimal>> parse_figures(const Plan& plan, const std::vector<std::string>& texts) {
    return parse_each<Decimal>(texts, "goal",
                               [&](const std::string& text) { return figure_of(plan, text); });
}

Result<int> parse_level(std::string_view what, std::string_view text, const Scale& levels) {
    int level = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, level);
    if (error != std::errc() || stopped != end || level < lowest_level || level > highest_level) {
        return fail(usage_error(fmt::format("{}: '{}' is no level", what, visible(text)),
                                describe(levels)));
    }
    return level;
}

Result<Keyed<int>> parse_levels(const Settings& settings, const Plan& plan,
                                const std::vector<std::string>& texts) {
    return parse_each<int>(texts, "skill",
                           [&](const std::string& text) { return level_of(settings, plan, text); });
}

Result<std::vector<Slug>> parse_goals(const Plan& plan, const std::vector<std::string>& texts) {
    return known_ids("goal", texts, ids(plan.goals));
}

Result<std::vector<Slug>> parse_skills(const Plan& plan, const std::vector<std::string>& texts) {
    return known_ids("skill", texts, ids(plan.skills));
}

Result<std::vector<Slug>> parse_activities(const Plan& plan,
                                           const std::vector<std::string>& texts) {
    return known_ids("activity", texts, ids(plan.activities));
}

Result<std::vector<Slug>> parse_done(const OpenPlan& open, const std::vector<std::string>& texts) {
    std::vector<std::string> known = tickable(open.plan.terms);
    std::vector<std::string> wanted = texts;
    Diagnostics errors;
    for (const FollowUpStatus& follow_up : follow_ups(open.plan.journal, open.today)) {
        const std::string& id = follow_up.id.str();
        if (follow_up.is_open() && !id.empty()) {
            known.push_back(id);
        } else if (std::erase(wanted, id) > 0) {
            errors.push_back(
                refusal(fmt::format("follow-up '{}' is done: {} ticked it off on {}", id,
                                    visible(follow_up.done_by), to_string(*follow_up.done_on))));
        }
    }
    auto done = known_ids("activity, deliverable or open follow-up", wanted, known);
    collect(errors, done);
    return errors.empty() ? std::move(done) : fail(std::move(errors));
}

Result<Record> new_record(RecordKind kind, const Arguments& arguments, const Io& io,
                          const OpenPlan& open) {
    Record record;
    record.kind = kind;
    record.date = open.today;
    record.recorded = moment_after(open.plan.journal, moment(io, open.today), open.today);
    if (const auto on = arguments.value("on")) {
        PERFPLAN_TRY(const auto date, past_date("--on", *on, open.today, open.tree.settings()));
        record.date = date;
    }
    PERFPLAN_TRY(auto by, author(arguments, io));
    record.by = std::move(by);
    return record;
}

std::optional<Window> days_watched(const OpenPlan& open) {
    const auto outcome = outcome_of(open.plan.journal, open.today);
    return outcome ? monitored_days(open.tree.settings().policy, *outcome) : std::nullopt;
}

std::string readings_that_count(const Window& watched) {
    return fmt::format("readings from {} to {} show whether the success lasts",
                       to_string(watched.first), to_string(watched.last));
}

Result<void> require_open(const OpenPlan& open, RecordKind kind) {
    if (is_open(open.state) || kind == RecordKind::response || kind == RecordKind::signature) {
        return {};
    }
    const auto watched = days_watched(open);
    if (kind == RecordKind::reading && watched && watched->contains(open.today)) {
        return {};
    }
    const std::string ref = to_string(open.plan.ref);
    if (kind == RecordKind::reading && watched && open.today < watched->first) {
        return fail(refusal(fmt::format("{} is closed", ref), readings_that_count(*watched)));
    }
    if (kind == RecordKind::amendment) {
        return fail(refusal(fmt::format("{} is closed: its terms stand", ref),
                            "nobody signed them, so that there is nothing to correct"));
    }
    return fail(refusal(
        fmt::format("{} is closed: nothing is added to it but a response, a signature, or a "
                    "correction of its terms",
                    ref),
        fmt::format("the rep's own words still go in with 'perfplan note {} --kind response'",
                    ref)));
}

namespace {

/// What a saved record asks for later, and how that is ticked off.
std::string open_follow_up(const OpenPlan& open, const Record& record, std::string_view path) {
    const Slug id = follow_up_id(path.substr(path.rfind('/') + 1));
    if (!record.follow_up || id.empty()) {
        return {};
    }
    return fmt::format(
        "follow-up {}: {}, by {}\nwhen it is done: perfplan note {} --done {} -m …\n", id.str(),
        visible(record.follow_up->what), short_form(record.follow_up->by, open.today),
        to_string(open.plan.ref), id.str());
}

}  // namespace

void tell_record(const Arguments& arguments, Io& io, const OpenPlan& open, const Record& record,
                 const Saved& saved, std::string_view next, std::string_view summary) {
    if (auto outside = outside_plan(open, record)) {
        io.report({*std::move(outside)});
    }
    print_saved(arguments, io, saved, next,
                std::string(summary) + open_follow_up(open, record, saved.path));
}

std::vector<Option> same_date_options() {
    return {{"add", 0, "", "of a sum: it comes on top of what was recorded for that date"},
            {"correct", 0, "", "it replaces what was recorded for that date"}};
}

Result<SameDate> same_date(const Arguments& arguments) {
    const bool adds = arguments.has("add");
    const bool corrects = arguments.has("correct");
    if (adds && corrects) {
        return fail(usage_error("--add and --correct exclude each other"));
    }
    return adds ? SameDate::add : corrects ? SameDate::correct : SameDate::unsaid;
}

namespace {

/// The readings of a goal in force on exactly that date.
std::vector<GoalReading> readings_on(const OpenPlan& open, const Slug& id, Date date) {
    const Goal* goal = find(open.plan.terms.goals, id.str());
    std::vector<GoalReading> readings = readings_of(
        id, goal != nullptr ? goal->readings : Combine::latest, open.plan.journal, date);
    std::erase_if(readings, [&](const GoalReading& reading) { return reading.on != date; });
    return readings;
}

bool is_sum(const OpenPlan& open, const Slug& id) {
    const Goal* goal = find(open.plan.terms.goals, id.str());
    return goal != nullptr && goal->readings == Combine::sum;
}

/// "10,000 and 5,000 USD"
std::string amounts_in_words(const std::vector<GoalReading>& readings) {
    std::vector<std::string> amounts;
    for (const GoalReading& reading : readings) {
        amounts.push_back(grouped(reading.value));
    }
    return listing(amounts);
}

/// True if all that the record says is in force already.
bool is_in_force(const OpenPlan& open, const Record& record) {
    return std::ranges::all_of(record.values, [&](const auto& value) {
        const auto readings = readings_on(open, value.first, record.date);
        return !readings.empty() && readings.back().value == value.second &&
               (readings.size() == 1 || record.corrects.empty());
    });
}

}  // namespace

Result<void> settle_readings(const OpenPlan& open, SameDate how, Record& record) {
    for (const auto& [id, value] : record.values) {
        const auto readings = readings_on(open, id, record.date);
        if (!is_sum(open, id)) {
            if (how == SameDate::add) {
                return fail(
                    usage_error(fmt::format("--add: readings of {} are not summed up", id.str()),
                                "leave it out: the newer reading of a date counts"));
            }
            continue;
        }
        if (readings.empty()) {
            continue;
        }
        if (how == SameDate::unsaid || how == SameDate::elsewhere) {
            return fail(refusal(
                fmt::format("{} has {} for {} already", id.str(), amounts_in_words(readings),
                            to_string(record.date)),
                how == SameDate::unsaid
                    ? fmt::format("add --add if {} comes on top of it, --correct if it replaces it",
                                  grouped(value))
                    : "use 'perfplan goal record' with --add or --correct"));
        }
        if (how == SameDate::correct) {
            record.corrects.push_back(id);
        }
    }
    return {};
}

void number_restated(const OpenPlan& open, SameDate how, Record& record) {
    constexpr int most = 1000;  // more equal records of a day are no accident
    if (how != SameDate::add && is_in_force(open, record)) {
        return;
    }
    for (int n = 2; n < most && is_recorded(open.plan, record); ++n) {
        record.again = n;
    }
}

namespace {

constexpr int far_apart = 50;      ///< times the last reading
constexpr int far_from_goal = 20;  ///< times the target

/// True if one is at least `times` the other, neither being zero.
bool is_of_another_size(const Fraction& a, const Fraction& b, int times) {
    const Fraction one = magnitude(a);
    const Fraction other = magnitude(b);
    return !one.is_zero() && !other.is_zero() && (one >= other * times || other >= one * times);
}

}  // namespace

Diagnostics scale_warnings(const OpenPlan& open, const Record& record) {
    Diagnostics warnings;
    for (const auto& [id, value] : record.values) {
        const Goal* goal = find(open.plan.terms.goals, id.str());
        if (goal == nullptr) {
            continue;
        }
        const auto readings = readings_of(id, goal->readings, open.plan.journal, record.date);
        const auto limit = goal->target    ? goal->target
                           : goal->at_most ? goal->at_most.first()
                                           : goal->at_least.first();
        const bool has_before = goal->readings != Combine::sum && !readings.empty();
        std::string beside;
        if (has_before && is_of_another_size(value, readings.back().value, far_apart)) {
            beside =
                fmt::format("the reading of {} was {}", short_form(readings.back().on, open.today),
                            amount(readings.back().value, goal->unit));
        } else if (!has_before && limit && !Fraction(*limit).is_zero() &&
                   magnitude(value) >= magnitude(*limit) * far_from_goal) {
            beside = fmt::format("the goal is {}", amount(*limit, goal->unit));
        }
        if (!beside.empty()) {
            warnings.push_back(warning(fmt::format("{} is {}, but {}: is it of the right scale?",
                                                   id.str(), amount(value, goal->unit), beside),
                                       "record the right figure for that date if it is not"));
        }
    }
    return warnings;
}

Result<ExitCode> save_record(const Arguments& arguments, Io& io, const OpenPlan& open,
                             Record record, const RecordText& words, Privacy privacy,
                             std::string_view next, std::string_view summary) {
    if (!words.text.empty()) {
        record.text = words.text;
    }
    if (auto finished = finish_amendment(arguments, io, open); !finished) {
        return fail(with_draft(std::move(finished).error(), words));
    }
    auto saved = add_record(open.tree, open.plan, record, privacy, dry_run(arguments));
    if (!saved) {
        return fail(with_draft(std::move(saved).error(), words));
    }
    finish_draft(arguments, io, words);
    tell_record(arguments, io, open, record, *saved, next, summary);
    return ExitCode::done;
}

std::optional<Diagnostic> outside_plan(const OpenPlan& open, const Record& record) {
    const Window window =
        timeline(open.tree.settings(), open.plan.terms, open.plan.journal, open.today).window();
    const bool may_follow = record.kind == RecordKind::response ||
                            record.kind == RecordKind::review || !is_open(open.state);
    if (window.contains(record.date) || (may_follow && record.date > window.last)) {
        return std::nullopt;
    }
    return warning(fmt::format("{} is outside the plan, which runs from {} to {}",
                               to_string(record.date), to_string(window.first),
                               to_string(window.last)));
}

}  // namespace perfplan::commands
