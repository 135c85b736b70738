#include "staged_plan.hpp"

#include <perfplan/store/tree.hpp>

#include "plan_files.hpp"

#include <fmt/format.h>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan {

namespace {

constexpr mode_t directory_mode = 0700;

/// True if the directory is still what has the name: whoever held the lock may have given it its
/// own.
bool has_name(const Directory& parent, const std::string& name, const Directory& directory) {
    struct stat named {};
    struct stat opened {};
    return ::fstatat(parent.fd(), name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           ::fstat(directory.fd(), &opened) == 0 && named.st_ino == opened.st_ino &&
           named.st_dev == opened.st_dev;
}

}  // namespace

Result<StagedPlan> StagedPlan::take(const Directory& rep, std::string_view plan) {
    const std::string name = fmt::format(".perfplan-new-{}", plan);
    while (true) {
        // not synced: only the name that the plan will have must last
        if (::mkdirat(rep.fd(), name.c_str(), directory_mode) != 0 && errno != EEXIST) {
            return cannot(rep.shown(name), "made", errno);
        }
        auto directory = rep.find(name);
        if (!directory) {
            return tl::unexpected(std::move(directory).error());
        }
        if (!*directory) {
            continue;
        }
        auto lock = PlanLock::take(**directory);
        if (!lock) {
            return tl::unexpected(std::move(lock).error());
        }
        if (has_name(rep, name, **directory)) {
            ::unlinkat((*directory)->fd(), std::string(terms_file).c_str(), 0);
            return StagedPlan(**std::move(directory), name, *std::move(lock));
        }
    }
}

void StagedPlan::drop(const Directory& rep) const {
    ::unlinkat(directory_.fd(), std::string(terms_file).c_str(), 0);
    ::unlinkat(rep.fd(), name_.c_str(), AT_REMOVEDIR);
}

}  // namespace perfplan
