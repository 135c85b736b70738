// Writing a batch: many files at a time, for each waits for the disk.
#pragma once

#include "store/commit.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace perfplan::commands {

/// What became of a batch.
struct SavedMany {
    std::vector<std::optional<Saved>> saved;  ///< of each; none if it failed or was not begun
    Diagnostics errors;

    std::size_t count() const;
};

/// Numbers of what has to be written one after the other.
using WriteGroup = std::vector<std::size_t>;

/// Calls `save` for each number in `parts`, for several parts at a time. After the first failure
/// nothing more is begun. `progress` is told how many are saved, on the calling thread.
SavedMany save_many(const std::vector<WriteGroup>& parts,
                    const std::function<Result<Saved>(std::size_t)>& save,
                    const std::function<void(std::size_t)>& progress);

/// The errors of a batch that did not come to its end, with how far it came: "3 of 9 plans were
/// made".
Diagnostics stopped(SavedMany batch, std::string_view noun, std::string_view done);

}  // namespace perfplan::commands
