#include "commands/import/records.hpp"

#include "base/text/text.hpp"
#include "commands/common/evaluation.hpp"
#include "commands/import/batch.hpp"
#include "commands/import/record_reader.hpp"
#include "commands/records/record.hpp"
#include "commands/terms/amend.hpp"
#include "evaluate/plan/readings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace perfplan::commands {

Option keep_going_option() {
    return {"keep-going", 'k', "", "with --from: write what is right, and tell what is not"};
}

namespace {

// ---- columns

constexpr std::string_view about_values = "value";
constexpr std::string_view about_levels = "level";

/// The ids that columns may be named after, and what of each of them.
std::vector<std::string> id_columns(const KnownPlans& known, const RecordRows& rows) {
    std::set<std::string> names;
    for (const KnownPlan& plan : known.all()) {
        if (!plan.plan) {
            continue;
        }
        for (const std::string& goal : ids(plan.plan->terms.goals)) {
            names.insert(fmt::format("{}:{}", about_values, goal));
            if (rows.bare_goals == RecordRows::BareGoals::yes) {
                names.insert(goal);
            }
        }
        for (const std::string& skill : ids(plan.plan->terms.skills)) {
            if (rows.kind == RecordKind::review) {
                names.insert(fmt::format("{}:{}", about_levels, skill));
            }
        }
    }
    return {names.begin(), names.end()};
}

std::vector<ColumnRule> all_rules(const RecordRows& rows) {
    std::vector<ColumnRule> rules{{"plan"}, {"rep"}, {"date"}, {"by"}, {"text"}, {"evidence"}};
    rules.insert(rules.end(), rows.columns.begin(), rows.columns.end());
    return rules;
}

Diagnostics check_names(const Sheet& sheet, const RecordRows& rows,
                        const std::vector<std::string>& others) {
    Diagnostics errors = check_columns(
        sheet, all_rules(rows),
        [&](std::string_view name) {
            return std::binary_search(others.begin(), others.end(), name);
        },
        others);
    if (!sheet.find("plan") && !sheet.find("rep")) {
        errors.push_back(sheet.at_column(sheet.columns().front(),
                                         "there is neither a column 'plan' nor a column 'rep'",
                                         "one of them says whose record it is"));
    }
    return errors;
}

/// The columns of the sheet that are about one goal or skill.
std::vector<IdColumn> id_columns_of(const Sheet& sheet, const RecordRows& rows) {
    const std::vector<ColumnRule> rules = all_rules(rows);
    std::vector<IdColumn> columns;
    for (const SheetColumn& column : sheet.columns()) {
        const bool is_ruled = std::any_of(rules.begin(), rules.end(), [&](const ColumnRule& rule) {
            return rule.name == column.name;
        });
        const std::size_t colon = column.name.find(':');
        if (is_ruled) {
            continue;
        }
        columns.push_back(
            {column.name,
             column.name.starts_with(about_levels) && colon != std::string::npos ? about_levels
                                                                                 : about_values,
             colon == std::string::npos ? column.name : column.name.substr(colon + 1)});
    }
    return columns;
}

// ---- records are checked in the order in which they will be written

Combine how_read(const RowRecord& made, const Slug& goal) {
    const Goal* terms = find(made.open->plan.terms.goals, goal.str());
    return terms != nullptr ? terms->readings : Combine::latest;
}

/// A figure that was recorded before and corrected since stays corrected: whoever sends it again
/// should know.
Diagnostics corrected_since(const RowRecord& made) {
    Diagnostics warnings;
    for (const auto& entry : made.record.values) {
        const auto& goal = entry.first;
        const Decimal value = entry.second;
        const auto readings =
            readings_of(goal, how_read(made, goal), made.open->plan.journal, made.record.date);
        const bool is_in_force =
            std::ranges::any_of(readings, [&, &figure = value](const GoalReading& reading) {
                return reading.on == made.record.date && reading.value == figure;
            });
        if (!readings.empty() && readings.back().on == made.record.date && !is_in_force) {
            Diagnostic corrected = made.row.at(
                goal.str(),
                fmt::format("{} of {} on {} was {} and has been corrected to {} since", goal.str(),
                            to_string(made.open->plan.ref), to_string(made.record.date),
                            grouped(value), grouped(readings.back().value)),
                "to correct it back, say why in a column 'text'");
            corrected.severity = Severity::warning;
            warnings.push_back(std::move(corrected));
        }
    }
    return warnings;
}

/// The plan as it is once the record is written.
void apply(const RowRecord& made) {
    OpenPlan& open = *made.open;
    open.plan.journal = with_record(std::move(open.plan.journal), made.record);
    if (plan_state(open.tree.settings(), open.plan.terms, open.agreed, open.plan.journal,
                   open.today) == State::closed) {
        open.state = State::closed;
    }
}

Result<void> check(const RecordRows& rows, const RowRecord& made) {
    return require_open(*made.open, rows.kind).and_then([&] {
        return rows.check ? rows.check(made.record, *made.open) : Result<void>();
    });
}

/// Tells equal rows apart: the second one of a plan and day says `again: 2`, and so on, so that the
/// same file read again finds each of them.
void number_equal_rows(std::vector<RowRecord>& records) {
    std::map<std::pair<const OpenPlan*, std::string>, int> times;
    for (RowRecord& made : records) {
        const auto file = record_file(made.record);
        if (const int n = file ? ++times[{made.open, file->name}] : 1; n > 1) {
            made.record.again = n;
        }
    }
}

/// Goals of a plan and day of which the same file has readings: these are meant to add up.
using OwnReadings = std::set<std::tuple<const OpenPlan*, Date, Slug>>;

Result<void> settle_row(RowRecord& made, SameDate how, OwnReadings& own) {
    const auto is_own = [&](const auto& value) {
        return own.contains({made.open, made.record.date, value.first});
    };
    const bool adds = !made.record.values.empty() &&
                      std::ranges::all_of(made.record.values, is_own) &&
                      made.record.values.size() == 1;
    PERFPLAN_TRY_DO(settle_readings(*made.open, adds ? SameDate::add : how, made.record));
    for (const auto& [goal, value] : made.record.values) {
        own.emplace(made.open, made.record.date, goal);
    }
    return {};
}

/// Leaves the records that may be written; gives what speaks against the others.
Diagnostics check_all(const RecordRows& rows, SameDate how, std::vector<RowRecord>& records,
                      Io& io) {
    Diagnostics errors;
    std::vector<RowRecord> right;
    OwnReadings own;
    number_equal_rows(records);
    for (RowRecord& made : records) {
        if (is_recorded(made.open->plan, made.record)) {
            io.report(corrected_since(made));
        } else if (auto checked = check(rows, made); !checked) {
            append(errors, made.row.at(made.record.decision ? "decision" : "rep",
                                       std::move(checked).error()));
            continue;
        } else if (auto settled = settle_row(made, how, own); !settled) {
            append(errors, made.row.at("value", std::move(settled).error()));
            continue;
        } else if (!is_recorded(made.open->plan, made.record)) {
            made.record.recorded =
                moment_after(made.open->plan.journal, made.record.recorded, made.open->today);
            io.report(made.row.at("value", scale_warnings(*made.open, made.record)));
            apply(made);
        }
        right.push_back(std::move(made));
    }
    records = std::move(right);
    return errors;
}

// ---- writing

/// The records plan by plan: those of one plan are written in the order of the rows.
std::vector<WriteGroup> in_turn(const std::vector<RowRecord>& records) {
    std::map<const OpenPlan*, std::size_t> part_of;
    std::vector<WriteGroup> parts;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto [part, is_new] = part_of.emplace(records[i].open, parts.size());
        if (is_new) {
            parts.emplace_back();
        }
        parts[part->second].push_back(i);
    }
    return parts;
}

