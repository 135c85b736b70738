#include "store/change.hpp"

#include "store/internal/durable_write.hpp"
#include "store/internal/file_errors.hpp"
#include "store/internal/staged_terms.hpp"
#include "store/internal/stale_files.hpp"
#include "store/load.hpp"

#include <fmt/format.h>

#include <cerrno>

#include <unistd.h>

namespace perfplan::store {

namespace {

/// An editor knows nothing of the lock: plan.yaml is looked at once more before anything is
/// written, and when it is replaced.
Result<void> require_unchanged(const Directory& plan, const std::string& bytes) {
    PERFPLAN_TRY(const auto now, plan.read(terms_file));
    if (now != bytes) {
        return fail(changed_meanwhile(plan.shown(terms_file)));
    }
    return {};
}

/// A file whose name stands for its bytes: there already with these bytes, or made.
Result<Saved> add_copy(const Directory& directory, const std::string& name,
                       const std::string& bytes, DryRun dry_run) {
    auto saved = create_file(directory, name, bytes, dry_run);
    if (saved && saved->written == Written::before) {
        PERFPLAN_TRY(const auto there, directory.read(name));
        if (there != bytes) {
            return fail(exists_with_other_content(saved->path));
        }
    }
    return saved;
}

std::string name_of(const TermsChange::Copy& copy) {
    return to_string(
        RecordName{copy.date, RecordKind::terms, sealed_suffix(terms_digest(copy.bytes))});
}

/// Writes what comes before plan.yaml. Unless it is kept in the end, what was made goes away again.
class Files {
public:
    Files(const Tree& tree, const LoadedPlan& loaded, const Directory& plan, DryRun dry_run)
        : tree_(tree), loaded_(loaded), plan_(plan), dry_run_(dry_run) {
        // now: when something has been made there may be no memory left to remember it
        made_.reserve(most_files);
        saved_.reserve(most_files);
    }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    ~Files() { roll_back(); }

    Result<void> write(const TermsChange& change, const std::string& what_stood) {
        Result<void> written;
        if (change.what_stood == TermsChange::Keep::yes) {
            const std::string name =
                fmt::format(".{}.{}", terms_file, sealed_suffix(terms_digest(what_stood)));
            written = take(add_copy(plan_, name, what_stood, dry_run_), name);
        }
        if (written && change.copy) {
            const std::string name = name_of(*change.copy);
            written = take(add_sealed_copy(name, change.copy->bytes),
                           fmt::format("{}/{}", journal_directory, name));
        }
        if (written && change.record) {
            written = write_record(*change.record);
        }
        return written;
    }

    std::vector<Saved> keep() {
        made_.clear();
        return std::move(saved_);
    }

private:
    static constexpr std::size_t most_files = 3;  ///< what stood, a sealed copy and a record

    Result<Saved> add_sealed_copy(const std::string& name, const std::string& bytes) {
        PERFPLAN_TRY(auto journal, EnsuredDirectory::make(plan_, journal_directory, dry_run_));
        if (!journal) {
            return Saved{plan_.shown(fmt::format("{}/{}", journal_directory, name)), bytes,
                         Written::now};
        }
        journal_.emplace(*std::move(journal));
        return add_copy(**journal_, name, bytes, dry_run_);
    }

    Result<void> take(Result<Saved> saved, std::string name) {
        if (!saved) {
            return tl::unexpected(std::move(saved).error());
        }
        if (saved->written == Written::now && dry_run_ == DryRun::no) {
            made_.push_back(std::move(name));
        }
        saved_.push_back(*std::move(saved));
        return {};
    }

    /// What the record refers to stays if the record has got its name and could not be taken back.
    Result<void> write_record(const Record& record) {
        PERFPLAN_TRY(const auto file, record_file(record));
        std::string path = fmt::format("{}/{}", journal_directory, file.name);
        const bool was_there = plan_.has(path);
        auto saved = add_record(tree_, loaded_, record, Privacy::shared, dry_run_);
        if (!saved && !was_there && plan_.has(path)) {
            made_.clear();
        }
        return take(std::move(saved), std::move(path));
    }

    /// The newest first, and no further than that works: each refers to those before it.
    void roll_back() {
        while (!made_.empty() &&
               (::unlinkat(plan_.fd(), made_.back().c_str(), 0) == 0 || errno == ENOENT)) {
            made_.pop_back();
        }
    }

    const Tree& tree_;
    const LoadedPlan& loaded_;
    const Directory& plan_;
    DryRun dry_run_;
    std::optional<EnsuredDirectory> journal_;
    std::vector<std::string> made_;  ///< below the plan's directory
    std::vector<Saved> saved_;
};

/// What goes to disk must be terms, whatever the edit was meant to do.
Result<void> require_terms(const yaml::Document& terms) {
    if (const auto plan = read_plan(terms); !plan) {
        const Diagnostic& first = plan.error().front();
        return fail(
            usage_error("this would leave terms that can't stand: " + first.message, first.hint));
    }
    return {};
}

Result<ChangedTerms> write_change(const Tree& tree, const LoadedPlan& loaded, const Directory& plan,
                                  const TermsChange& change, EditedTerms terms, DryRun dry_run) {
    const bool replaces = terms.before != terms.after;
    std::optional<StagedTerms> staged;
    if (dry_run == DryRun::no) {
        remove_stale_files_of_plan(plan);
        StagedTerms::drop(plan);
        PERFPLAN_TRY_DO(require_unchanged(plan, terms.before));
        if (replaces) {
            PERFPLAN_TRY(auto written, StagedTerms::write(plan, terms.after));
            staged.emplace(std::move(written));
        }
    }
    Files files(tree, loaded, plan, dry_run);
    auto written = files.write(change, terms.before);
    if (written && staged) {
        written = staged->commit(terms.before);
    } else if (written && change.terms && dry_run == DryRun::no) {
        written = sync(plan);  // whoever wrote what stands may not have come to this point
    }
    if (!written) {
        if (staged && staged->is_in_place()) {
            for (const Saved& saved : files.keep()) {  // the terms refer to them
                add_hint(written.error().front(), fmt::format("{} is there", saved.path));
            }
        }
        return tl::unexpected(std::move(written).error());
    }
    return ChangedTerms{files.keep(), std::move(terms)};
}

}  // namespace

Result<ChangedTerms> change_terms(
    const Tree& tree, const PlanRef& ref,
    const std::function<Result<TermsChange>(const LoadedPlan&, const yaml::Document&)>& decide,
    DryRun dry_run) {
    PERFPLAN_TRY(const auto directory, existing_plan(tree, ref));
    std::optional<PlanLock> lock;
    if (dry_run == DryRun::no) {
        PERFPLAN_TRY(auto taken, PlanLock::take(directory));
        lock.emplace(std::move(taken));
    }
    PERFPLAN_TRY(const auto before, read_terms_in(directory));
    const auto plan = load_plan_in(directory, ref, before);
    if (!plan || worst(plan->diagnostics) != ExitCode::done) {
        return fail(plan ? plan->diagnostics : plan.error());
    }
    PERFPLAN_TRY(const auto change, decide(*plan, before));
    if (change.terms) {
        PERFPLAN_TRY_DO(require_terms(*change.terms));
    }
    EditedTerms terms{directory.shown(terms_file), before.text(),
                      change.terms ? change.terms->text() : before.text()};
    return write_change(tree, *plan, directory, change, std::move(terms), dry_run);
}

}  // namespace perfplan::store
