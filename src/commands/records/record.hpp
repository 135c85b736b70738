// What notes, readings and reviews have in common: their text, their date, and what they concern.
// Records that are dated outside the plan they belong to.
#pragma once

#include "commands/common/session.hpp"
#include "model/record.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace perfplan::commands {

Positional plan_positional();

/// What was named behind the plan.
std::vector<std::string> arguments_after_plan(const Arguments& arguments);

/// -m TEXT, -F FILE: where the words come from.
std::vector<Option> text_options();

/// Of a command that adds a record about an occasion: its words, --on, --evidence, --by, --dry-run,
/// --quiet.
std::vector<Option> occasion_options(std::string_view on);

enum class TextNeeded { no, yes };

/// The words of a record. `draft` is set when they were typed in the editor; it is dropped when the
/// record is saved.
struct RecordText {
    std::string text;
    std::optional<Io::Draft> draft{};
};

/// The same errors, the last one saying where the draft is, if there is one.
Diagnostics with_draft(Diagnostics errors, const RecordText& words);

/// Drops the draft of what was saved; under --dry-run says where it is.
void finish_draft(const Arguments& arguments, Io& io, const RecordText& words);

/// Text from -m (several are paragraphs), -F, or standard input (a positional `-`, or -F -). Needed
/// text that is given by none of these comes from the editor on a terminal, and from standard input
/// in a pipe. `prompt` is what the empty draft explains.
Result<RecordText> read_text(const Arguments& arguments, Io& io, TextNeeded needed,
                             std::string_view prompt);

/// "pipeline=310k": a figure for a goal of the plan, with the unit the goal has.
Result<Keyed<Decimal>> parse_figures(const Plan& plan, const std::vector<std::string>& texts);
/// "discovery=3": a level for a skill of the plan.
Result<Keyed<int>> parse_levels(const Settings& settings, const Plan& plan,
                                const std::vector<std::string>& texts);
/// A level, 1 … 5; `levels`: what each means, for the hint.
Result<int> parse_level(std::string_view what, std::string_view text, const Scale& levels);

/// Ids given to --goal or --skill, each known to the plan.
Result<std::vector<Slug>> parse_goals(const Plan& plan, const std::vector<std::string>& texts);
Result<std::vector<Slug>> parse_skills(const Plan& plan, const std::vector<std::string>& texts);
Result<std::vector<Slug>> parse_activities(const Plan& plan, const std::vector<std::string>& texts);
/// Ids given to --done: activities and deliverables of the plan, and follow-ups of its journal that
/// are open.
Result<std::vector<Slug>> parse_done(const OpenPlan& open, const std::vector<std::string>& texts);

/// The figure a person typed for a goal; a percent sign only where the unit is percent.
Result<Decimal> parse_figure(std::string_view what, std::string_view text,
                             const std::optional<std::string>& unit);

/// A record of a kind with date, author and time filled in from the options.
Result<Record> new_record(RecordKind kind, const Arguments& arguments, const Io& io,
                          const OpenPlan& open);

/// The days on which readings show whether the success of a plan lasts; nothing for a plan that is
/// open or was not met.
std::optional<Window> days_watched(const OpenPlan& open);
/// The hint for a reading that is not of these days.
std::string readings_that_count(const Window& watched);

/// Nothing is added to a closed plan but a response, a signature, a correction of signed terms and,
/// while its success is watched, readings.
Result<void> require_open(const OpenPlan& open, RecordKind kind);

/// Several results at once: the errors of all of them, in order.
template <class T>
void collect(Diagnostics& errors, const Result<T>& result) {
    if (!result) {
        errors.insert(errors.end(), result.error().begin(), result.error().end());
    }
}

/// Tells that a record was saved, and warns when its date lies outside the plan.
void tell_record(const Arguments& arguments, Io& io, const OpenPlan& open, const Record& record,
                 const Saved& saved, std::string_view next = {}, std::string_view summary = {});

/// Adds the record with its words, tells so, and warns when its date lies outside the plan. A draft
/// is dropped only when the record is saved; else the error says where it is.
/// How readings of a sum are meant where there is one for their date already: unsaid, on top of it,
/// or instead of it. elsewhere: unsaid, by a command that has no options for it.
enum class SameDate { unsaid, elsewhere, add, correct };
/// --add and --correct.
std::vector<Option> same_date_options();
Result<SameDate> same_date(const Arguments& arguments);

/// Makes a record of readings say which of its date it corrects. Refused where a sum has a reading
/// of that date and nothing says how the two go together.
Result<void> settle_readings(const OpenPlan& open, SameDate how, Record& record);

/// Sets `again` where the same was recorded before, and either comes on top of that or has been
/// replaced since. What is in force already stays the same record.
void number_restated(const OpenPlan& open, SameDate how, Record& record);

/// Warnings about figures of another size than the last one, or than the target.
Diagnostics scale_warnings(const OpenPlan& open, const Record& record);

Result<ExitCode> save_record(const Arguments& arguments, Io& io, const OpenPlan& open,
                             Record record, const RecordText& words, Privacy privacy,
                             std::string_view next, std::string_view summary = {});

/// A warning about a record that is dated outside its plan. A review or a response may follow it,
/// and so may what is added to one that is closed.
std::optional<Diagnostic> outside_plan(const OpenPlan& open, const Record& record);

}  // namespace perfplan::commands
