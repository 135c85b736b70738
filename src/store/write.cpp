#include "write.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace perfplan {

namespace {

constexpr mode_t file_mode = 0600;

tl::unexpected<Diagnostics> not_written(const std::string& shown, int error) {
    return fail(io_error(
        shown, fmt::format("can't be written: {}", system_error(error)),
        error == ENOSPC || error == EDQUOT ? "nothing was saved; make room and try again" : ""));
}

/// Gives the nameless file behind `fd` its name; EEXIST in errno if the name is taken.
int link_to_name(int fd, const Directory& directory, const std::string& name) {
    const std::string self = fmt::format("/proc/self/fd/{}", fd);
    return ::linkat(AT_FDCWD, self.c_str(), directory.fd(), name.c_str(), AT_SYMLINK_FOLLOW);
}

/// For file systems without O_TMPFILE, or without /proc: a temporary beside it, moved to its name
/// if that is free.
Result<Created> create_by_temporary(const Directory& directory, const std::string& name,
                                    std::string_view bytes) {
    const std::string temporary = temporary_name();
    const std::string shown = directory.shown(name);
    const Descriptor file(::openat(directory.fd(), temporary.c_str(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                                   file_mode));
    if (!file.is_open()) {
        return not_written(shown, errno);
    }
    const auto drop = [&] { ::unlinkat(directory.fd(), temporary.c_str(), 0); };
    if (auto written = write_and_sync(file.get(), bytes, shown); !written) {
        drop();
        return tl::unexpected(std::move(written).error());
    }
    long moved = ::syscall(SYS_renameat2, directory.fd(), temporary.c_str(), directory.fd(),
                           name.c_str(), RENAME_NOREPLACE);
    if (moved != 0 && (errno == EINVAL || errno == ENOSYS)) {
        moved = ::linkat(directory.fd(), temporary.c_str(), directory.fd(), name.c_str(), 0);
        const int error = errno;
        drop();
        errno = error;
    }
    if (moved != 0) {
        const int error = errno;
        drop();
        if (error == EEXIST) {
            return Created::was_there;
        }
        return not_written(shown, error);
    }
    return Created::now;
}

Result<Created> create_nameless(const Directory& directory, const std::string& name,
                                std::string_view bytes) {
    const Descriptor file(
        ::openat(directory.fd(), ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, file_mode));
    if (!file.is_open()) {
        // EISDIR: a kernel that does not know the flag. EOPNOTSUPP: a file system that can't.
        if (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL) {
            return create_by_temporary(directory, name, bytes);
        }
        return not_written(directory.shown(name), errno);
    }
    if (auto written = write_and_sync(file.get(), bytes, directory.shown(name)); !written) {
        return tl::unexpected(std::move(written).error());
    }
    if (link_to_name(file.get(), directory, name) == 0) {
        return Created::now;
    }
    if (errno == EEXIST) {
        return Created::was_there;
    }
    if (errno == ENOENT || errno == EPERM || errno == EACCES || errno == EOPNOTSUPP) {
        return create_by_temporary(directory, name, bytes);
    }
    return not_written(directory.shown(name), errno);
}

}  // namespace

std::string temporary_name() {
    static std::atomic<unsigned> counter{0};
    return fmt::format(".perfplan-{}-{}", ::getpid(), counter++);
}

Result<void> write_and_sync(int fd, std::string_view bytes, const std::string& shown) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0) {
            if (errno == EINTR) {
                continue;
            }
            return not_written(shown, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    if (::fsync(fd) != 0) {
        return not_written(shown, errno);
    }
    return {};
}

Result<void> sync(const Directory& directory) {
    if (::fsync(directory.fd()) != 0) {
        return not_written(directory.shown(""), errno);
    }
    return {};
}

Result<Created> create_whole(const Directory& directory, std::string_view name,
                             std::string_view bytes) {
    auto created = create_nameless(directory, std::string(name), bytes);
    if (!created) {
        return created;
    }
    // also when it was there: whoever wrote it may not have come to this point
    if (auto synced = sync(directory); !synced) {
        return tl::unexpected(std::move(synced).error());
    }
    return created;
}

}  // namespace perfplan
