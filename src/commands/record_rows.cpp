#include "record_rows.hpp"

#include <perfplan/base/text.hpp>
#include <perfplan/evaluate/readings.hpp>

#include "agreed.hpp"
#include "amend.hpp"
#include "outside_plan.hpp"
#include "plan_matching.hpp"
#include "record_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace perfplan {

Option keep_going_option() {
    return {"keep-going", 'k', "", "with --from: write what is right, and tell what is not"};
}

namespace {

void add(Diagnostics& all, const Diagnostics& more) {
    all.insert(all.end(), more.begin(), more.end());
}

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

// ---- rows become records

/// A record that one or several rows make up.
struct RowRecord {
    NamedRow row;  ///< the first of them
    OpenPlan* open;
    Record record;
    Privacy privacy = Privacy::shared;
    enum class Before { no, yes } is_there = Before::no;
};

/// What holds for all rows.
struct Batch {
    const Arguments& arguments;
    Io& io;
    const RecordRows& rows;
    const Tree& tree;
    const KnownPlans& known;
    Date today;
    Date date;       ///< of rows without one
    std::string by;  ///< who wrote rows that do not say
    std::vector<IdColumn> ids;
};

class Reader {
public:
    explicit Reader(const Batch& batch) : batch_(&batch) {}

    /// Makes a record of a row; errors are kept.
    void read(const NamedRow& row) {
        OpenPlan* open = plan_for(row);
        if (open == nullptr) {
            return;
        }
        RowRecord made{row, open, {}};
        Diagnostics errors = read_occasion(row, made);
        add(errors, batch_->rows.read(row, batch_->ids, *open, made.record));
        if (errors.empty() && batch_->rows.kind == RecordKind::reading) {
            merge(std::move(made), errors);
        } else if (errors.empty()) {
            records_.push_back(std::move(made));
        }
        add(errors_, errors);
    }

    [[nodiscard]] std::vector<RowRecord>& records() { return records_; }
    [[nodiscard]] Diagnostics& errors() { return errors_; }

private:
    /// The plan of a row, opened when it is first named.
    OpenPlan* plan_for(const NamedRow& row) {
        const auto known = plan_of(row, batch_->known);
        if (!known) {
            add(errors_, known.error());
            return nullptr;
        }
        const auto [place, is_new] = open_.try_emplace((*known)->ref);
        if (is_new) {
            auto opened = (*known)->plan.and_then([&](const LoadedPlan& plan) {
                return open_loaded(batch_->tree, plan, batch_->today, batch_->io);
            });
            if (opened) {
                place->second.emplace(*std::move(opened));
            } else {
                add(errors_, opened.error());
            }
        }
        return place->second ? &*place->second : nullptr;
    }

    /// Date, author, words, evidence and privacy.
    Diagnostics read_occasion(const NamedRow& row, RowRecord& made) const {
        Record& record = made.record;
        record.kind = batch_->rows.kind;
        record.date = batch_->date;
        record.by = batch_->by;
        record.recorded = moment(batch_->io, batch_->today);
        record.text = row.value("text");
        record.evidence = row.values("evidence");
        Diagnostics errors;
        if (const auto text = row.value("date")) {
            const auto date = past_date("date", *text, batch_->today, batch_->tree.settings());
            if (date) {
                record.date = *date;
            } else {
                add(errors, row.at("date", date.error()));
            }
        }
        if (const auto name = row.value("by")) {
            Arguments options;
            options.add_option("by", *name);
            const auto by = author(options, batch_->io);
            if (by) {
                record.by = *by;
            } else {
                add(errors, row.at("by", by.error()));
            }
        }
        if (const auto text = row.value("private")) {
            const std::string word = lower(*text);
            if (word == "yes" || word == "true") {
                made.privacy = Privacy::private_;
            } else if (word != "no" && word != "false") {
                errors.push_back(row.at(
                    "private", fmt::format("private: '{}' is neither yes nor no", visible(*text)),
                    "yes keeps it in private/"));
            }
        }
        return errors;
    }

    /// Readings of one occasion are one record; two of one goal and date contradict each other.
    void merge(RowRecord made, Diagnostics& errors) {
        RowRecord* same = nullptr;
        for (const std::size_t i : of_plan_[made.open]) {
            RowRecord& other = records_[i];
            if (other.record.date != made.record.date) {
                continue;
            }
            for (const auto& [goal, value] : made.record.values) {
                if (find(other.record.values, goal.str()) != nullptr) {
                    errors.push_back(
                        made.row.at(batch_->ids.empty() ? "goal" : goal.str(),
                                    fmt::format("'{}' of {} on {} is in line {} already",
                                                goal.str(), to_string(made.open->plan.ref),
                                                to_string(made.record.date), other.row.line()),
                                    "keep one of the two"));
                }
            }
            const bool is_same_occasion = other.record.by == made.record.by &&
                                          other.record.text == made.record.text &&
                                          other.record.evidence == made.record.evidence;
            same = is_same_occasion ? &other : same;
        }
        if (!errors.empty()) {
            return;
        }
        if (same == nullptr) {
            of_plan_[made.open].push_back(records_.size());
            records_.push_back(std::move(made));
            return;
        }
        same->record.values.insert(same->record.values.end(), made.record.values.begin(),
                                   made.record.values.end());
    }

