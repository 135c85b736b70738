#include "store/repair.hpp"

#include "store/ensured_directory.hpp"
#include "store/internal/durable_write.hpp"
#include "store/internal/file_errors.hpp"
#include "store/internal/stale_files.hpp"
#include "store/internal/temporary.hpp"
#include "store/load.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

constexpr mode_t others = 0077;
constexpr mode_t all_permissions = 07777;

/// The permission bits of a directory; nothing, with the error in errno, if it can't be asked.
std::optional<mode_t> mode_of(const Directory& directory) {
    struct stat status {};
    return ::fstat(directory.fd(), &status) == 0 ? std::optional(status.st_mode & all_permissions)
                                                 : std::nullopt;
}

std::optional<std::string> real_path(const std::string& path) {
    const std::unique_ptr<char, decltype(&::free)> real(::realpath(path.c_str(), nullptr), ::free);
    return real ? std::optional<std::string>(real.get()) : std::nullopt;
}

}  // namespace

std::optional<std::string> tree_above(const std::string& file) {
    for (std::size_t slash = file.rfind('/'); slash != std::string::npos && slash > 0;
         slash = file.rfind('/', slash - 1)) {
        const std::string directory = file.substr(0, slash);
        if (::access((directory + "/" + std::string(settings_file)).c_str(), F_OK) == 0) {
            return directory;
        }
    }
    return std::nullopt;
}

Result<std::string> path_in_tree(const Tree& tree, const std::string& file) {
    const auto path = real_path(file);
    if (!path) {
        return fail(io_error(file, fmt::format("can't be read: {}", system_error(errno))));
    }
    const auto root = real_path(fmt::format("/proc/self/fd/{}", tree.root().fd()));
    const std::string prefix = root.value_or("") + (root == "/" ? "" : "/");
    if (!path->starts_with(prefix)) {
        Diagnostic outside = refusal("is not in the tree", "'perfplan check' looks at one tree");
        outside.file = file;
        return fail(std::move(outside));
    }
    return path->substr(prefix.size());
}

std::optional<Exposure> exposure_of(const Tree& tree) {
    const auto plans = tree.root().find(plans_directory);
    if (!plans || !*plans || (mode_of(tree.root()).value_or(0) & others) == 0) {
        return std::nullopt;
    }
    const mode_t mode = mode_of(**plans).value_or(0);
    return (mode & others) == 0 ? std::nullopt
                                : std::optional(Exposure{tree.root().shown(plans_directory), mode});
}

Result<void> restrict_permissions(const Tree& tree) {
    PERFPLAN_TRY(const auto plans, existing(tree.root(), plans_directory));
    const auto mode = mode_of(plans);
    if (!mode || ::fchmod(plans.fd(), *mode & ~others) != 0) {
        return io_error_for(plans.shown(""), "closed to others", errno);
    }
    return {};
}

Result<void> rename_record(const Tree& tree, const PlanRef& ref, std::string_view folder,
                           const std::string& from, const std::string& to) {
    const auto plan = existing_plan(tree, ref);
    const auto journal =
        plan.and_then([&](const Directory& directory) { return existing(directory, folder); });
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    if (rename_to_free(*journal, from, to) != 0) {
        return io_error_for(journal->shown(from), fmt::format("renamed to {}", to), errno);
    }
    return sync(*journal);
}

Result<void> replace_file(const Tree& tree, std::string_view folder, std::string_view name,
                          std::string_view bytes) {
    PERFPLAN_TRY(const auto directory, EnsuredDirectory::make(tree.root(), folder));
    remove_stale_files(*directory);
    const std::string shown = directory->shown(name);
    PERFPLAN_TRY(auto temporary, Temporary::make(*directory, shown));
    if (auto written = write_and_sync(temporary.fd(), bytes, shown); !written) {
        return written;
    }
    if (::renameat(directory->fd(), temporary.name().c_str(), directory->fd(),
                   std::string(name).c_str()) != 0) {
        return write_error(shown, errno);
    }
    temporary.keep();
    return sync(*directory);
}

}  // namespace perfplan::store
