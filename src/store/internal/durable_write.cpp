#include "store/internal/durable_write.hpp"

#include "store/internal/temporary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

constexpr mode_t file_mode = 0600;

/// Gives the nameless file behind `fd` its name; EEXIST in errno if the name is taken.
int link_to_name(int fd, const Directory& directory, const std::string& name) {
    const std::string self = fmt::format("/proc/self/fd/{}", fd);
    return ::linkat(AT_FDCWD, self.c_str(), directory.fd(), name.c_str(), AT_SYMLINK_FOLLOW);
}

/// As rename(2). EINVAL in errno on file systems that do not know the flag.
int rename_without_replacing(const Directory& directory, const std::string& from,
                             const std::string& to) {
    return static_cast<int>(::syscall(SYS_renameat2, directory.fd(), from.c_str(), directory.fd(),
                                      to.c_str(), RENAME_NOREPLACE));
}

/// The same, by looking first.
int rename_where_nothing_is(const Directory& directory, const std::string& from,
                            const std::string& to) {
    struct stat status {};
    if (::fstatat(directory.fd(), to.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return -1;
    }
    return errno == ENOENT ? ::renameat(directory.fd(), from.c_str(), directory.fd(), to.c_str())
                           : -1;
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
    const Descriptor file(::openat(directory.fd(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, file_mode));
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

tl::unexpected<Diagnostics> write_error(const std::string& shown, int error) {
    return fail(io_error(shown, fmt::format("can't be written: {}", system_error(error)),
                         error == ENOSPC || error == EDQUOT ? "make room and try again" : ""));
}

namespace {

/// True if the file holds these bytes and no more.
bool reads_back(int fd, std::string_view bytes) {
    std::array<char, 65536> buffer{};
    off_t at = 0;
    while (true) {
        const ssize_t n = ::pread(fd, buffer.data(), buffer.size(), at);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        const std::string_view there(buffer.data(),
                                     static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
        if (there.empty()) {
            return n == 0 && bytes.empty();
        }
        if (!bytes.starts_with(there)) {
            return false;
        }
        bytes.remove_prefix(there.size());
        at += n;
    }
}

}  // namespace

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    }
    return true;
}

Result<void> write_and_sync(int fd, std::string_view bytes, const std::string& shown) {
    if (!write_all(fd, bytes) || ::fsync(fd) != 0) {
        return write_error(shown, errno);
    }
    if (!reads_back(fd, bytes)) {
        return fail(io_error(shown, "can't be written: it does not read back as it was written"));
    }
    return {};
}

int rename_to_free(const Directory& directory, const std::string& from, const std::string& to) {
    const int done = rename_without_replacing(directory, from, to);
    return done != 0 && (errno == EINVAL || errno == ENOSYS)
               ? rename_where_nothing_is(directory, from, to)
               : done;
}

Result<void> sync(const Directory& directory) {
    if (::fsync(directory.fd()) != 0) {
        return write_error(directory.shown(""), errno);
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
