// perfplan today: the manager's day.
#include "output/today/today.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/common/listing.hpp"
#include "commands/registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace perfplan::commands {

namespace {

constexpr int days_shown = 7;

/// What one plan adds to the day.
struct DayOfPlan {
    Diagnostics told;
    bool is_open = false;
    std::vector<AgendaEntry> entries;
    std::optional<PlanInTrouble> trouble;
    std::vector<StaleGoal> stale;
    std::vector<Unrecognized> unrecognized;
};

/// True if a recognition since that day names the goal or skill.
bool is_recognized(const Journal& journal, const Achievement& achievement, Date since, Date as_of) {
    return std::ranges::any_of(journal, [&](const JournalEntry& entry) {
        const Record& record = entry.record;
        const auto& ids = achievement.kind == StepKind::skill ? record.skills : record.goals;
        return record.kind == RecordKind::recognition && record.date >= since &&
               record.date <= as_of && std::ranges::find(ids, achievement.id) != ids.end();
    });
}

/// The workday before a day: what was reached since is news.
Date previous_workday(const Calendar& calendar, Date date) {
    constexpr int farthest = 31;  // a calendar with hardly any workday must not loop for long
    for (int back = 1; back <= farthest; ++back) {
        if (calendar.is_workday(date - back)) {
            return date - back;
        }
    }
    return date - 1;
}

std::vector<Unrecognized> unrecognized(const Tree& tree, const LoadedPlan& plan,
                                       const PlanStatus& status, Date as_of) {
    const Date before = previous_workday(tree.settings().workdays(), as_of);
    std::vector<Unrecognized> open;
    for (Achievement& reached : achievements(evaluate_plan(tree, plan, before), status)) {
        if (!is_recognized(plan.journal, reached, before, as_of)) {
            open.push_back({status.ref, status.terms.rep, std::move(reached)});
        }
    }
    return open;
}

std::vector<StaleGoal> stale_goals(const PlanStatus& plan) {
    std::vector<StaleGoal> stale;
    for (const GoalStatus& goal : plan.goals) {
        if (goal.verdict == Verdict::stale || goal.verdict == Verdict::no_data) {
            stale.push_back({plan.ref, goal.id, goal.read_on});
        }
    }
    return stale;
}

DayOfPlan day_of_plan(const Tree& tree, const LoadedPlan& plan, const PlanStatus& status,
                      const Today& today) {
    DayOfPlan day;
    day.told = warnings_of_terms(tree, plan, status.agreed);
    day.is_open = is_open(status.state);
    for (const NextStep& step : status.next) {
        if (step.on <= today.until) {
            day.entries.push_back({status.ref, status.terms.rep, status.terms.team,
                                   status.terms.manager, status.state, step});
        }
    }
    if (const auto reasons = needs(status); !reasons.empty()) {
        day.trouble = PlanInTrouble{need_of(status), status.verdict, reasons.front()};
    }
    if (is_open(status.state) && status.state != State::ended) {
        day.stale = stale_goals(status);
        day.unrecognized = unrecognized(tree, plan, status, today.as_of);
    }
    return day;
}

template <class T>
void move_into(std::vector<T>& all, std::vector<T>& some) {
    std::ranges::move(some, std::back_inserter(all));
}

/// Loads the plans, reports what is wrong with them, and gathers the day of those that pass.
ExitCode gather(Today& today, const Tree& tree, const std::vector<PlanRef>& refs,
                const Filter& filter, Io& io) {
    const auto look = [&](const LoadedPlan& plan, const PlanStatus& status) {
        const bool is_mine = filter(summary_of(status)) &&
                             (!today.who || (status.terms.manager &&
                                             is_same_person(*status.terms.manager, *today.who)));
        return is_mine ? day_of_plan(tree, plan, status, today) : DayOfPlan{};
    };
    const auto take = [&](DayOfPlan day) {
        io.report(day.told);
        today.open_plans += day.is_open ? 1U : 0U;
        move_into(today.entries, day.entries);
        move_into(today.stale, day.stale);
        move_into(today.unrecognized, day.unrecognized);
        if (day.trouble) {
            today.in_trouble.push_back(*std::move(day.trouble));
        }
    };
    const ExitCode code = for_each_plan(tree, refs, today.as_of, io, look, take);
    std::ranges::stable_sort(today.entries, {}, [](const AgendaEntry& entry) {
        return std::tuple(entry.step.on, entry.plan);
    });
    std::ranges::sort(today.in_trouble, [](const PlanInTrouble& a, const PlanInTrouble& b) {
        return a.need < b.need;
    });
    return code;
}

/// True for --format json, or a file of that name.
Result<bool> wants_json(const Arguments& arguments) {
    const std::string format = arguments.value("format").value_or(
        ending_of(arguments.value("output").value_or("")) == "json" ? "json" : "text");
    if (format != "json" && format != "text") {
        return fail(usage_error(fmt::format("--format: there is no format '{}'", visible(format)),
                                "choose text or json"));
    }
    return format == "json";
}

Result<ExitCode> run_today(const Arguments& arguments, Io& io) {
    PERFPLAN_TRY(const auto now, today(io));
    PERFPLAN_TRY(const auto tree, open_tree(arguments, io));
    PERFPLAN_TRY(const bool is_json, wants_json(arguments));
    PERFPLAN_TRY(const auto filter, filter_from(arguments, tree.settings()));
    Today page;
    PERFPLAN_TRY(page.as_of, as_of(arguments, tree.settings(), now));
    page.until = page.as_of + days_shown;
    if (!arguments.has("all") && !arguments.has("manager")) {
        PERFPLAN_TRY(page.who, author(arguments, io));
    }
    PERFPLAN_TRY(const auto refs, selected(arguments, {}, tree, now, io));
    const ExitCode code = gather(page, tree, refs, filter, io);
    PERFPLAN_TRY_DO(deliver(arguments, io,
                            is_json
                                ? today_json(page)
                                : today_page(page, Style(io.color(Stream::output)), io.width())));
    return code;
}

}  // namespace

Command today_command() {
    Command command;
    command.name = "today";
    command.summary = "Show your day: overdue, due, plans in trouble, praise";
    command.description =
        "What is overdue, due today and due in the next 7 days for the plans you manage; which of them need "
        "attention, and the main reason; goals without fresh figures; what was reached since the last workday and "
        "deserves recognition; and the commands to type next. 'perfplan' alone inside a tree does the same.";
    command.options = {{"all", 0, "", "all plans, not only those you manage"}};
    const std::vector<Option> filters = filter_options();
    command.options.insert(command.options.end(), filters.begin(), filters.end());
    command.options.push_back(as_of_option());
    command.options.push_back({"format",
                               'f',
                               "FORMAT",
                               "text (default) or json",
                               Option::Times::once,
                               Completes::choice,
                               {"text", "json"}});
    command.options.push_back({"output", 'o', "FILE", "write to FILE; its ending says the format",
                               Option::Times::once, Completes::file});
    command.examples = {
        {"perfplan today", "the plans you manage"},
        {"perfplan today --all --team west", "all plans of a team"},
        {"perfplan today --format json | jq -r '.commands[]'", "the next commands, for a script"},
    };
    command.run = run_today;
    return command;
}

}  // namespace perfplan::commands
