#include "staged_plan.hpp"

#include <perfplan/store/tree.hpp>

#include "plan_files.hpp"
#include "temporary.hpp"

#include <fmt/format.h>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan {

namespace {

constexpr mode_t directory_mode = 0700;

constexpr std::string_view start_of_name = ".perfplan-new-";

/// Another command that wants it makes it anew.
void remove(const Directory& rep, const std::string& name) {
    ::unlinkat(rep.fd(), name.c_str(), AT_REMOVEDIR);
}

void empty(const Directory& staged) {
    ::unlinkat(staged.fd(), std::string(terms_file).c_str(), 0);
    drop_left_over(staged);
}

}  // namespace

Result<StagedPlan> StagedPlan::take(const Directory& rep, std::string_view plan) {
    const std::string name = fmt::format("{}{}", start_of_name, plan);
    while (true) {
        // not synced: only the name that the plan will have must last
        if (::mkdirat(rep.fd(), name.c_str(), directory_mode) != 0 && errno != EEXIST) {
            return cannot(rep.shown(name), "made", errno);
        }
        auto directory = rep.find(name);
        if (!directory) {
            remove(rep, name);
            return tl::unexpected(std::move(directory).error());
        }
        if (!*directory) {
            continue;
        }
        auto lock = PlanLock::take(**directory);
        if (!lock) {
            remove(rep, name);
            return tl::unexpected(std::move(lock).error());
        }
        // whoever held the lock may have given it its own name
        const auto is_there = has_name(rep, name, (*directory)->fd());
        if (!is_there) {
            const int error = errno;
            remove(rep, name);
            return cannot(rep.shown(name), "made", error);
        }
        if (*is_there) {
            empty(**directory);
            return StagedPlan(**std::move(directory), name, *std::move(lock));
        }
    }
}

bool StagedPlan::is_name(std::string_view name) {
    return name.starts_with(start_of_name);
}

void StagedPlan::drop_left_over(const Directory& rep, const std::string& name) {
    const auto directory = rep.find(name);
    const auto lock = directory && *directory ? PlanLock::take_if_free(**directory) : std::nullopt;
    if (lock && has_name(rep, name, (*directory)->fd()).value_or(false)) {
        empty(**directory);
        remove(rep, name);
    }
}

void StagedPlan::drop(const Directory& rep) const {
    empty(directory_);
    remove(rep, name_);
}

}  // namespace perfplan
