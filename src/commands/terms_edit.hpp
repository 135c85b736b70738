// Changes of the terms: things with ids that are added to the terms, changed, or taken out.
#pragma once

#include <perfplan/yaml/edit.hpp>

#include "amend.hpp"
#include "field_options.hpp"

namespace perfplan {

struct NewEntry {
    Slug id;
    std::vector<FieldEdit> fields;
};

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

/// Changes the fields of the one that is named.
Result<ExitCode> set_entry(const Arguments& arguments, Io& io, const SectionCommands& commands);

/// Takes out those that are named; `what_stays` warns of what refers to them.
Result<ExitCode> drop_entries(const Arguments& arguments, Io& io, const SectionCommands& commands,
                              Diagnostics (*what_stays)(const OpenPlan&, const std::vector<Slug>&));

}  // namespace perfplan
