#include "store/internal/stale_files.hpp"

#include "store/internal/staged_plan.hpp"
#include "store/internal/staged_terms.hpp"
#include "store/internal/temporary.hpp"
#include "store/tree.hpp"

namespace perfplan::store {

void remove_stale_files(const Directory& directory) {
    const auto entries = directory.list();
    if (!entries) {
        return;
    }
    for (const DirectoryEntry& entry : *entries) {
        if (entry.type == EntryType::file && Temporary::is_name(entry.name)) {
            Temporary::remove_stale(directory, entry.name);
        } else if (entry.type == EntryType::directory && StagedPlan::is_name(entry.name)) {
            StagedPlan::remove_stale(directory, entry.name);
        } else if (entry.type == EntryType::file && entry.name == staged_terms) {
            StagedTerms::remove_stale(directory);
        }
    }
}

void remove_stale_files_of_plan(const Directory& plan) {
    remove_stale_files(plan);
    for (const std::string_view name : {journal_directory, private_directory}) {
        if (const auto folder = plan.find(name); folder && *folder) {
            remove_stale_files(**folder);
        }
    }
}

}  // namespace perfplan::store
