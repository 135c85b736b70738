// The commands under 'skill', and what they share.
#pragma once

#include "commands/terms/entries.hpp"

namespace perfplan::commands {

Command skill_add_command();
Command skill_set_command();
Command skill_drop_command();
Command skill_assess_command();
Command skill_plan_command();
Command skill_replan_command();
Command skill_cancel_command();
Command skill_done_command();
Command skill_list_command();

const SectionCommands& skill_commands();
const SectionCommands& activity_commands();

/// The record that said first that something is done; null if none does.
const JournalEntry* done_before(const Slug& id, const Journal& journal);

/// "'meddicc' was done on 2026-10-09, as Mia Chen recorded"
std::string done_in_words(const Slug& id, const JournalEntry& entry);

/// What is agreed today can't be late for yesterday: a recurring activity of a plan that runs
/// starts today, unless the fields say when.
void count_from_today(std::vector<FieldEdit>& fields, const OpenPlan& open);
/// The same, said of --starts.
std::vector<Option> counting_from_today(std::vector<Option> options);

/// "the rep, Dana Reyes" or "Enablement: a promise by the company", as a line.
std::string who_owes_it(const Plan& plan, const std::optional<std::string>& owner);

/// " --reason TEXT" for a command that changes terms which are signed.
std::string_view reason_if_signed(const OpenPlan& open);

/// What is wrong with when an activity is to be done.
Diagnostic due_or_every();
Diagnostic starts_without_every();

/// What values of a skill depend on: the levels of the competency with its id.
ValueContext skill_context(const OpenPlan& open, const Slug& skill);

}  // namespace perfplan::commands