Result<void> finish_amendments(const Arguments& arguments, Io& io,
                               const std::vector<RowRecord>& records,
                               const std::vector<WriteGroup>& parts) {
    for (const WriteGroup& part : parts) {
        auto finished = finish_amendment(arguments, io, *records[part.front()].open);
        if (!finished) {
            return finished;
        }
    }
    return {};
}

void tell(const Arguments& arguments, Io& io, const RowRecord& made, const Saved& saved) {
    if (auto outside = outside_plan(*made.open, made.record);
        outside && saved.written == Written::now) {
        io.report(made.row.at("date", Diagnostics{*std::move(outside)}));
    }
    print_saved(arguments, io, saved, "");
}

std::string summary(const std::vector<std::optional<Saved>>& all) {
    const auto saved = static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [](const auto& each) { return each->written == Written::now; }));
    const std::size_t unchanged = all.size() - saved;
    if (saved == 0) {
        return fmt::format(
            "nothing changed: {} there before\n",
            unchanged == 1 ? "the record was" : fmt::format("all {} records were", unchanged));
    }
    return fmt::format("{} saved, {} there before\n", count(saved, "record"), unchanged);
}

Result<void> write_all(const Arguments& arguments, Io& io, const std::vector<RowRecord>& records) {
    const std::vector<WriteGroup> parts = in_turn(records);
    if (auto finished = finish_amendments(arguments, io, records, parts); !finished) {
        return finished;
    }
    SavedMany batch = save_many(
        parts,
        [&](std::size_t i) {
            const RowRecord& made = records[i];
            return add_record(made.open->tree, made.open->plan, made.record, Privacy::shared,
                              dry_run(arguments));
        },
        [&](std::size_t done) { io.progress("saving records", done, records.size()); });
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (batch.saved[i]) {
            tell(arguments, io, records[i], *batch.saved[i]);
        }
    }
    if (!batch.errors.empty()) {
        return fail(stopped(std::move(batch), "record", "saved"));
    }
    if (!arguments.has("quiet") && dry_run(arguments) == DryRun::no) {
        io.print(summary(batch.saved));
    }
    return {};
}

