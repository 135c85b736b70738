#include "store/internal/temporary.hpp"

#include "store/internal/durable_write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

constexpr std::string_view temporary_prefix = ".perfplan-";

/// Different for each process and call.
std::string temporary_name() {
    static std::atomic<unsigned> counter{0};
    return fmt::format("{}{}-{}", temporary_prefix, ::getpid(), counter++);
}

}  // namespace

std::optional<bool> has_name(const Directory& directory, const std::string& name, int opened) {
    struct stat named {};
    struct stat held {};
    if (::fstatat(directory.fd(), name.c_str(), &named, AT_SYMLINK_NOFOLLOW) != 0) {
        return errno == ENOENT ? std::optional(false) : std::nullopt;
    }
    if (::fstat(opened, &held) != 0) {
        return std::nullopt;
    }
    return named.st_ino == held.st_ino && named.st_dev == held.st_dev;
}

Result<Temporary> Temporary::make(const Directory& directory, const std::string& shown) {
    while (true) {
        std::string name = temporary_name();
        Descriptor file(::openat(directory.fd(), name.c_str(),
                                 O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!file.is_open() && errno != EEXIST) {
            return write_error(shown, errno);
        }
        if (!file.is_open()) {
            continue;  // left by a process that had our number
        }
        // where files can't be locked, nobody takes one for left behind
        const bool is_being_dropped =
            ::flock(file.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        Temporary made(directory, std::move(name), std::move(file));
        const auto is_there = has_name(directory, made.name(), made.fd());
        if (!is_there) {
            return write_error(shown, errno);
        }
        if (*is_there && !is_being_dropped) {
            return made;
        }
    }
}

std::optional<Temporary> Temporary::second_name(const Directory& directory,
                                                const std::string& name) {
    Descriptor file(
        ::openat(directory.fd(), name.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
    if (!file.is_open()) {
        return std::nullopt;
    }
    ::flock(file.get(), LOCK_EX | LOCK_NB);  // only so that nobody takes it for left behind
    std::string second = temporary_name();
    while (::linkat(directory.fd(), name.c_str(), directory.fd(), second.c_str(), 0) != 0) {
        if (errno != EEXIST) {
            return std::nullopt;
        }
        second = temporary_name();
    }
    Temporary made(directory, std::move(second), std::move(file));
    if (!has_name(directory, made.name(), made.fd()).value_or(false)) {
        return std::nullopt;  // another file has come to the first name meanwhile
    }
    return made;
}

Temporary::Temporary(Temporary&& other) noexcept
    : directory_(std::exchange(other.directory_, nullptr)),
      name_(std::move(other.name_)),
      file_(std::move(other.file_)) {}

Temporary::~Temporary() {
    if (directory_ != nullptr) {
        ::unlinkat(directory_->fd(), name_.c_str(), 0);
    }
}

bool Temporary::is_name(std::string_view name) {
    if (!name.starts_with(temporary_prefix)) {
        return false;
    }
    name.remove_prefix(temporary_prefix.size());
    return std::count(name.begin(), name.end(), '-') == 1 &&
           name.find_first_not_of("0123456789-") == std::string_view::npos;
}

void Temporary::remove_stale(const Directory& directory, const std::string& name) {
    const Descriptor file(
        ::openat(directory.fd(), name.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
    if (file.is_open() && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 &&
        has_name(directory, name, file.get()).value_or(false)) {
        ::unlinkat(directory.fd(), name.c_str(), 0);
    }
}

}  // namespace perfplan::store
