// Creating a file, whole or not at all.
#pragma once

#include "store/directory.hpp"

#include <string_view>

namespace perfplan::store {

enum class Created { now, was_there };

/// A new file with these bytes, whole or not at all; never replaces one. `directory` is synced too;
/// if that fails, the file is removed again.
Result<Created> create_whole(const Directory& directory, std::string_view name,
                             std::string_view bytes);

}  // namespace perfplan::store
