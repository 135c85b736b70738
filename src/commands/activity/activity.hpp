// The commands under 'activity', and what they share.
#pragma once

#include "commands/terms/entries.hpp"

#include <optional>
#include <string>
#include <vector>

namespace perfplan::commands {

Command activity_add_command();
Command activity_set_command();
Command activity_drop_command();
Command activity_done_command();
Command activity_list_command();

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

/// What is wrong with when an activity is to be done.
Diagnostic due_or_every();
Diagnostic starts_without_every();

}  // namespace perfplan::commands
