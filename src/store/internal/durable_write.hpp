// The system calls that make a write last, with their errors.
#pragma once

#include "store/directory.hpp"

#include <string>
#include <string_view>

namespace perfplan::store {

/// "can't be written: No space left on device", with what to do about it.
tl::unexpected<Diagnostics> write_error(const std::string& shown, int error);

/// Writes all bytes; false, with the error in errno, if that can't be done.
bool write_all(int fd, std::string_view bytes);

/// Writes all bytes, brings them to the disk and reads them back: some disks say that they wrote
/// and did not. `fd` is open for both. A failed fsync is never tried again: the caller drops the
/// file.
Result<void> write_and_sync(int fd, std::string_view bytes, const std::string& shown);

/// As rename(2), but fails with EEXIST if the name is taken, and with EINVAL or ENOSYS on file
/// systems that can't check that.
int rename_without_replacing(const Directory& directory, const std::string& from,
                             const std::string& to);

/// The same on every file system: looks first, then renames. Not atomic.
int rename_where_nothing_is(const Directory& directory, const std::string& from,
                            const std::string& to);

/// As rename(2), but refuses with EEXIST if the name is taken. File systems without flags of
/// rename(2), such as folders that a virtual machine shares, do it by looking first: two writers
/// can miss each other there, but names of records and copies say what is in the file.
int rename_to_free(const Directory& directory, const std::string& from, const std::string& to);

/// Brings a directory's entries to the disk.
Result<void> sync(const Directory& directory);

}  // namespace perfplan::store
