// What was worked out of plans, kept for the next time. Never the truth: without it everything is
// worked out again.
#pragma once

#include "store/file_state.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::store {

/// A value that was worked out of a plan, and the state that its files were in.
struct CachedValue {
    PlanRef ref;
    FilesState state;
    std::string_view value;
};

/// A file of values, one a plan: `.perfplan/NAME` in a tree that is one's own, else in a directory
/// that is given. What is damaged, of another user, of another program or of another basis is taken
/// for absent; what can't be written is left.
class PlanCache {
public:
    /// `basis`: all that the values depend on beside the program and the files of plans.
    /// `elsewhere`: the user's directory for caches; empty: none.
    static PlanCache open(const Tree& tree, std::string_view name, std::string_view basis,
                          const std::string& elsewhere);

    /// The value of a plan, if its files are in the state they were in. Many threads may ask.
    [[nodiscard]] std::optional<std::string_view> find(const PlanRef& ref,
                                                       const FilesState& state) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    /// True for files that were last changed so long before the cache was opened that a change from
    /// then on gives them another time. Only of those a value may be kept.
    [[nodiscard]] bool can_tell_changes(const FilesState& state) const;

    /// Puts these values in the place of all that are there.
    void replace(const std::vector<CachedValue>& values) const;

private:
    struct Entry {
        std::string_view ref;
        FilesState state;
        std::string_view value;  ///< in `bytes_`
        std::string_view check;
        std::string_view whole;  ///< all of it
    };
    void read();
    [[nodiscard]] const Entry* entry(std::string_view ref) const;

    std::optional<Directory> directory_;  ///< where it lies; nothing if it can lie nowhere
    std::string name_;
    std::string heading_;  ///< what the file starts with
    std::int64_t opened_at_ = 0;
    std::unique_ptr<const char[]> bytes_;  // NOLINT(*-avoid-c-arrays): a string would fill it first
    std::vector<Entry> entries_;           ///< sorted by `ref`
};

}  // namespace perfplan::store
