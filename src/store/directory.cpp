#include "store/directory.hpp"

#include "base/text/text.hpp"
#include "yaml/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace perfplan::store {

std::string system_error(int error) {
    return std::generic_category().message(error);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        Descriptor old(fd_);
        fd_ = other.release();
    }
    return *this;
}

Descriptor::~Descriptor() {
    if (fd_ >= 0) {
        ::close(fd_);
    }
}

int Descriptor::release() {
    const int fd = fd_;
    fd_ = -1;
    return fd;
}

namespace {

Diagnostic system_call_error(std::string shown, std::string_view what, int error) {
    if (error == ELOOP || error == EXDEV) {
        return io_error(std::move(shown), fmt::format("can't be {}: a symbolic link", what),
                        "perfplan follows no links inside a tree: put the file itself there");
    }
    return io_error(std::move(shown), fmt::format("can't be {}: {}", what, system_error(error)));
}

/// All of a file, or of a file that is too large just enough to show it. `expected` is its size as
/// far as that is known.
Result<std::string> read_all(int fd, std::size_t expected, const std::string& shown) {
    std::string bytes(std::min(expected, yaml::max_bytes) + 1, '\0');  // one more: to see the end
    std::size_t size = 0;
    while (size <= yaml::max_bytes) {
        if (size == bytes.size()) {
            bytes.resize(2 * size);
        }
        const ssize_t n = ::read(fd, bytes.data() + size, bytes.size() - size);
        if (n < 0) {
            if (errno == EINTR) {
                continue;
            }
            return fail(system_call_error(shown, "read", errno));
        }
        if (n == 0) {
            break;
        }
        const bool is_short = static_cast<std::size_t>(n) < bytes.size() - size;
        size += static_cast<std::size_t>(n);
        if (is_short && size == expected) {
            break;  // all that there is, and the system had no more to give
        }
    }
    bytes.resize(size);
    return bytes;
}

EntryType type_of(int directory, const dirent64& entry) {
    if (entry.d_type == DT_REG) {
        return EntryType::file;
    }
    if (entry.d_type == DT_DIR) {
        return EntryType::directory;
    }
    if (entry.d_type != DT_UNKNOWN) {
        return EntryType::other;
    }
    struct stat status {};
    if (::fstatat(directory, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        return EntryType::other;
    }
    return S_ISREG(status.st_mode)   ? EntryType::file
           : S_ISDIR(status.st_mode) ? EntryType::directory
                                     : EntryType::other;
}

/// All of a directory that was not read from, sorted; nothing, with the error in errno, if it can't
/// be read.
std::optional<std::vector<DirectoryEntry>> entries_of(int directory) {
    std::vector<DirectoryEntry> entries;
    const bool is_whole = each_entry(directory, [&](const dirent64& entry) {
        entries.push_back({static_cast<const char*>(entry.d_name), type_of(directory, entry)});
        return true;
    });
    if (!is_whole) {
        return std::nullopt;
    }
    std::ranges::sort(entries, {}, &DirectoryEntry::name);
    return entries;
}

}  // namespace

Result<Directory> Directory::open(const std::string& path, std::string shown) {
    Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.is_open()) {
        return fail(system_call_error(shown.empty() ? path : shown, "opened", errno));
    }
    return Directory(std::move(descriptor), std::move(shown));
}

Result<std::optional<Directory>> Directory::open_if_there(const std::string& path,
                                                          std::string shown) {
    if (::access(path.c_str(), F_OK) != 0 && errno == ENOENT) {
        return std::nullopt;
    }
    PERFPLAN_TRY(auto directory, open(path, std::move(shown)));
    return directory;
}

Result<std::optional<Directory>> Directory::find(std::string_view relative) const {
    Descriptor descriptor = open_beneath(fd(), std::string(relative), O_RDONLY | O_DIRECTORY);
    if (!descriptor.is_open()) {
        if (errno == ENOENT) {
            return std::nullopt;
        }
        return fail(system_call_error(this->shown(relative), "opened", errno));
    }
    return Directory(std::move(descriptor), this->shown(relative));
}

Result<std::optional<std::string>> Directory::read(std::string_view relative) const {
    // O_NONBLOCK: opening a pipe that lies in a tree must not wait for its writer
    const Descriptor descriptor = open_beneath(fd(), std::string(relative), O_RDONLY | O_NONBLOCK);
    if (!descriptor.is_open()) {
        if (errno == ENOENT) {
            return std::nullopt;
        }
        return fail(system_call_error(this->shown(relative), "read", errno));
    }
    struct stat status {};
    if (::fstat(descriptor.get(), &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISDIR(status.st_mode)) {
        return fail(io_error(this->shown(relative), "can't be read: it is no file"));
    }
    const auto expected = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
    PERFPLAN_TRY(auto bytes, read_all(descriptor.get(), expected, this->shown(relative)));
    return bytes;
}

Result<std::vector<DirectoryEntry>> Directory::list() const {
    // a fresh descriptor: how far a directory was read belongs to its open file
    const Descriptor again(::openat(fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    auto entries = again.is_open() ? entries_of(again.get()) : std::nullopt;
    return entries ? Result<std::vector<DirectoryEntry>>(*std::move(entries))
                   : fail(system_call_error(this->shown(""), "listed", errno));
}

Result<std::vector<DirectoryEntry>> Directory::list(std::string_view relative) const {
    const Descriptor directory = open_beneath(fd(), std::string(relative), O_RDONLY | O_DIRECTORY);
    if (!directory.is_open()) {
        return errno == ENOENT ? Result<std::vector<DirectoryEntry>>()
                               : fail(system_call_error(this->shown(relative), "opened", errno));
    }
    auto entries = entries_of(directory.get());
    return entries ? Result<std::vector<DirectoryEntry>>(*std::move(entries))
                   : fail(system_call_error(this->shown(relative), "listed", errno));
}

bool Directory::has(std::string_view name) const {
    struct stat status {};
    return ::fstatat(fd(), std::string(name).c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

std::string Directory::shown(std::string_view name) const {
    if (shown_.empty() || shown_ == ".") {
        return name.empty() ? "." : std::string(name);
    }
    if (name.empty()) {
        return shown_;
    }
    return shown_.back() == '/' ? shown_ + std::string(name) : shown_ + "/" + std::string(name);
}

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

}  // namespace perfplan::store
