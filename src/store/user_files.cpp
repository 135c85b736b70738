// Files outside a tree that the user names: input and output.
#include <perfplan/store/commit.hpp>

#include "write.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perfplan {

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

Result<void> replace_output(const std::string& path, std::string_view bytes) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
        // a pipe or a device is written to, not replaced
        const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
        if (!device.is_open()) {
            return fail(io_error(path, fmt::format("can't be written: {}", system_error(errno))));
        }
        while (!bytes.empty()) {
            const ssize_t n = ::write(device.get(), bytes.data(), bytes.size());
            if (n < 0) {
                return fail(
                    io_error(path, fmt::format("can't be written: {}", system_error(errno))));
            }
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return {};
    }
    const std::string temporary = path + temporary_name();
    const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.is_open()) {
        return fail(io_error(path, fmt::format("can't be written: {}", system_error(errno))));
    }
    auto written = write_and_sync(file.get(), bytes, path);
    if (written && ::rename(temporary.c_str(), path.c_str()) != 0) {
        written = fail(io_error(path, fmt::format("can't be written: {}", system_error(errno))));
    }
    if (!written) {
        ::unlink(temporary.c_str());
    }
    return written;
}

}  // namespace perfplan
