#include "store/repository.hpp"

#include "base/text/text.hpp"
#include "store/internal/file_errors.hpp"
#include "store/user_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>

#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

constexpr mode_t program_mode = 0700;

bool exists(const std::string& path) {
    return ::access(path.c_str(), F_OK) == 0;
}

bool is_directory(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string parent_folder(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

/// The path without links and dots; what is not there yet is taken as it is written.
std::string resolved_path(const std::string& path) {
    const std::unique_ptr<char, decltype(&::free)> real(::realpath(path.c_str(), nullptr), ::free);
    if (real) {
        return real.get();
    }
    const std::string name = path.substr(path.find_last_of('/') + 1);
    const std::string parent = parent_folder(path);
    return parent == path ? path : resolved_path(parent) + "/" + name;
}

/// The first line of a file, without what stands before the path in it.
std::optional<std::string> path_in(const std::string& file, std::string_view before) {
    const auto text = read_input(file);
    if (!text || !text->starts_with(before)) {
        return std::nullopt;
    }
    const std::string_view line = std::string_view(*text).substr(before.size());
    return std::string(trim(line.substr(0, line.find('\n'))));
}

std::string below(const std::string& directory, const std::string& path) {
    return path.starts_with('/') ? path : directory + "/" + path;
}

/// Where git keeps what belongs to the repository as a whole.
std::optional<std::string> git_directory(const std::string& top) {
    std::string git = top + "/.git";
    if (is_directory(git)) {
        return git;
    }
    const auto pointed = path_in(git, "gitdir: ");
    if (!pointed) {
        return std::nullopt;
    }
    git = below(top, *pointed);
    const auto common = path_in(git + "/commondir", "");
    return common ? below(git, *common) : git;
}

}  // namespace

std::optional<Repository> find_repository(const std::string& directory) {
    const std::string start = resolved_path(directory);
    for (std::string top = start;; top = parent_folder(top)) {
        const auto git = exists(top + "/.git") ? git_directory(top) : std::nullopt;
        if (git) {
            const std::string tree = start.substr(std::min(start.size(), top.size() + 1));
            return Repository{top, resolved_path(*git) + "/hooks", tree};
        }
        if (top == "/") {
            return std::nullopt;
        }
    }
}

Result<Saved> create_hook(const Repository& repository, std::string_view name,
                          std::string_view text, DryRun dry_run) {
    if (dry_run == DryRun::yes && !is_directory(repository.hooks)) {
        return Saved{repository.hooks + "/" + std::string(name), std::string(text), Written::now};
    }
    PERFPLAN_TRY(const auto hooks, EnsuredDirectory::make(repository.hooks, repository.hooks));
    auto saved = create_file(*hooks, name, text, dry_run);
    const bool is_new = saved && saved->written == Written::now && dry_run == DryRun::no;
    if (is_new && ::fchmodat(hooks->fd(), std::string(name).c_str(), program_mode, 0) != 0) {
        return io_error_for(saved->path, "made executable", errno);
    }
    return saved;
}

}  // namespace perfplan::store
