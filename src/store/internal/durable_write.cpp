#include "store/internal/durable_write.hpp"

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

int rename_without_replacing(const Directory& directory, const std::string& from,
                             const std::string& to) {
    return static_cast<int>(::syscall(SYS_renameat2, directory.fd(), from.c_str(), directory.fd(),
                                      to.c_str(), RENAME_NOREPLACE));
}

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

}  // namespace perfplan::store
