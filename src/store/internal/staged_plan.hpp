// A new plan's directory before it has its name.
#pragma once

#include "store/directory.hpp"
#include "store/internal/staged_terms.hpp"

#include <string>
#include <utility>

namespace perfplan::store {

/// A hidden directory beside the plans of a rep, empty and locked; it goes away with this object
/// unless it got the name it is for. It is called after the plan: one that a killed command left
/// behind is taken over by whoever makes that plan next.
class StagedPlan {
public:
    static Result<StagedPlan> take(const Directory& rep, std::string_view plan);

    StagedPlan(StagedPlan&& other) noexcept
        : rep_(std::exchange(other.rep_, nullptr)),
          directory_(std::move(other.directory_)),
          name_(std::move(other.name_)),
          lock_(std::move(other.lock_)) {}
    StagedPlan& operator=(StagedPlan&&) = delete;
    StagedPlan(const StagedPlan&) = delete;
    StagedPlan& operator=(const StagedPlan&) = delete;
    ~StagedPlan();

    [[nodiscard]] const Directory& directory() const { return directory_; }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// True if it looks like the name of one.
    static bool is_name(std::string_view name);
    /// Takes one away that a killed command left; not one that is in use.
    static void remove_stale(const Directory& rep, const std::string& name);

    /// It has got its name.
    void keep() { rep_ = nullptr; }
    /// Takes it away with what is in it, kept or not: it has its hidden name again.
    void drop(const Directory& rep) const;

private:
    StagedPlan(const Directory& rep, Directory directory, std::string name, PlanLock lock)
        : rep_(&rep),
          directory_(std::move(directory)),
          name_(std::move(name)),
          lock_(std::move(lock)) {}
    const Directory* rep_;
    Directory directory_;
    std::string name_;
    PlanLock lock_;
};

}  // namespace perfplan::store
