// A new plan's directory before it has its name.
#pragma once

#include <perfplan/store/directory.hpp>

#include "terms_file.hpp"

#include <string>

namespace perfplan {

/// A hidden directory beside the plans of a rep, empty and locked. It is called after the plan it
/// is for: one that a killed command left behind is taken over by whoever makes that plan next.
class StagedPlan {
public:
    static Result<StagedPlan> take(const Directory& rep, std::string_view plan);

    [[nodiscard]] const Directory& directory() const { return directory_; }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// True if it looks like the name of one.
    static bool is_name(std::string_view name);
    /// Takes one away that a killed command left; not one that is in use.
    static void drop_left_over(const Directory& rep, const std::string& name);

    /// Takes it away again with what is in it.
    void drop(const Directory& rep) const;

private:
    StagedPlan(Directory directory, std::string name, PlanLock lock)
        : directory_(std::move(directory)), name_(std::move(name)), lock_(std::move(lock)) {}
    Directory directory_;
    std::string name_;
    PlanLock lock_;
};

}  // namespace perfplan
