// What is in an open directory, with as few system calls as it takes.
#pragma once

#include <array>
#include <string_view>

#include <dirent.h>
#include <sys/types.h>

namespace perfplan {

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

}  // namespace perfplan
