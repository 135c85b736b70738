#include "store/internal/staged_terms.hpp"

#include "base/text/shell.hpp"
#include "store/internal/durable_write.hpp"
#include "store/internal/file_errors.hpp"
#include "store/internal/temporary.hpp"
#include "store/tree.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace perfplan::store {

Result<PlanLock> PlanLock::take(const Directory& plan) {
    using namespace std::chrono_literals;
    Descriptor descriptor(::openat(plan.fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.is_open()) {
        return io_error_for(plan.shown(""), "locked", errno);
    }
    constexpr int tries = 200;
    for (int i = 0; i < tries; ++i) {
        if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0) {
            return PlanLock(std::move(descriptor));
        }
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return io_error_for(plan.shown(""), "locked", errno);
        }
        std::this_thread::sleep_for(10ms);
    }
    Diagnostic busy =
        refusal("another perfplan is changing these terms", "try again when it is done");
    busy.file = plan.shown(terms_file);
    return fail(std::move(busy));
}

std::optional<PlanLock> PlanLock::take_if_free(const Directory& plan) {
    Descriptor descriptor(::openat(plan.fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.is_open() && ::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0) {
        return PlanLock(std::move(descriptor));
    }
    return std::nullopt;
}

Diagnostic changed_meanwhile(std::string shown) {
    Diagnostic changed = refusal("was changed by somebody else just now",
                                 "nothing was written; run the command again");
    changed.file = std::move(shown);
    return changed;
}

void StagedTerms::drop(const Directory& plan) {
    ::unlinkat(plan.fd(), staged_terms.data(), 0);
}

void StagedTerms::remove_stale(const Directory& plan) {
    if (const auto lock = PlanLock::take_if_free(plan)) {
        drop(plan);
    }
}

Result<StagedTerms> StagedTerms::write(const Directory& plan, std::string_view bytes) {
    struct stat status {};
    const std::string shown = plan.shown(terms_file);
    if (::fstatat(plan.fd(), terms_file.data(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return io_error_for(shown, "written", errno);
    }
    StagedTerms staged(plan, bytes);  // first: memory may run out
    const Descriptor file(::openat(plan.fd(), staged_terms.data(),
                                   O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.is_open()) {
        const int error = std::exchange(errno, 0);
        staged.plan_ = nullptr;  // there is nothing to drop
        return io_error_for(shown, "written", error);
    }
    PERFPLAN_TRY_DO(write_and_sync(file.get(), bytes, shown));
    if (::fchmod(file.get(), status.st_mode & 07777) != 0) {
        return io_error_for(shown, "given its permissions", errno);
    }
    return staged;
}

StagedTerms::~StagedTerms() {
    // also when memory runs out in between, so that nothing here may take any
    const bool has_to_go_back = plan_ != nullptr && is_in_place_ && !is_settled_;
    if (plan_ != nullptr && (!has_to_go_back || exchange())) {
        drop(*plan_);
    }
}

namespace {

/// For a failure after which the new terms stay.
std::string kept_versions(const Directory& plan, const Diagnostic& failure) {
    std::string told = fmt::format("{} is changed all the same", plan.shown(terms_file));
    if (failure.code != ExitCode::refused) {
        told += fmt::format(", but may not last: 'sync {}' sees to it", shell_word(plan.shown("")));
    }
    return told;
}

/// For what an editor saved and could not be put back.
std::string saved_in(const Directory& plan, std::string_view name) {
    return fmt::format("what was saved is in {}: move it away before anything else",
                       plan.shown(name));
}

/// A second name of plan.yaml, which takes its place again unless the new terms are to stay.
class Rollback {
public:
    Rollback(const Directory& plan, std::optional<Temporary>& old) : plan_(&plan), old_(&old) {}
    Rollback(const Rollback&) = delete;
    Rollback& operator=(const Rollback&) = delete;
    ~Rollback() {
        if (plan_ != nullptr) {
            take();
        }
    }
    /// False, with the error in errno, if that can't be done.
    bool take() {
        const Directory& plan = *std::exchange(plan_, nullptr);
        const bool is_done = *old_ && ::renameat(plan.fd(), (*old_)->name().c_str(), plan.fd(),
                                                 terms_file.data()) == 0;
        if (is_done) {
            (*old_)->keep();
        }
        return is_done;
    }
    void close() { plan_ = nullptr; }

private:
    const Directory* plan_;
    std::optional<Temporary>* old_;
};

}  // namespace

/// What is staged and what stands change places.
bool StagedTerms::exchange() {
    const bool is_done = ::syscall(SYS_renameat2, plan_->fd(), staged_terms.data(), plan_->fd(),
                                   terms_file.data(), RENAME_EXCHANGE) == 0;
    is_in_place_ = is_in_place_ != is_done;
    return is_done;
}

/// What an editor saved before the exchange, or since, is never dropped.
void StagedTerms::exchange_back(Diagnostic& failure, bool is_as_before) {
    const auto keep_staged = [&] {
        add_hint(failure, saved_in(*plan_, staged_terms));
        plan_ = nullptr;
    };
    if (!exchange()) {
        failure.hint = kept_versions(*plan_, failure);
        if (!is_as_before) {
            keep_staged();
        }
        return;
    }
    const auto staged = plan_->read(staged_terms);
    if (staged && *staged != bytes_) {
        if (!exchange()) {
            keep_staged();
        }
        is_in_place_ = false;
    }
}

/// For file systems that can't exchange two files: what stands keeps a second name, where it can
/// have one, until what takes its place is sure to last.
Result<void> StagedTerms::replace(std::string_view before) {
    const Directory& plan = *plan_;
    auto old = Temporary::second_name(plan, std::string(terms_file));
    const auto is_as_before = [&] {
        const auto stands = plan.read(old ? old->name() : terms_file);
        return stands && *stands == before;
    };
    // an editor may save into the file that is there, or put another in its place
    if (!is_as_before() ||
        (old && !has_name(plan, std::string(terms_file), old->fd()).value_or(false))) {
        return fail(changed_meanwhile(plan.shown(terms_file)));
    }
    if (::renameat(plan.fd(), staged_terms.data(), plan.fd(), terms_file.data()) != 0) {
        return write_error(plan.shown(terms_file), errno);
    }
    plan_ = nullptr;
    Rollback way_back(plan, old);
    auto outcome = sync(plan);
    const bool was_as_before = !old || is_as_before();
    if (outcome && !was_as_before) {
        outcome = fail(changed_meanwhile(plan.shown(terms_file)));
    }
    if (outcome) {
        way_back.close();
        is_in_place_ = true;
        return outcome;
    }
    Diagnostic& failure = outcome.error().front();
    if (const auto there = plan.read(terms_file); there && *there != bytes_) {
        way_back.close();  // an editor saved since, and that stays
    } else if (!way_back.take()) {
        is_in_place_ = true;
        failure.hint = kept_versions(plan, failure);
        if (!was_as_before) {
            add_hint(failure, saved_in(plan, old->name()));
            old->keep();
        }
    }
    return outcome;
}

Result<void> StagedTerms::commit(std::string_view before) {
    if (!exchange()) {
        return errno == EINVAL || errno == ENOSYS ? replace(before)
                                                  : write_error(plan_->shown(terms_file), errno);
    }
    // looked at only now: nothing that an editor saved up to here is missed
    auto outcome = sync(*plan_);
    const auto stood = plan_->read(staged_terms);
    const bool is_as_before = stood && *stood == before;
    if (outcome && !is_as_before) {
        outcome = fail(changed_meanwhile(plan_->shown(terms_file)));
    }
    if (!outcome) {
        exchange_back(outcome.error().front(), is_as_before);
    }
    is_settled_ = true;
    return outcome;
}

}  // namespace perfplan::store
