#include "store/ensured_directory.hpp"

#include "store/internal/durable_write.hpp"
#include "store/internal/file_errors.hpp"
#include "store/load.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

namespace {

constexpr mode_t directory_mode = 0700;

/// "a/b/" of "a/b/c", "./" of "c"
std::string parent_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? "./" : path.substr(0, slash + 1);
}

/// "c" of "a/b/c"
std::string last_of(const std::string& path) {
    return path.substr(path.rfind('/') + 1);  // 0 if there is none
}

bool is_there(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0;
}

}  // namespace

int NewDirectories::make(Descriptor parent, std::string name) {
    made_.push_back({std::move(parent), std::move(name)});  // first: memory may run out
    const New& made = made_.back();
    if (::mkdirat(made.parent.get(), made.name.c_str(), directory_mode) == 0) {
        return ::fsync(made.parent.get()) == 0 ? 0 : errno;
    }
    const int error = errno;
    made_.pop_back();
    return error == EEXIST ? 0 : error;
}

NewDirectories::~NewDirectories() {
    while (!made_.empty()) {
        // not, if anything is in it by now
        ::unlinkat(made_.back().parent.get(), made_.back().name.c_str(), AT_REMOVEDIR);
        made_.pop_back();
    }
}

Result<EnsuredDirectory> EnsuredDirectory::make(const Directory& parent, std::string_view name) {
    NewDirectories made;
    Descriptor descriptor(::fcntl(parent.fd(), F_DUPFD_CLOEXEC, 0));
    const int error =
        descriptor.is_open() ? made.make(std::move(descriptor), std::string(name)) : errno;
    if (error != 0) {
        return io_error_for(parent.shown(name), "made", error);
    }
    return existing(parent, name).map([&](Directory directory) {
        return EnsuredDirectory(std::move(directory), std::move(made));
    });
}

Result<std::optional<EnsuredDirectory>> EnsuredDirectory::make(const Directory& parent,
                                                               std::string_view name,
                                                               DryRun dry_run) {
    if (dry_run == DryRun::no) {
        return make(parent, name).map([](EnsuredDirectory made) {
            return std::optional(std::move(made));
        });
    }
    return parent.find(name).map([](std::optional<Directory> there) {
        return there ? std::optional<EnsuredDirectory>(*std::move(there)) : std::nullopt;
    });
}

Result<EnsuredDirectory> EnsuredDirectory::make(const std::string& path, std::string shown) {
    NewDirectories made;
    for (std::size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
        const std::string part = path.substr(0, slash);
        if (!is_there(part)) {
            Descriptor parent(::open(parent_of(part).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
            const int error =
                parent.is_open() ? made.make(std::move(parent), last_of(part)) : errno;
            if (error != 0) {
                return io_error_for(part, "made", error);
            }
        }
        if (slash == std::string::npos) {
            break;
        }
    }
    return Directory::open(path, std::move(shown)).map([&](Directory directory) {
        return EnsuredDirectory(std::move(directory), std::move(made));
    });
}

}  // namespace perfplan::store
