#include "terms_file.hpp"

#include <perfplan/store/tree.hpp>

#include "plan_files.hpp"
#include "temporary.hpp"
#include "write.hpp"

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

namespace perfplan {

Result<PlanLock> PlanLock::take(const Directory& plan) {
    using namespace std::chrono_literals;
    Descriptor descriptor(::openat(plan.fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.is_open()) {
        return cannot(plan.shown(""), "locked", errno);
    }
    constexpr int tries = 200;
    for (int i = 0; i < tries; ++i) {
        if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0) {
            return PlanLock(std::move(descriptor));
        }
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return cannot(plan.shown(""), "locked", errno);
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
    ::unlinkat(plan.fd(), std::string(staged_terms).c_str(), 0);
}

void StagedTerms::drop_left_over(const Directory& plan) {
    if (const auto lock = PlanLock::take_if_free(plan)) {
        drop(plan);
    }
}

Result<StagedTerms> StagedTerms::write(const Directory& plan, std::string_view bytes) {
    struct stat status {};
    const std::string shown = plan.shown(terms_file);
    if (::fstatat(plan.fd(), std::string(terms_file).c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return cannot(shown, "written", errno);
    }
    const Descriptor file(::openat(plan.fd(), std::string(staged_terms).c_str(),
                                   O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.is_open()) {
        return cannot(shown, "written", errno);
    }
    StagedTerms staged(plan, bytes);
    if (auto written = write_and_sync(file.get(), bytes, shown); !written) {
        return tl::unexpected(std::move(written).error());
    }
    if (::fchmod(file.get(), status.st_mode & 07777) != 0) {
        return cannot(shown, "given its permissions", errno);
    }
    return staged;
}

StagedTerms::~StagedTerms() {
    if (plan_ != nullptr) {
        drop(*plan_);
    }
}

namespace {

/// For a failure after which the new terms stay. The directory is where they are.
void tell_that_they_stay(Diagnostic& failure, const Directory& plan) {
    failure.hint = fmt::format("{} is changed all the same, but may not last: 'sync {}' sees to it",
                               plan.shown(terms_file), plan.shown(""));
}

}  // namespace

/// What is staged and what stands change places.
bool StagedTerms::exchange() {
    const bool is_done =
        ::syscall(SYS_renameat2, plan_->fd(), std::string(staged_terms).c_str(), plan_->fd(),
                  std::string(terms_file).c_str(), RENAME_EXCHANGE) == 0;
    is_in_place_ = is_in_place_ != is_done;
    return is_done;
}

/// What an editor saved since the exchange stays.
void StagedTerms::exchange_back(Diagnostic& failure) {
    if (!exchange()) {
        if (failure.code == ExitCode::refused) {
            failure.hint = fmt::format("what was saved is in {}: move it away before anything else",
                                       plan_->shown(staged_terms));
            plan_ = nullptr;  // so that it is not dropped
        } else {
            tell_that_they_stay(failure, *plan_);
        }
        return;
    }
    const auto staged = plan_->read(staged_terms);
    if (staged && *staged != bytes_) {
        if (!exchange()) {
            plan_ = nullptr;
        }
        is_in_place_ = false;
    }
}

/// For file systems that can't exchange two files: what stands keeps a second name, where it can
/// have one, until what takes its place is sure to last.
Result<void> StagedTerms::replace(std::string_view before) {
    const std::string name(terms_file);
    const Directory& plan = *plan_;
    auto old = Temporary::second_name(plan, name);
    const auto is_as_before = [&] {
        const auto stands = plan.read(old ? old->name() : name);
        return stands && *stands == before;
    };
    if (!is_as_before()) {
        return fail(changed_meanwhile(plan.shown(terms_file)));
    }
    if (::renameat(plan.fd(), std::string(staged_terms).c_str(), plan.fd(), name.c_str()) != 0) {
        return not_written(plan.shown(terms_file), errno);
    }
    is_in_place_ = true;
    plan_ = nullptr;
    auto outcome = sync(plan);
    if (outcome && old && !is_as_before()) {
        outcome = fail(changed_meanwhile(plan.shown(terms_file)));
    }
    if (outcome) {
        return outcome;
    }
    if (const auto there = plan.read(terms_file); there && *there != bytes_) {
        is_in_place_ = false;  // an editor saved since, and that stays
    } else if (old && ::renameat(plan.fd(), old->name().c_str(), plan.fd(), name.c_str()) == 0) {
        old->keep();
        is_in_place_ = false;
    } else {
        tell_that_they_stay(outcome.error().front(), plan);
    }
    return outcome;
}

Result<void> StagedTerms::put_in_place(std::string_view before) {
    if (!exchange()) {
        return errno == EINVAL || errno == ENOSYS ? replace(before)
                                                  : not_written(plan_->shown(terms_file), errno);
    }
    // looked at only now: nothing that an editor saved up to here is missed
    auto outcome = sync(*plan_);
    const auto stood = plan_->read(staged_terms);
    if (outcome && (!stood || *stood != before)) {
        outcome = fail(changed_meanwhile(plan_->shown(terms_file)));
    }
    if (!outcome) {
        exchange_back(outcome.error().front());
    }
    return outcome;
}

}  // namespace perfplan
