#include "terms_file.hpp"

#include <perfplan/store/tree.hpp>

#include "plan_files.hpp"
#include "write.hpp"

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan {

namespace {

constexpr std::string_view staged_terms = ".plan.yaml.staged";

void drop_staged(const Directory& plan) {
    ::unlinkat(plan.fd(), std::string(staged_terms).c_str(), 0);
}

}  // namespace

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

Result<StagedTerms> StagedTerms::write(const Directory& plan, std::string_view bytes) {
    struct stat status {};
    const std::string shown = plan.shown(terms_file);
    if (::fstatat(plan.fd(), std::string(terms_file).c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return cannot(shown, "written", errno);
    }
    drop_staged(plan);  // left by a command that was killed
    const Descriptor file(::openat(plan.fd(), std::string(staged_terms).c_str(),
                                   O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.is_open()) {
        return cannot(shown, "written", errno);
    }
    StagedTerms staged(plan);
    if (auto written = write_and_sync(file.get(), bytes, shown); !written) {
        return tl::unexpected(std::move(written).error());
    }
    if (::fchmod(file.get(), status.st_mode & 07777) != 0) {
        return cannot(shown, "given its permissions", errno);
    }
    const auto read_back = plan.read(staged_terms);
    if (!read_back || !*read_back || **read_back != bytes) {
        return fail(io_error(
            shown, "can't be written: what was staged does not read back as it was written"));
    }
    return staged;
}

StagedTerms::~StagedTerms() {
    if (plan_ != nullptr) {
        drop_staged(*plan_);
    }
}

Result<void> StagedTerms::put_in_place() && {
    if (::renameat(plan_->fd(), std::string(staged_terms).c_str(), plan_->fd(),
                   std::string(terms_file).c_str()) != 0) {
        return cannot(plan_->shown(terms_file), "written", errno);
    }
    return sync(*std::exchange(plan_, nullptr));
}

}  // namespace perfplan
