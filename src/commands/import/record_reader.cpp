#include "commands/import/record_reader.hpp"

#include "base/text/text.hpp"
#include "commands/import/plan_index.hpp"
#include "commands/records/record.hpp"

#include <fmt/format.h>

namespace perfplan::commands {

void RecordReader::read(const NamedRow& row) {
    OpenPlan* open = plan_for(row);
    if (open == nullptr) {
        return;
    }
    RowRecord made{row, open, {}};
    Diagnostics errors = read_occasion(row, made);
    append(errors, batch_->rows.read(row, batch_->ids, *open, made.record));
    if (errors.empty() && batch_->rows.kind == RecordKind::reading) {
        merge(std::move(made), errors);
    } else if (errors.empty()) {
        records_.push_back(std::move(made));
    }
    append(errors_, errors);
}

/// The plan of a row, opened when it is first named.
OpenPlan* RecordReader::plan_for(const NamedRow& row) {
    const auto known = plan_of(row, batch_->known);
    if (!known) {
        append(errors_, known.error());
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
            append(errors_, opened.error());
        }
    }
    return place->second ? &*place->second : nullptr;
}

/// Date, author, words and evidence.
Diagnostics RecordReader::read_occasion(const NamedRow& row, RowRecord& made) const {
    Record& record = made.record;
    record.kind = batch_->rows.kind;
    record.date = batch_->date;
    record.by = batch_->by;
    record.recorded =
        moment_after(made.open->plan.journal, moment(batch_->io, batch_->today), batch_->today);
    record.text = row.value("text");
    record.evidence = row.values("evidence");
    Diagnostics errors;
    if (const auto text = row.value("date")) {
        const auto date = past_date("date", *text, batch_->today, batch_->tree.settings());
        if (date) {
            record.date = *date;
        } else {
            append(errors, row.at("date", date.error()));
        }
    }
    if (const auto name = row.value("by")) {
        Arguments options;
        options.add_option("by", *name);
        const auto by = author(options, batch_->io);
        if (by) {
            record.by = *by;
        } else {
            append(errors, row.at("by", by.error()));
        }
    }
    return errors;
}

/// Readings of one occasion are one record. Two of one goal and date contradict each other, but
/// those of a sum are records of their own and add up.
void RecordReader::merge(RowRecord made, Diagnostics& errors) {
    RowRecord* same = nullptr;
    for (const std::size_t i : of_plan_[made.open]) {
        RowRecord& other = records_[i];
        if (other.record.date != made.record.date) {
            continue;
        }
        bool overlaps = false;
        for (const auto& [goal, value] : made.record.values) {
            const bool is_there = find(other.record.values, goal.str()) != nullptr;
            const Goal* terms = find(made.open->plan.terms.goals, goal.str());
            overlaps = overlaps || is_there;
            if (is_there && (terms == nullptr || terms->readings != Combine::sum)) {
                errors.push_back(
                    made.row.at(batch_->ids.empty() ? "goal" : goal.str(),
                                fmt::format("'{}' of {} on {} is in line {} already", goal.str(),
                                            to_string(made.open->plan.ref),
                                            to_string(made.record.date), other.row.line()),
                                "keep one of the two"));
            }
        }
        const bool is_same_occasion = other.record.by == made.record.by &&
                                      other.record.text == made.record.text &&
                                      other.record.evidence == made.record.evidence;
        same = is_same_occasion && !overlaps ? &other : same;
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

}  // namespace perfplan::commands
