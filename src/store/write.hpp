// The system calls that make a write last, with their errors.
#pragma once

#include <perfplan/store/directory.hpp>

#include <string_view>

namespace perfplan {

/// Writes all bytes and brings them to the disk. A failed fsync is never tried again: the caller
/// drops the file.
Result<void> write_and_sync(int fd, std::string_view bytes, const std::string& shown);

/// Brings a directory's entries to the disk.
Result<void> sync(const Directory& directory);

enum class Created { now, was_there };

/// A new file with these bytes, whole or not at all; never replaces one. `directory` is synced too.
Result<Created> create_whole(const Directory& directory, std::string_view name,
                             std::string_view bytes);

/// A name for a temporary: hidden, told from people's files by its start, different for each
/// process and call.
std::string temporary_name();

}  // namespace perfplan
