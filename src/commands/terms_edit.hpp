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

}  // namespace perfplan
