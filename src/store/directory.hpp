// Directories and files of a tree, reached only through descriptors and never out of the tree.
// Opening below a directory, and never anywhere else.
// What is in an open directory, with as few system calls as it takes.
#pragma once

#include "base/diagnostics/result.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dirent.h>
#include <sys/types.h>

namespace perfplan::store {

/// An open file descriptor; closes itself.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool is_open() const { return fd_ >= 0; }
    int release();

private:
    int fd_ = -1;
};

enum class EntryType { file, directory, other };

struct DirectoryEntry {
    std::string name;
    EntryType type = EntryType::other;
};

/// An open directory. Relative names below it are resolved beneath it: `..`, absolute names and
/// symbolic links are refused.
class Directory {
public:
    /// Opens a directory that the user named; links are followed here and only here. `shown` is how
    /// messages call it.
    static Result<Directory> open(const std::string& path, std::string shown);
    /// The same; nothing if there is none.
    static Result<std::optional<Directory>> open_if_there(const std::string& path,
                                                          std::string shown);

    /// A directory below this one; nothing if it does not exist.
    [[nodiscard]] Result<std::optional<Directory>> find(std::string_view relative) const;
    /// A file's bytes; nothing if it does not exist. A directory, a device or a link is an error.
    [[nodiscard]] Result<std::optional<std::string>> read(std::string_view relative) const;
    /// What is in it, sorted by name, without `.` and `..`.
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list() const;
    /// The same of a directory below this one; nothing is in one that does not exist.
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(std::string_view relative) const;
    /// True if something of that name is there, whatever it is.
    [[nodiscard]] bool has(std::string_view name) const;

    /// How messages call a name in it: "plans/dana-reyes/2026-q4/plan.yaml"
    [[nodiscard]] std::string shown(std::string_view name) const;
    [[nodiscard]] int fd() const { return descriptor_.get(); }

private:
    Directory(Descriptor descriptor, std::string shown)
        : descriptor_(std::move(descriptor)), shown_(std::move(shown)) {}
    Descriptor descriptor_;
    std::string shown_;  ///< empty: the current directory
};

/// "Permission denied": the system's words for an error number.
std::string system_error(int error);

/// Opens `relative` beneath the directory `at`; symbolic links anywhere on the way, `..` and
/// absolute names are refused (ELOOP or EXDEV in errno). Close-on-exec. `flags` as for open(2),
/// without O_CREAT.
Descriptor open_beneath(int at, const std::string& relative, int flags);

/// Calls `use` with each entry of a directory but `.` and `..`, in no order, until it gives back
/// false. The descriptor must not have been read from. False, with the error in errno, if the
/// directory can't be read to its end.
template <class Use>
bool each_entry(int directory, const Use& use) {
    constexpr std::size_t buffer_size = 32768;
    alignas(dirent64) std::array<char, buffer_size> buffer;  // NOLINT: is filled by the kernel
    while (true) {
        const ssize_t size = ::getdents64(directory, buffer.data(), buffer.size());
        if (size <= 0) {
            return size == 0;
        }
        for (ssize_t at = 0; at < size;) {
            const auto& entry = *reinterpret_cast<const dirent64*>(buffer.data() + at);
            at += entry.d_reclen;
            const std::string_view name(static_cast<const char*>(entry.d_name));
            if (name != "." && name != ".." && !use(entry)) {
                return true;
            }
        }
    }
}

}  // namespace perfplan::store
