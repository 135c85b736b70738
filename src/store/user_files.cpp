#include "store/user_files.hpp"

#include "store/directory.hpp"
#include "store/internal/durable_write.hpp"
#include "store/internal/stale_files.hpp"
#include "store/internal/temporary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan::store {

Result<std::string> read_input(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) {
        return fail(io_error(path, fmt::format("can't be read: {}", system_error(errno))));
    }
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (true) {
        const ssize_t n = ::read(file.get(), buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return fail(io_error(path, fmt::format("can't be read: {}", system_error(errno))));
        }
        if (n == 0) {
            return bytes;
        }
        bytes.append(buffer.data(), static_cast<std::size_t>(n));
    }
}

namespace {

/// What a tree consists of, directly below its root.
constexpr std::array<std::string_view, 7> tree_names{
    "perfplan.yaml", "plans", "templates", "schema", "signers", "imports", ".perfplan"};

/// A pipe or a device is written to, not replaced.
Result<void> write_to_device(const std::string& path, std::string_view bytes) {
    const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!device.is_open() || !write_all(device.get(), bytes)) {
        return write_error(path, errno);
    }
    return {};
}

}  // namespace

Result<void> require_not_of_tree(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const std::unique_ptr<char, decltype(&::free)> real(::realpath(folder.c_str(), nullptr),
                                                        ::free);
    if (!real || ::access(path.c_str(), F_OK) != 0) {
        return {};  // there is nothing to replace
    }
    const std::string file = fmt::format("{}/{}", real.get(), path.substr(slash + 1));
    for (std::size_t end = file.rfind('/'); end != std::string::npos && end > 0;
         end = file.rfind('/', end - 1)) {
        const std::string top = file.substr(0, end);
        const std::string below = file.substr(end + 1);
        const std::string first = below.substr(0, below.find('/'));
        const bool is_of_tree =
            std::find(tree_names.begin(), tree_names.end(), first) != tree_names.end();
        if (is_of_tree && ::access((top + "/perfplan.yaml").c_str(), F_OK) == 0) {
            return fail(refusal(fmt::format("{} belongs to the plans and is not replaced", path),
                                "choose another name for the output"));
        }
    }
    return {};
}

Result<void> replace_output(const std::string& path, std::string_view bytes) {
    struct stat status {};
    const bool is_there = ::stat(path.c_str(), &status) == 0;
    if (is_there && !S_ISREG(status.st_mode)) {
        return write_to_device(path, bytes);
    }
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    if (!Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)).is_open()) {
        return write_error(path, errno);
    }
    PERFPLAN_TRY(const auto directory, Directory::open(folder, folder));
    remove_stale_files(directory);
    PERFPLAN_TRY(auto temporary, Temporary::make(directory, path));
    if (auto written = write_and_sync(temporary.fd(), bytes, path); !written) {
        return written;
    }
    if (is_there && ::fchmod(temporary.fd(), status.st_mode & 0777) != 0) {
        return write_error(path, errno);
    }
    if (::renameat(directory.fd(), temporary.name().c_str(), directory.fd(),
                   path.substr(slash + 1).c_str()) != 0) {
        return write_error(path, errno);
    }
    temporary.keep();
    return {};
}

}  // namespace perfplan::store
