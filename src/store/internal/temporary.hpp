// Hidden temporaries, and what becomes of those that a killed command left.
#pragma once

#include "store/directory.hpp"

#include <optional>
#include <string>

namespace perfplan::store {

/// A hidden file under a name of its own, for a while; dropped unless it got the name it is for.
/// It is locked as long as it is in use, so that others can tell it from one that was left behind.
class Temporary {
public:
    /// `shown` is what it is going to be, for messages.
    static Result<Temporary> make(const Directory& directory, const std::string& shown);

    /// A second name for a file of the directory. Nothing if it can't have one: then it can't be
    /// kept while something else takes its place.
    static std::optional<Temporary> second_name(const Directory& directory,
                                                const std::string& name);

    Temporary(Temporary&& other) noexcept;
    Temporary& operator=(Temporary&&) = delete;
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary();

    [[nodiscard]] int fd() const { return file_.get(); }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// It has got its name.
    void keep() { directory_ = nullptr; }

private:
    Temporary(const Directory& directory, std::string name, Descriptor file)
        : directory_(&directory), name_(std::move(name)), file_(std::move(file)) {}
    const Directory* directory_;
    std::string name_;
    Descriptor file_;
};

/// True if the name in the directory stands for what was opened, and not for something newer.
/// Nothing if that can't be told, with the error in errno.
std::optional<bool> has_name(const Directory& directory, const std::string& name, int opened);

/// Takes away what killed commands left in a directory: temporaries, new plans without a name and
/// staged terms that nobody holds. What can't be taken away stays for the next.
void remove_stale_temporaries(const Directory& directory);

/// The same in a plan's directory, its journal/ and its private/.
void drop_left_over_of_plan(const Directory& plan);

}  // namespace perfplan::store
