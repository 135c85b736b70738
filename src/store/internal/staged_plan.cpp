#include "store/internal/staged_plan.hpp"

#include "store/internal/file_errors.hpp"
#include "store/internal/temporary.hpp"
#include "store/tree.hpp"

#include <fmt/format.h>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

constexpr mode_t directory_mode = 0700;

constexpr std::string_view staged_prefix = ".perfplan-new-";

/// Another command that wants it makes it anew.
void remove(const Directory& rep, const std::string& name) {
    ::unlinkat(rep.fd(), name.c_str(), AT_REMOVEDIR);
}

/// Does so on the way out when something fails.
class Removal {
public:
    Removal(const Directory& rep, const std::string& name) : rep_(&rep), name_(name) {}
    Removal(const Removal&) = delete;
    Removal& operator=(const Removal&) = delete;
    ~Removal() {
        if (rep_ != nullptr) {
            remove(*rep_, name_);
        }
    }
    void cancel() { rep_ = nullptr; }

private:
    const Directory* rep_;
    const std::string& name_;
};

void empty(const Directory& staged) {
    ::unlinkat(staged.fd(), std::string(terms_file).c_str(), 0);
    const auto entries = staged.list();
    for (const DirectoryEntry& entry : entries.value_or(std::vector<DirectoryEntry>())) {
        if (entry.type == EntryType::file && Temporary::is_name(entry.name)) {
            Temporary::remove_stale(staged, entry.name);
        }
    }
}

}  // namespace

Result<StagedPlan> StagedPlan::take(const Directory& rep, std::string_view plan) {
    const std::string name = fmt::format("{}{}", staged_prefix, plan);
    while (true) {
        // not synced: only the name that the plan will have must last
        if (::mkdirat(rep.fd(), name.c_str(), directory_mode) != 0 && errno != EEXIST) {
            return io_error_for(rep.shown(name), "made", errno);
        }
        Removal removal(rep, name);
        PERFPLAN_TRY(auto directory, rep.find(name));
        if (!directory) {
            removal.cancel();
            continue;
        }
        auto lock = PlanLock::take(*directory);
        if (!lock) {
            if (lock.error().front().code == ExitCode::refused) {
                removal.cancel();  // it is in use
            }
            return tl::unexpected(std::move(lock).error());
        }
        // whoever held the lock may have given it its own name
        const auto is_there = has_name(rep, name, directory->fd());
        if (!is_there) {
            return io_error_for(rep.shown(name), "made", errno);
        }
        if (*is_there) {
            empty(*directory);
            StagedPlan staged(rep, *std::move(directory), name, *std::move(lock));
            removal.cancel();
            return staged;
        }
        removal.cancel();  // what has the name now may be in use
    }
}

bool StagedPlan::is_name(std::string_view name) {
    return name.starts_with(staged_prefix);
}

void StagedPlan::remove_stale(const Directory& rep, const std::string& name) {
    const auto directory = rep.find(name);
    const auto lock = directory && *directory ? PlanLock::take_if_free(**directory) : std::nullopt;
    if (lock && has_name(rep, name, (*directory)->fd()).value_or(false)) {
        empty(**directory);
        remove(rep, name);
    }
}

void StagedPlan::drop(const Directory& rep) const {
    ::unlinkat(directory_.fd(), std::string(terms_file).c_str(), 0);
    remove(rep, name_);
}

StagedPlan::~StagedPlan() {
    if (rep_ != nullptr) {
        drop(*rep_);
    }
}

}  // namespace perfplan::store
