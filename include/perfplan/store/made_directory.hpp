// Directories that are made for what is to be written into them.
#pragma once

#include <perfplan/store/directory.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan {

enum class DryRun { no, yes };

/// A directory to write to, on the disk. If it was made for that, it goes away with this object
/// when it is empty by then: what could not be written leaves no directories behind.
class MadeDirectory {
public:
    explicit MadeDirectory(Directory there) : directory_(std::move(there)) {}
    /// Makes it (and those above it) unless it is there.
    static Result<MadeDirectory> make(const std::string& path, std::string shown);
    /// The same for one below another.
    static Result<MadeDirectory> make(const Directory& parent, std::string_view name);
    /// Nothing, under a dry run, if it is not there.
    static Result<std::optional<MadeDirectory>> make(const Directory& parent, std::string_view name,
                                                     DryRun dry_run);

    MadeDirectory(MadeDirectory&&) noexcept = default;
    MadeDirectory& operator=(MadeDirectory&&) = delete;
    MadeDirectory(const MadeDirectory&) = delete;
    MadeDirectory& operator=(const MadeDirectory&) = delete;
    ~MadeDirectory();

    const Directory& operator*() const { return directory_; }
    const Directory* operator->() const { return &directory_; }

private:
    struct Made {
        Descriptor parent;
        std::string name;
    };
    static void take_away(const std::vector<Made>& made);
    Directory directory_;
    std::vector<Made> made_;  ///< the outermost first
};

}  // namespace perfplan
