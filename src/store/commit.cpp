#include "store/commit.hpp"

#include "base/text/text.hpp"
#include "store/internal/create_file.hpp"
#include "store/internal/durable_write.hpp"
#include "store/internal/file_errors.hpp"
#include "store/internal/staged_plan.hpp"
#include "store/internal/stale_files.hpp"
#include "store/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>

namespace perfplan::store {

namespace {

/// True if the file holds the same record, whenever it was written down.
Result<bool> holds_same_record(const Directory& directory, const std::string& name,
                               const std::string& bytes) {
    PERFPLAN_TRY(auto existing_bytes, directory.read(name));
    if (!existing_bytes) {
        return false;
    }
    const auto there = yaml::Document::read(directory.shown(name), *std::move(existing_bytes));
    const auto wanted = yaml::Document::read(directory.shown(name), bytes);
    return there && wanted && record_content(there->root()) == record_content(wanted->root());
}

/// For what was there already: whoever wrote it may have been stopped before it was sure to last.
Result<Saved> found(const Directory& directory, Saved saved, DryRun dry_run) {
    if (dry_run == DryRun::no) {
        PERFPLAN_TRY_DO(sync(directory));
    }
    saved.written = Written::before;
    return saved;
}

/// For a plan that is there already: its terms must be those that were to be saved.
Result<Saved> same_terms(const Directory& rep, const PlanRef& ref, Saved saved, DryRun dry_run) {
    const auto plan = existing(rep, ref.plan.str());
    PERFPLAN_TRY(const auto bytes, plan ? plan->read(terms_file) : tl::unexpected(plan.error()));
    if (bytes != saved.bytes) {
        return fail(exists_with_other_content(saved.path));
    }
    return found(rep, std::move(saved), dry_run);
}

/// A plan that can't be made to last goes away again, unless somebody has written to it already.
void roll_back(const Directory& rep, const std::string& plan, const StagedPlan& staged) {
    const auto entries = staged.directory().list();
    if (entries && entries->size() == 1 &&
        ::renameat(rep.fd(), plan.c_str(), rep.fd(), staged.name().c_str()) == 0) {
        staged.drop(rep);
    }
}

Result<Saved> put_new_plan(const Directory& rep, const PlanRef& ref, Saved saved) {
    PERFPLAN_TRY(auto staged, StagedPlan::take(rep, ref.plan.str()));
    PERFPLAN_TRY_DO(create_whole(staged.directory(), terms_file, saved.bytes));
    const std::string plan = ref.plan.str();
    if (rename_to_free(rep, staged.name(), plan) != 0) {
        const int error = errno;  // ENOTEMPTY: a plan of this name appeared after the look for it
        return error == EEXIST || error == ENOTEMPTY
                   ? same_terms(rep, ref, std::move(saved), DryRun::no)
                   : io_error_for(saved.path, "written", error);
    }
    staged.keep();
    if (auto synced = sync(rep); !synced) {
        roll_back(rep, plan, staged);
        return tl::unexpected(std::move(synced).error());
    }
    return saved;
}

}  // namespace

Result<RecordFile> record_file(const Record& record) {
    std::string bytes = yaml::write(to_value(record));
    PERFPLAN_TRY(const auto document, yaml::Document::read("the new record", bytes));
    PERFPLAN_TRY_DO(read_record(document));
    return RecordFile{
        to_string(RecordName{record.date, record.kind, record_suffix(document.root())}),
        std::move(bytes)};
}

Result<Saved> add_record(const Tree& tree, const PlanRef& ref, const Record& record,
                         Privacy privacy, DryRun dry_run) {
    if (const auto counts = what_counts(record); privacy == Privacy::private_ && !counts.empty()) {
        return fail(refusal(
            fmt::format("a private record carries words only, not {}", listing(counts, "or")),
            "leave out --private, or put the words alone into 'perfplan note --private'"));
    }
    PERFPLAN_TRY(auto file, record_file(record));
    PERFPLAN_TRY(const auto plan, existing_plan(tree, ref));
    const std::string_view folder =
        privacy == Privacy::private_ ? private_directory : journal_directory;
    Saved saved{plan.shown(fmt::format("{}/{}", folder, file.name)), std::move(file.bytes),
                Written::now};
    if (dry_run == DryRun::no) {
        remove_stale_files_of_plan(plan);
    }
    PERFPLAN_TRY(const auto journal, EnsuredDirectory::make(plan, folder, dry_run));
    bool taken = journal && (*journal)->has(file.name);
    if (!taken && dry_run == DryRun::no) {
        PERFPLAN_TRY(const auto created, create_whole(**journal, file.name, saved.bytes));
        taken = created == Created::was_there;
    }
    if (taken) {
        PERFPLAN_TRY(const auto same, holds_same_record(**journal, file.name, saved.bytes));
        if (!same) {
            return fail(exists_with_other_content(saved.path));
        }
        return found(**journal, std::move(saved), dry_run);
    }
    return saved;
}

Result<Saved> add_record(const Tree& tree, const LoadedPlan& plan, Record record, Privacy privacy,
                         DryRun dry_run) {
    const std::vector<ListedRecord>& heads =
        privacy == Privacy::private_ ? plan.heads.private_ : plan.heads.shared;
    const auto listed = lists_all(record) ? heads.size() : std::min(heads.size(), most_listed);
    record.after.assign(heads.begin(), heads.begin() + std::ptrdiff_t(listed));
    return add_record(tree, plan.ref, record, privacy, dry_run);
}

Result<Saved> create_plan(const Tree& tree, const PlanRef& ref, std::string_view terms,
                          DryRun dry_run) {
    Saved saved{tree.shown(ref) + "/" + std::string(terms_file), std::string(terms), Written::now};
    PERFPLAN_TRY(const auto there,
                 tree.root().find(fmt::format("{}/{}", plans_directory, ref.rep.str())));
    if (there && there->has(ref.plan.str())) {
        return same_terms(*there, ref, std::move(saved), dry_run);
    }
    if (dry_run == DryRun::yes) {
        return saved;
    }
    PERFPLAN_TRY(const auto plans, EnsuredDirectory::make(tree.root(), plans_directory));
    PERFPLAN_TRY(const auto rep, EnsuredDirectory::make(*plans, ref.rep.str()));
    remove_stale_files(*rep);
    return put_new_plan(*rep, ref, std::move(saved));
}

Result<Saved> create_file(const Directory& directory, std::string_view name, std::string_view bytes,
                          DryRun dry_run) {
    Saved saved{directory.shown(name), std::string(bytes), Written::now};
    if (directory.has(name)) {
        return found(directory, std::move(saved), dry_run);
    }
    if (dry_run == DryRun::yes) {
        return saved;
    }
    remove_stale_files(directory);
    PERFPLAN_TRY(const auto created, create_whole(directory, name, bytes));
    saved.written = created == Created::now ? Written::now : Written::before;
    return saved;
}

}  // namespace perfplan::store
