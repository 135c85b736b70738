// Writing to a tree so that nothing is lost: what exists is never overwritten, what is written is
// whole or not there.
#pragma once

#include "store/ensured_directory.hpp"
#include "store/tree.hpp"

#include <string>
#include <string_view>

namespace perfplan::store {

enum class Written { now, before };

/// A file that a command saved, or found saved already with the same content.
struct Saved {
    std::string path;  ///< as messages call it
    std::string bytes;
    Written written = Written::now;
};

/// The record as the bytes of its file, and the name it is to have.
struct RecordFile {
    std::string name;
    std::string bytes;
};
Result<RecordFile> record_file(const Record& record);

/// Adds a record to a plan's journal/ or private/. The same record a second time changes nothing
/// (Written::before). Needs no lock. Refused if another record has the name.
Result<Saved> add_record(const Tree& tree, const PlanRef& ref, const Record& record,
                         Privacy privacy, DryRun dry_run);

/// The same for a loaded plan, whose newest records it lists in `after`.
Result<Saved> add_record(const Tree& tree, const LoadedPlan& plan, Record record, Privacy privacy,
                         DryRun dry_run);

/// Puts a new plan in place, whole: its directory appears with plan.yaml in it. Refused if the plan
/// exists with other content; with the same content nothing changes (Written::before).
Result<Saved> create_plan(const Tree& tree, const PlanRef& ref, std::string_view terms,
                          DryRun dry_run);

/// A new file in a directory, never replacing one: Written::before if something of that name is
/// there, whatever it holds.
Result<Saved> create_file(const Directory& directory, std::string_view name, std::string_view bytes,
                          DryRun dry_run);

}  // namespace perfplan::store
