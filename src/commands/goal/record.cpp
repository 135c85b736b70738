// perfplan goal record: readings.
#include "commands/goal/goal.hpp"
#include "commands/import/records.hpp"
#include "evaluate/figures.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

namespace {

/// Where the goal stands with a reading of `date`, in a line: "pipeline 280,000 USD: 8% of the way
/// to 750,000, 14% expected: off-track"
std::string where_it_stands(const GoalStatus& goal, Date date, Date today) {
    std::string line = fmt::format("{} {}", goal.id.str(), goal.current_in_words());
    if (date > goal.due()) {
        return fmt::format("{} on its due date; later readings don't change that: {}", line,
                           to_string(goal.verdict));
    }
    if (goal.terms.readings == Combine::latest && goal.read_on && date < *goal.read_on) {
        line += fmt::format(" of {}, which is newer", short_form(*goal.read_on, today));
    }
    if (goal.kind == GoalKind::reach && goal.progress) {
        line += fmt::format(": {} of the way to {}, {} expected", percent(goal.progress),
                            grouped(*goal.terms.target), percent(goal.expected));
    }
    return fmt::format("{}: {}", line, to_string(goal.verdict));
}

/// Whether a success lasts.
std::string success_in_words(const Monitoring& watched, Date today) {
    return watched.relapsed_on ? fmt::format("relapsed on {}: {}\n",
                                             short_form(*watched.relapsed_on, today), watched.why)
                               : fmt::format("no relapse; watched until {}\n",
                                             short_form(watched.days.last, today));
}

std::string where_they_stand(const OpenPlan& open, const Record& record) {
    const Settings& settings = open.tree.settings();
    const Journal journal = with_record(open.plan.journal, record);
    if (const auto outcome = outcome_of(journal, open.today)) {
        const auto watched =
            monitoring(settings.policy, open.plan.terms, *outcome, journal, open.today);
        return watched ? success_in_words(*watched, open.today) : "";
    }
    const Timeline line = timeline(settings, open.plan.terms, journal, open.today);
    std::string lines;
    for (const GoalStatus& goal :
         goal_statuses(settings, open.plan.terms, line, journal, open.today)) {
        if (find(record.values, goal.id.str()) != nullptr) {
            lines += where_it_stands(goal, record.date, open.today) + "\n";
        }
    }
    return lines;
}

/// A closed plan's own days are over: readings of it are of the days after its outcome.
Result<void> require_watched(const OpenPlan& open, const Record& record) {
    const auto watched = days_watched(open);
    if (is_open(open.state) || !watched || watched->contains(record.date)) {
        return {};
    }
    return fail(refusal(fmt::format("{} is closed, and its readings of {} stand",
                                    to_string(open.plan.ref), to_string(record.date)),
                        readings_that_count(*watched)));
}

/// Today's figure of a goal that was due before may be that of its due date, or a later one: only
/// the author knows. Refused without a date.
Result<void> require_date_after_due(const OpenPlan& open, const Record& record) {
    if (!is_open(open.state)) {
        return {};
    }
    const Timeline line =
        timeline(open.tree.settings(), open.plan.terms, open.plan.journal, open.today);
    for (const GoalStatus& goal : goal_statuses(open.tree.settings(), open.plan.terms, line,
                                                open.plan.journal, open.today)) {
        if (goal.due() < record.date && find(record.values, goal.id.str()) != nullptr) {
            return fail(refusal(
                fmt::format("{} was due on {}: is this its figure of that day, or a later one?",
                            goal.id.str(), to_string(goal.due())),
                fmt::format(
                    "--on {} records what was true on its due date and counts, --on {} what "
                    "came later",
                    to_string(goal.due()), to_string(record.date))));
        }
    }
    return {};
}

// ---- many, from a file

/// The goals and figures of a row: a column for each goal, or the columns `goal` and `value`.
Diagnostics read_row(const NamedRow& row, const std::vector<IdColumn>& ids, const OpenPlan& open,
                     Record& reading) {
    const Plan& terms = open.plan.terms;
    Diagnostics errors;
    const auto take = [&](std::string_view column, const std::string& goal,
                          const std::string& figure) {
        const auto values = parse_figures(terms, {fmt::format("{}={}", goal, figure)});
        if (!values) {
            append(errors, row.at(column, values.error()));
        } else if (find(reading.values, goal) != nullptr) {
            errors.push_back(row.at(column, fmt::format("goal '{}' is given twice", goal),
                                    "keep one of the two"));
        } else {
            reading.values.push_back(values->front());
        }
    };
    for (const IdColumn& column : ids) {
        if (const auto figure = row.value(column.column)) {
            take(column.column, column.id, *figure);
        }
    }
    const auto goal = row.value("goal");
    const auto figure = row.value("value");
    if (goal.has_value() != figure.has_value()) {
        errors.push_back(row.at(
            goal ? "value" : "goal",
            fmt::format("'goal' and 'value' go together, {} is empty", goal ? "value" : "goal")));
    } else if (goal) {
        const bool is_known = find(terms.goals, *goal) != nullptr;
        take(is_known ? "value" : "goal", *goal, *figure);
    }
    if (errors.empty() && reading.values.empty()) {
        errors.push_back(row.at("value", "this row has no figure", "leave the row out"));
    }
    return errors;
}

Result<ExitCode> readings_from(const Arguments& arguments, Io& io) {
    RecordRows rows;
    rows.kind = RecordKind::reading;
    rows.columns = {{"goal"}, {"value"}};
    rows.bare_goals = RecordRows::BareGoals::yes;
    rows.options = {"message", "file", "evidence"};
    rows.read = [has_date = arguments.has("on")](const NamedRow& row,
                                                 const std::vector<IdColumn>& ids,
                                                 const OpenPlan& open, Record& reading) {
        Diagnostics errors = read_row(row, ids, open, reading);
        if (errors.empty() && !has_date && !row.value("date")) {
            if (const auto dated = require_date_after_due(open, reading); !dated) {
                errors.push_back(row.at(ids.empty() ? "value" : ids.front().column,
                                        dated.error().front().message,
                                        "add a column date, or --on DATE for all rows"));
            }
        }
        return errors;
    };
    rows.check = [](const Record& reading, const OpenPlan& open) {
        return require_watched(open, reading);
    };
    return record_from(arguments, io, rows);
}

Result<ExitCode> run_goal_record(const Arguments& arguments, Io& io) {
    if (arguments.has("from")) {
        return readings_from(arguments, io);
    }
    if (arguments.has("keep-going")) {
        return fail(usage_error("--keep-going goes with --from FILE"));
    }
    PERFPLAN_TRY(const auto open, open_plan(arguments, io));
    PERFPLAN_TRY_DO(require_open(open, RecordKind::reading));
    auto values = parse_figures(open.plan.terms, arguments_after_plan(arguments));
    auto record = new_record(RecordKind::reading, arguments, io, open);
    Diagnostics errors;
    collect(errors, values);
    collect(errors, record);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    PERFPLAN_TRY_DO(require_watched(open, *record));
    record->values = *std::move(values);
    if (!arguments.has("on")) {
        PERFPLAN_TRY_DO(require_date_after_due(open, *record));
    }
    PERFPLAN_TRY(const auto how, same_date(arguments));
    record->evidence = arguments.values("evidence");
    PERFPLAN_TRY(const auto words, read_text(arguments, io, TextNeeded::no, ""));
    record->text = words.text.empty() ? std::nullopt : std::optional(words.text);
    PERFPLAN_TRY_DO(settle_readings(open, how, *record));
    number_restated(open, how, *record);
    io.report(scale_warnings(open, *record));
    return save_record(arguments, io, open, *record, words, Privacy::shared,
                       fmt::format("perfplan status {}", to_string(open.plan.ref)),
                       where_they_stand(open, *record));
}

}  // namespace

