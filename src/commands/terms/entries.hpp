// Changes of the terms: things with ids that are added to the terms, changed, or taken out.
#pragma once

#include "commands/terms/amend.hpp"
#include "commands/terms/field_options.hpp"
#include "yaml/edit.hpp"

namespace perfplan::commands {

struct NewEntry {
    Slug id;
    std::vector<FieldEdit> fields;
};

/// What a command that changes terms can be told beside the change: --reason, --by, …
std::vector<Option> change_options();
/// The same behind those of the fields of a section; `set`: of something that is there, with
/// --unset.
std::vector<Option> add_options(const Section& section);
std::vector<Option> set_options(const Section& section);

/// With entries added to a section, their fields in the order of the table.
Result<yaml::Document> with_entries(const yaml::Document& terms, const Section& section,
                                    const std::vector<NewEntry>& entries);

/// With some fields of an entry changed.
Result<yaml::Document> with_changes(const yaml::Document& terms, const Section& section,
                                    const Slug& id, const FieldChanges& changes);

/// Without some entries of a section.
Result<yaml::Document> without_entries(const yaml::Document& terms, const Section& section,
                                       const std::vector<Slug>& entries);

/// Edits or amends the terms and tells so: the warnings, what was saved, `summary` and the next
/// command.
Result<ExitCode> change_and_tell(const Arguments& arguments, Io& io, const OpenPlan& open,
                                 const TermsEdit& edit, std::string_view next,
                                 const Diagnostics& warnings = {}, std::string_view summary = {});

/// What the commands of one section differ in.
struct SectionCommands {
    const Section& section;
    /// Those that the command line names, each known to the plan.
    Result<std::vector<Slug>> (*named)(const Arguments& arguments, const Plan& plan);
    ValueContext (*context)(const OpenPlan& open, const Slug& id);
    std::string_view example;  ///< of options of `set`
    std::string_view list;     ///< the command that lists them: "goal list"
};

/// "perfplan goal list dana-reyes/2026-q4"
std::string list_of(const SectionCommands& commands, const OpenPlan& open);

/// Settles what fields depend on each other, and gives lines to be shown first.
using Settle =
    std::function<Result<std::string>(FieldChanges&, const Slug& id, const OpenPlan& open)>;

/// Changes the fields of the one that is named.
Result<ExitCode> set_entry(const Arguments& arguments, Io& io, const SectionCommands& commands,
                           const Settle& settle = {});

/// Warns of records that stay in the journal when what they are about is taken out: "2 readings of
/// 'pipeline'" are `which`. Where nobody has signed terms that have it, nothing knows it any more.
Diagnostic warn_of_records(const OpenPlan& open, std::size_t records, std::string_view which);

/// Takes out those that are named; `what_stays` warns of what refers to them.
Result<ExitCode> drop_entries(const Arguments& arguments, Io& io, const SectionCommands& commands,
                              Diagnostics (*what_stays)(const OpenPlan&, const std::vector<Slug>&));

/// " --reason TEXT" for a command that changes terms which are signed.
std::string_view reason_if_signed(const OpenPlan& open);

}  // namespace perfplan::commands
