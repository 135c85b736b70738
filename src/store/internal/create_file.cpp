#include "store/internal/create_file.hpp"

#include "store/internal/durable_write.hpp"
#include "store/internal/temporary.hpp"

#include <fmt/format.h>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

constexpr mode_t new_file_mode = 0600;

/// Gives the nameless file behind `fd` its name; EEXIST in errno if the name is taken.
int link_to_name(int fd, const Directory& directory, const std::string& name) {
    const std::string self = fmt::format("/proc/self/fd/{}", fd);
    return ::linkat(AT_FDCWD, self.c_str(), directory.fd(), name.c_str(), AT_SYMLINK_FOLLOW);
}

/// For file systems without O_TMPFILE, or without /proc: a temporary beside it, moved to its name
/// if that is free.
Result<Created> create_by_temporary(const Directory& directory, const std::string& name,
                                    std::string_view bytes) {
    const std::string shown = directory.shown(name);
    PERFPLAN_TRY(auto temporary, Temporary::make(directory, shown));
    PERFPLAN_TRY_DO(write_and_sync(temporary.fd(), bytes, shown));
    if (rename_without_replacing(directory, temporary.name(), name) == 0) {
        temporary.keep();
        return Created::now;
    }
    if ((errno == EINVAL || errno == ENOSYS) &&
        ::linkat(directory.fd(), temporary.name().c_str(), directory.fd(), name.c_str(), 0) == 0) {
        return Created::now;
    }
    if ((errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS) &&
        rename_where_nothing_is(directory, temporary.name(), name) == 0) {
        temporary.keep();
        return Created::now;
    }
    return errno == EEXIST ? Result<Created>(Created::was_there) : write_error(shown, errno);
}

Result<Created> create_nameless(const Directory& directory, const std::string& name,
                                std::string_view bytes) {
    const Descriptor file(
        ::openat(directory.fd(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, new_file_mode));
    if (!file.is_open()) {
        // EISDIR: a kernel that does not know the flag. EOPNOTSUPP: a file system that can't.
        if (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL) {
            return create_by_temporary(directory, name, bytes);
        }
        return write_error(directory.shown(name), errno);
    }
    PERFPLAN_TRY_DO(write_and_sync(file.get(), bytes, directory.shown(name)));
    if (link_to_name(file.get(), directory, name) == 0) {
        return Created::now;
    }
    if (errno == EEXIST) {
        return Created::was_there;
    }
    if (errno == ENOENT || errno == EPERM || errno == EACCES || errno == EOPNOTSUPP) {
        return create_by_temporary(directory, name, bytes);
    }
    return write_error(directory.shown(name), errno);
}

}  // namespace

Result<Created> create_whole(const Directory& directory, std::string_view name,
                             std::string_view bytes) {
    auto created = create_nameless(directory, std::string(name), bytes);
    if (!created) {
        return created;
    }
    // also when it was there: whoever wrote it may not have come to this point
    if (auto synced = sync(directory); !synced) {
        const std::string file(name);
        if (*created == Created::now && ::unlinkat(directory.fd(), file.c_str(), 0) != 0) {
            synced.error().front().hint = fmt::format(
                "{} is there all the same, but may not last: the same command again "
                "sees to it",
                directory.shown(name));
        }
        return tl::unexpected(std::move(synced).error());
    }
    return created;
}

}  // namespace perfplan::store