Command goal_record_command() {
    Command command;
    command.name = "goal record";
    command.summary = "Record readings of goals";
    command.description =
        "Adds one record with a reading for each goal named. A second reading for the same goal and date corrects the "
        "first; both stay in the journal. Readings of a sum add up: --add or --correct says how a second one of a date is "
        "meant. For a while after success readings show whether it lasts. With --from a file holds the readings of many plans: all rows are checked "
        "before the first record is written.";
    Positional plan = plan_positional();
    plan.unless = "from";
    command.positionals = {plan,
                           {"GOAL=NUMBER",
                            "a reading: pipeline=310k discount=14%",
                            Positional::Arity::some,
                            Completes::figure,
                            {},
                            "from"}};
    command.options = {from_option("readings of many plans, a row each"), keep_going_option()};
    const std::vector<Option> same_date = same_date_options();
    command.options.insert(command.options.end(), same_date.begin(), same_date.end());
    const std::vector<Option> occasion = occasion_options("when it was read (default today)");
    command.options.insert(command.options.end(), occasion.begin(), occasion.end());
    command.examples = {
        {"perfplan goal record dana-reyes pipeline=310k discount=14% --on friday",
         "two readings of last Friday"},
        {"perfplan goal record dana-reyes pipeline=298k --on 2026-10-09 -m 'Acme was counted twice'",
         "a correction, with its reason"},
        {"perfplan goal record --from crm.csv --on friday", "the export of a CRM, all or nothing"},
    };
    command.run = run_goal_record;
    return command;
}

}  // namespace perfplan::commands
