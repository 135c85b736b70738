// Hidden temporary files.
#pragma once

#include "store/directory.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace perfplan::store {

/// A hidden file with a unique name, removed by the destructor unless it was renamed. It is locked
/// while in use, which tells it from one that a killed command left.
class Temporary {
public:
    /// `shown`: the path that the file will have, for messages.
    static Result<Temporary> make(const Directory& directory, const std::string& shown);

    /// A second name for a file of the directory, to keep it while another takes its place.
    /// Nothing if it can't have one.
    static std::optional<Temporary> second_name(const Directory& directory,
                                                const std::string& name);

    Temporary(Temporary&& other) noexcept;
    Temporary& operator=(Temporary&&) = delete;
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary();

    /// True for a name such as ".perfplan-1234-0".
    static bool is_name(std::string_view name);
    /// Removes the temporary of this name unless it is in use.
    static void remove_stale(const Directory& directory, const std::string& name);

    [[nodiscard]] int fd() const { return file_.get(); }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// Call this when the file has its final name.
    void keep() { directory_ = nullptr; }

private:
    Temporary(const Directory& directory, std::string name, Descriptor file)
        : directory_(&directory), name_(std::move(name)), file_(std::move(file)) {}
    const Directory* directory_;
    std::string name_;
    Descriptor file_;
};

/// True if the name in the directory still refers to the opened file. Nothing if that can't be
/// determined, with the error in errno.
std::optional<bool> has_name(const Directory& directory, const std::string& name, int opened);

}  // namespace perfplan::store