Result<ExitCode> finish(const Arguments& arguments, Io& io, RecordReader& reader,
                        const RecordRows& rows) {
    PERFPLAN_TRY(const auto how, rows.kind == RecordKind::reading
                                     ? same_date(arguments)
                                     : Result<SameDate>(SameDate::elsewhere));
    Diagnostics& errors = reader.errors();
    append(errors, check_all(rows, how, reader.records(), io));
    sort_by_place(errors);
    if (!errors.empty() && !arguments.has("keep-going")) {
        return fail(std::move(errors));
    }
    io.report(errors);
    if (reader.records().empty()) {
        if (errors.empty()) {
            io.report({warning("there are no rows below the header: nothing was recorded")});
        }
        return worst(errors);
    }
    PERFPLAN_TRY_DO(write_all(arguments, io, reader.records()));
    return worst(errors);
}

Diagnostics refused(const Arguments& arguments, const RecordRows& rows) {
    Diagnostics errors = refuse_options(arguments, rows.options, "each row says its own");
    if (!arguments.positionals().empty()) {
        errors.push_back(usage_error(fmt::format("'{}' and --from FILE both say what is recorded",
                                                 visible(arguments.positionals().front())),
                                     "keep one of them"));
    }
    return errors;
}

}  // namespace

Result<ExitCode> record_from(const Arguments& arguments, Io& io, const RecordRows& rows) {
    Diagnostics errors = refused(arguments, rows);
    const auto now = today(io);
    const auto tree = open_tree(arguments, io);
    const auto by = author(arguments, io);
    collect(errors, now);
    collect(errors, tree);
    collect(errors, by);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    const auto on = arguments.value("on");
    const auto date = on ? past_date("--on", *on, *now, tree->settings()) : *now;
    const auto sheet = sheet_from(arguments, io);
    const auto known = KnownPlans::load(*tree, *now, io);
    collect(errors, date);
    collect(errors, sheet);
    collect(errors, known);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    if (Diagnostics unfit = check_names(*sheet, rows, id_columns(*known, rows)); !unfit.empty()) {
        append(unfit, sheet->errors());
        return fail(std::move(unfit));
    }
    const RecordBatch batch{
        arguments, io, rows, *tree, *known, *now, *date, *by, id_columns_of(*sheet, rows)};
    RecordReader reader(batch);
    reader.errors() = sheet->errors();
    for (const SheetRow& row : sheet->rows()) {
        reader.read(NamedRow(*sheet, row));
    }
    return finish(arguments, io, reader, rows);
}

}  // namespace perfplan::commands
