#include "open_beneath.hpp"

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace perfplan {

namespace {

/// Opens one component. A link in the place of a directory shows as one: the kernel says just that
/// it is no directory.
Descriptor open_component(int at, const std::string& name, int flags) {
    Descriptor descriptor(::openat(at, name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
    struct stat status {};
    if (!descriptor.is_open() && errno == ENOTDIR) {
        const bool is_link = ::fstatat(at, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                             S_ISLNK(status.st_mode);
        errno = is_link ? ELOOP : ENOTDIR;
    }
    return descriptor;
}

/// For kernels without openat2: one component after the other, none of them a link.
Descriptor open_stepwise(int at, const std::string& relative, int flags) {
    Descriptor step;
    std::size_t start = 0;
    while (true) {
        const std::size_t slash = relative.find('/', start);
        const std::string part = relative.substr(start, slash - start);
        if (part.empty() || part == "." || part == "..") {
            errno = EXDEV;
            return {};
        }
        const int from = step.is_open() ? step.get() : at;
        if (slash == std::string::npos) {
            return open_component(from, part, flags);
        }
        step = open_component(from, part, O_RDONLY | O_DIRECTORY);
        if (!step.is_open()) {
            return {};
        }
        start = slash + 1;
    }
}

}  // namespace

Descriptor open_beneath(int at, const std::string& relative, int flags) {
    static std::atomic<bool> has_openat2{true};
    if (relative.find('/') == std::string::npos) {
        return open_stepwise(at, relative, flags);
    }
    if (has_openat2) {
        open_how how{};
        how.flags = static_cast<unsigned>(flags) | O_CLOEXEC;
        how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
        const long fd = ::syscall(SYS_openat2, at, relative.c_str(), &how, sizeof how);
        if (fd >= 0) {
            return Descriptor(static_cast<int>(fd));
        }
        if (errno != ENOSYS && errno != EPERM) {
            return {};
        }
        has_openat2 = false;
    }
    return open_stepwise(at, relative, flags);
}

}  // namespace perfplan
