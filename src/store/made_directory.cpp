#include <perfplan/store/made_directory.hpp>

#include "plan_files.hpp"
#include "write.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan {

namespace {

constexpr mode_t directory_mode = 0700;

/// "a/b/" of "a/b/c", "./" of "c"
std::string parent_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? "./" : path.substr(0, slash + 1);
}

}  // namespace

Result<MadeDirectory> MadeDirectory::make(const Directory& parent, std::string_view name) {
    const std::string path(name);
    const bool is_new = ::mkdirat(parent.fd(), path.c_str(), directory_mode) == 0;
    if (!is_new && errno != EEXIST) {
        return cannot(parent.shown(name), "made", errno);
    }
    auto directory = existing(parent, name);
    if (!directory) {
        if (is_new) {
            ::unlinkat(parent.fd(), path.c_str(), AT_REMOVEDIR);
        }
        return tl::unexpected(std::move(directory).error());
    }
    MadeDirectory made(*std::move(directory));
    if (is_new) {
        made.made_.push_back({Descriptor(::fcntl(parent.fd(), F_DUPFD_CLOEXEC, 0)), path});
        if (auto synced = sync(parent); !synced) {
            return tl::unexpected(std::move(synced).error());
        }
    }
    return made;
}

Result<std::optional<MadeDirectory>> MadeDirectory::make(const Directory& parent,
                                                         std::string_view name, DryRun dry_run) {
    if (dry_run == DryRun::no) {
        return make(parent, name).map([](MadeDirectory made) {
            return std::optional(std::move(made));
        });
    }
    return parent.find(name).map([](std::optional<Directory> there) {
        return there ? std::optional<MadeDirectory>(*std::move(there)) : std::nullopt;
    });
}

Result<MadeDirectory> MadeDirectory::make(const std::string& path, std::string shown) {
    std::vector<Made> made;
    const auto drop = [&] { take_away(made); };
    for (std::size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
        const std::string part = path.substr(0, slash);
        Descriptor parent(::open(parent_of(part).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        const bool is_new = ::mkdir(part.c_str(), directory_mode) == 0;
        if (!is_new && errno != EEXIST) {
            const int error = errno;
            drop();
            return cannot(part, "made", error);
        }
        if (is_new) {
            const bool is_synced = ::fsync(parent.get()) == 0;
            const int error = errno;
            made.push_back({std::move(parent), part.substr(part.rfind('/') + 1)});
            if (!is_synced) {
                drop();
                return not_written(part, error);
            }
        }
        if (slash == std::string::npos) {
            break;
        }
    }
    auto directory = Directory::open(path, std::move(shown));
    if (!directory) {
        drop();
        return tl::unexpected(std::move(directory).error());
    }
    MadeDirectory result(*std::move(directory));
    result.made_ = std::move(made);
    return result;
}

MadeDirectory::~MadeDirectory() {
    take_away(made_);
}

void MadeDirectory::take_away(const std::vector<Made>& made) {
    for (auto directory = made.rbegin(); directory != made.rend(); ++directory) {
        // not, if anything is in it by now
        ::unlinkat(directory->parent.get(), directory->name.c_str(), AT_REMOVEDIR);
    }
}

}  // namespace perfplan
