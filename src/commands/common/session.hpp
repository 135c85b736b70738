// What most commands need first: today's date, the author, the tree, and the plan that was named.
#pragma once

#include "commands/command.hpp"
#include "evaluate/plan/status.hpp"
#include "evaluate/terms/terms.hpp"
#include "store/change.hpp"
#include "store/tree.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace perfplan::commands {

/// PERFPLAN_TODAY, or the clock.
Result<Date> today(const Io& io);

/// The moment of writing. Where PERFPLAN_TODAY sets another day, it is a moment in that day's
/// afternoon: until noon UTC a record may still belong to the day before, somewhere on earth.
Timestamp moment(const Io& io, Date today);

/// A moment of writing that comes after those of all records of a plan: a colleague's clock may be
/// ahead. One that is ahead by so much that the record would not be known today is not followed.
Timestamp moment_after(const Journal& journal, Timestamp written, Date today);

/// PERFPLAN_AUTHOR, or the name git or the system knows.
Result<std::string> author(const Arguments& arguments, const Io& io);

/// Names of people are the same whatever their capitals.
bool is_same_person(std::string_view a, std::string_view b);

/// The tree that -C, PERFPLAN_TREE or the current directory names; its warnings are reported.
Result<Tree> open_tree(const Arguments& arguments, Io& io);

/// True if there is a tree where `open_tree` looks for one, sound or not.
bool is_in_tree(const Arguments& arguments, const Io& io);

/// Reads many plans; a person who waits for it is shown how far it is.
std::vector<Result<LoadedPlan>> load_plans(const Tree& tree, const std::vector<PlanRef>& refs,
                                           Io& io);

/// The plan that a person named: rep/plan, a path of it or of a file in it, or a rep with one open
/// plan, by id or by the name in the terms; on a terminal also a unique start of either. An
/// ambiguous or unknown name is an error that lists what it could be.
Result<PlanRef> resolve_plan(const Tree& tree, std::string_view text, Date today, const Io& io);

/// Opens the tree, resolves the first positional and loads that plan; damage to records is
/// reported, and so is what was changed by hand in signed terms.
struct OpenPlan {
    Tree tree;
    Date today;
    LoadedPlan plan;     ///< its `terms` are those in force today: what figures are computed from
    TermsStatus agreed;  ///< today
    Plan written;        ///< the newest terms, in force or not: what edits start from
    State state = State::draft;
};
Result<OpenPlan> open_plan(const Arguments& arguments, Io& io);
/// The same for a plan that was loaded already.
Result<OpenPlan> open_loaded(const Tree& tree, LoadedPlan plan, Date today, Io& io);

/// A date a person typed for something that happened; not after `today`.
Result<Date> past_date(std::string_view option, std::string_view text, Date today,
                       const Settings& settings);
/// A date a person typed of which a bare weekday means the last one, but which may lie in the
/// future.
Result<Date> past_or_future_date(std::string_view option, std::string_view text, Date today,
                                 const Settings& settings, PeriodEnd edge = PeriodEnd::last);
/// A date a person typed for something to come, or an end of a period.
Result<Date> any_date(std::string_view option, std::string_view text, Date today,
                      const Settings& settings, PeriodEnd edge);

/// An error about the value of an option or argument: "--on: …".
Diagnostic invalid_value(std::string_view what, const ParseError& misread);

/// Text that a person gave: valid UTF-8, nothing unsafe in it, CRLF made LF, no space at its end.
Result<std::string> clean_text(std::string_view what, std::string text);

/// Options shared by commands.
Option dry_run_option();
Option quiet_option();
Option by_option();
DryRun dry_run(const Arguments& arguments);

/// Tells what was saved, and the next useful command; under --dry-run shows the diff instead.
/// `summary`: lines to be shown between the two.
void print_saved(const Arguments& arguments, Io& io, const Saved& saved, std::string_view next,
                 std::string_view summary = {});
/// The same for changed terms with all files that belong to the change.
void print_changed(const Arguments& arguments, Io& io, const ChangedTerms& changed,
                   std::string_view next, std::string_view summary = {});
/// Tells that a file was saved, and nothing else.
void print_file(const Arguments& arguments, Io& io, const std::string& path);

}  // namespace perfplan::commands
