// Directories that are made for what is to be written into them.
#pragma once

#include "store/directory.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::store {

enum class DryRun { no, yes };

/// Directories that were made, the outermost first. Those that are empty when it goes away go too.
class NewDirectories {
public:
    NewDirectories() = default;
    NewDirectories(NewDirectories&&) noexcept = default;
    NewDirectories& operator=(NewDirectories&&) = delete;
    NewDirectories(const NewDirectories&) = delete;
    NewDirectories& operator=(const NewDirectories&) = delete;
    ~NewDirectories();

    /// Makes one unless it is there, and brings it to the disk. Returns 0, or the error.
    int make(Descriptor parent, std::string name);

private:
    struct New {
        Descriptor parent;
        std::string name;
    };
    std::vector<New> made_;
};

/// A directory to write to, on the disk. If it was made for that, it goes away with this object
/// when it is empty by then: what could not be written leaves no directories behind.
class EnsuredDirectory {
public:
    explicit EnsuredDirectory(Directory there, NewDirectories made = {})
        : directory_(std::move(there)), made_(std::move(made)) {}
    /// Makes it (and those above it) unless it is there.
    static Result<EnsuredDirectory> make(const std::string& path, std::string shown);
    /// The same for one below another.
    static Result<EnsuredDirectory> make(const Directory& parent, std::string_view name);
    /// Nothing, under a dry run, if it is not there.
    static Result<std::optional<EnsuredDirectory>> make(const Directory& parent,
                                                        std::string_view name, DryRun dry_run);

    const Directory& operator*() const { return directory_; }
    const Directory* operator->() const { return &directory_; }

private:
    Directory directory_;
    NewDirectories made_;
};

}  // namespace perfplan::store