    const Batch* batch_;
    std::map<PlanRef, std::optional<OpenPlan>> open_;
    std::map<const OpenPlan*, std::vector<std::size_t>> of_plan_;
    std::vector<RowRecord> records_;
    Diagnostics errors_;
};

// ---- records are checked in the order in which they will be written

/// A figure that was recorded before and corrected since stays corrected: whoever sends it again
/// should know.
Diagnostics corrected_since(const RowRecord& made) {
    Diagnostics warnings;
    for (const auto& [goal, value] : made.record.values) {
        const auto readings = readings_of(goal, made.open->plan.journal, made.record.date);
        if (!readings.empty() && readings.back().on == made.record.date &&
            readings.back().value != value) {
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
    open.plan.journal = with_record(open.plan.journal, made.record);
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

/// Leaves the records that may be written; gives what speaks against the others.
Diagnostics check_all(const RecordRows& rows, std::vector<RowRecord>& records, Io& io) {
    Diagnostics errors;
    std::vector<RowRecord> right;
    for (RowRecord& made : records) {
        if (is_recorded(made.open->plan, made.record)) {
            io.report(corrected_since(made));
            made.is_there = RowRecord::Before::yes;
        } else if (auto checked = check(rows, made); !checked) {
            add(errors,
                made.row.at(made.record.decision ? "decision" : "rep", std::move(checked).error()));
            continue;
        } else {
            apply(made);
        }
        right.push_back(std::move(made));
    }
    records = std::move(right);
    return errors;
}

// ---- writing

/// How far a batch came.
struct Progress {
    std::size_t saved = 0;
    std::size_t unchanged = 0;
};

Result<void> write(const Arguments& arguments, Io& io, const RowRecord& made, Progress& progress) {
    auto finished = finish_amendment(arguments, io, *made.open);
    if (!finished) {
        return finished;
    }
    const auto saved = add_record(made.open->tree, made.open->plan.ref, made.record, made.privacy,
                                  dry_run(arguments));
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    ++(saved->written == Written::before ? progress.unchanged : progress.saved);
    if (auto outside = outside_plan(*made.open, made.record);
        outside && saved->written == Written::now) {
        io.report(made.row.at("date", Diagnostics{*std::move(outside)}));
    }
    tell_saved(arguments, io, *saved, "");
    return {};
}

Result<void> write_all(const Arguments& arguments, Io& io, const std::vector<RowRecord>& records) {
    Progress progress;
    for (const RowRecord& made : records) {
        if (auto written = write(arguments, io, made, progress); !written) {
            Diagnostics errors = std::move(written).error();
            errors.back().hint.clear();  // of one file alone; what is left to do follows
            errors.push_back(warning(
                fmt::format("{} of {} were saved before that", progress.saved + progress.unchanged,
                            count(records.size(), "record")),
                "the same command saves the others when that is put right"));
            return fail(std::move(errors));
        }
        io.progress("saving records", progress.saved + progress.unchanged, records.size());
    }
    if (arguments.has("quiet") || dry_run(arguments) == DryRun::yes) {
        return {};
    }
    io.print(progress.saved == 0
                 ? fmt::format("nothing changed: {} there before\n",
                               progress.unchanged == 1
                                   ? "the record was"
                                   : fmt::format("all {} records were", progress.unchanged))
                 : fmt::format("{} saved, {} there before\n", count(progress.saved, "record"),
                               progress.unchanged));
    return {};
}

Result<ExitCode> finish(const Arguments& arguments, Io& io, Reader& reader,
                        const RecordRows& rows) {
    Diagnostics& errors = reader.errors();
    add(errors, check_all(rows, reader.records(), io));
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
    if (auto written = write_all(arguments, io, reader.records()); !written) {
        return tl::unexpected(std::move(written).error());
    }
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
        add(unfit, sheet->errors());
        return fail(std::move(unfit));
    }
    const Batch batch{
        arguments, io, rows, *tree, *known, *now, *date, *by, id_columns_of(*sheet, rows)};
    Reader reader(batch);
    reader.errors() = sheet->errors();
    for (const SheetRow& row : sheet->rows()) {
        reader.read(NamedRow(*sheet, row));
    }
    return finish(arguments, io, reader, rows);
}

}  // namespace perfplan
