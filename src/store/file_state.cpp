#include "store/file_state.hpp"

#include "base/byte_stream.hpp"
#include "base/digest.hpp"
#include "store/directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace perfplan::store {

namespace {

/// Of any two numbers, as one that tells it from every other.
std::int64_t difference(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

/// Writes down the state of one file after the other.
class Survey {
public:
    Survey() { seen_.reserve(usual_size); }

    /// A file that has to be there.
    bool add(int directory, const char* name) {
        struct stat status {};
        if (::fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
            return false;
        }
        const std::int64_t changed = nanoseconds(status.st_ctim);
        const std::int64_t modified = nanoseconds(status.st_mtim);
        const auto inode = static_cast<std::int64_t>(status.st_ino);
        ByteWriter seen(seen_);
        seen.text(name);
        seen.number(status.st_mode);
        seen.number(status.st_size);
        seen.number(difference(inode, last_inode_));  // most are short, and soon hashed
        seen.number(difference(changed, last_changed_));
        seen.number(difference(modified, changed));
        last_inode_ = inode;
        last_changed_ = changed;
        newest_ = std::max({newest_, changed, modified});
        return true;
    }

    /// All files of a directory that may be missing, but for hidden ones, which nobody reads.
    bool add_all(int plan, const std::string& name) {
        ByteWriter(seen_).text(name);
        struct stat status {};
        if (::fstatat(plan, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
            return errno == ENOENT;  // told in half the time that opening it takes
        }
        const Descriptor directory = open_beneath(plan, name, O_RDONLY | O_DIRECTORY);
        if (!directory.is_open()) {
            return false;
        }
        bool are_known = true;
        const bool is_whole = each_entry(directory.get(), [&](const dirent64& entry) {
            const auto* entry_name = static_cast<const char*>(entry.d_name);
            are_known = *entry_name == '.' || add(directory.get(), entry_name);
            return are_known;
        });
        return is_whole && are_known;
    }

    [[nodiscard]] FilesState state() const { return {quick_digest(seen_), newest_}; }

private:
    static constexpr std::size_t usual_size = 4096;
    std::string seen_;
    std::int64_t last_inode_ = 0;
    std::int64_t last_changed_ = 0;
    std::int64_t newest_ = 0;
};

}  // namespace

std::optional<FilesState> state_of_files(const Tree& tree, const PlanRef& ref) {
    const Descriptor plan =
        open_beneath(tree.root().fd(), fmt::format("{}/{}", plans_directory, to_string(ref)),
                     O_RDONLY | O_DIRECTORY);
    Survey survey;
    const bool is_whole = plan.is_open() &&
                          survey.add(plan.get(), std::string(terms_file).c_str()) &&
                          survey.add_all(plan.get(), std::string(journal_directory)) &&
                          survey.add_all(plan.get(), std::string(private_directory));
    return is_whole ? std::optional(survey.state()) : std::nullopt;
}

}  // namespace perfplan::store
